package org.recastal.surrogate;

import java.util.Arrays;
import org.recastal.numerics.Matrix;

/** A posterior of warped values in the units of the values; correlations stay what they are. */
record WarpedPosterior(Posterior inside, PowerWarp warp) implements Posterior {

  @Override
  public int size() {
    return inside.size();
  }

  @Override
  public double[] mean(int line) {
    return Arrays.stream(inside.mean(line)).map(warp::unwarped).toArray();
  }

  @Override
  public double[] standardDeviation(int line) {
    double[] means = inside.mean(line);
    double[] deviations = inside.standardDeviation(line);
    Arrays.setAll(deviations, i -> warp.deviation(means[i], deviations[i]));
    return deviations;
  }

  @Override
  public Matrix covariance(int line) {
    Matrix covariance = inside.covariance(line);
    double[] ratios = ratios(line);
    for (int i = 0; i < size(); i++) {
      for (int j = 0; j < size(); j++) {
        covariance.data()[i * size() + j] *= ratios[i] * ratios[j];
      }
    }
    return covariance;
  }

  @Override
  public CovarianceRows covarianceRows() {
    return new RescaledRows(inside.covarianceRows(), ratios(0));
  }

  /** Deviations in the units of the values by those in warped units. */
  private double[] ratios(int line) {
    double[] means = inside.mean(line);
    double[] deviations = inside.standardDeviation(line);
    double[] ratios = new double[means.length];
    Arrays.setAll(
        ratios,
        i ->
            deviations[i] > 0
                ? warp.deviation(means[i], deviations[i]) / deviations[i]
                : warp.inverseSlope(means[i]));
    return ratios;
  }
}

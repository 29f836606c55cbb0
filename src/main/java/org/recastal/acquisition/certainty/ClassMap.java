package org.recastal.acquisition.certainty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.recastal.acquisition.Target.LevelSet;
import org.recastal.acquisition.lookahead.Gain;
import org.recastal.numerics.Cholesky;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.Normal;
import org.recastal.numerics.RandomStream;
import org.recastal.surrogate.Posterior;
import org.recastal.surrogate.Surrogate;

/**
 * Which side of a contour every place lies on, and how much of that may be wrong.
 *
 * @param set the contour
 * @param probes {@code (m × d)} in the unit cube, at least one
 */
public record ClassMap(LevelSet set, Matrix probes) {

  /** Maps drawn from the posterior. */
  private static final int DRAWS = 400;

  /** Beyond so many deviations a class is wrong once in ten million draws. */
  private static final double SURE = 5.2;

  /** Places of a map drawn jointly; more are thinned out evenly. */
  private static final int MOST = 512;

  /** The fraction of the places whose class is expected to be wrong. */
  public double expectedWrong(Surrogate surrogate) {
    Posterior posterior = surrogate.posterior(probes);
    double[] mean = posterior.mean(set.line());
    double[] deviation = posterior.standardDeviation(set.line());
    double sum = 0;
    for (int i = 0; i < mean.length; i++) {
      sum += wrongProbability(mean[i] - set.threshold(), deviation[i]);
    }
    return sum / mean.length;
  }

  /** P(the other side than the mean says); 0 where nothing is in doubt. */
  public static double wrongProbability(double distance, double deviation) {
    return deviation > 0 ? Normal.cdf(-Math.abs(distance) / deviation) : 0;
  }

  /**
   * The fraction that is expected to be wrong when more is known: exact in the answers to come,
   * which move the mean by a normal variable of variance σ² − σ′² (closed form by the bivariate
   * normal distribution, see {@link Gain#MISCLASSIFICATION}).
   *
   * @param later the surrogate once it knows the values at more points, whatever they are
   */
  public double expectedWrongAfter(Surrogate surrogate, Surrogate later) {
    Posterior posterior = surrogate.posterior(probes);
    double[] mean = posterior.mean(set.line());
    double[] deviation = posterior.standardDeviation(set.line());
    double[] then = later.posterior(probes).standardDeviation(set.line());
    double sum = 0;
    for (int i = 0; i < mean.length; i++) {
      if (deviation[i] > 0) {
        double u = (mean[i] - set.threshold()) / deviation[i];
        double left = Math.min(1, then[i] / deviation[i]);
        double rho = Math.sqrt(1 - left * left);
        double doubt = Gain.MISCLASSIFICATION.doubt(u, deviation[i]);
        sum += Math.max(0, doubt - Gain.MISCLASSIFICATION.of(u, rho, deviation[i]));
      }
    }
    return sum / mean.length;
  }

  /**
   * The fraction that is wrong at most, with some confidence: this quantile over maps drawn jointly
   * from the posterior, which knows that neighbours are wrong together.
   *
   * @param confidence in (0, 1)
   */
  public double wrongAtMost(Surrogate surrogate, double confidence, RandomStream random) {
    Posterior posterior = surrogate.posterior(probes);
    double[] mean = posterior.mean(set.line());
    double[] deviation = posterior.standardDeviation(set.line());
    List<double[]> doubtful = new ArrayList<>();
    List<Double> distances = new ArrayList<>();
    for (int i = 0; i < mean.length; i++) {
      double distance = Math.abs(mean[i] - set.threshold());
      if (distance < SURE * deviation[i]) {
        doubtful.add(probes.row(i));
        distances.add(distance);
      }
    }
    if (doubtful.isEmpty()) {
      return 0;
    }
    int kept = Math.min(MOST, doubtful.size());
    double[] distance = new double[kept];
    List<double[]> places = new ArrayList<>();
    for (int i = 0; i < kept; i++) {
      int from = (int) ((long) i * doubtful.size() / kept);
      places.add(doubtful.get(from));
      distance[i] = distances.get(from);
    }
    Matrix at = Matrix.ofRows(places, probes.columns());
    Matrix covariance = surrogate.posterior(at).covariance(set.line());
    double share = quantile(wrong(Cholesky.of(covariance), distance, random), confidence);
    return share * doubtful.size() / mean.length;
  }

  /** Per drawn map the fraction of the doubtful places on the other side. */
  private static double[] wrong(Cholesky factor, double[] distance, RandomStream random) {
    double[] wrong = new double[DRAWS];
    double[] z = new double[distance.length];
    for (int draw = 0; draw < DRAWS; draw++) {
      Arrays.setAll(z, i -> random.nextGaussian());
      double[] moved = factor.timesLower(z);
      int count = 0;
      for (int i = 0; i < z.length; i++) {
        count += distance[i] + moved[i] < 0 ? 1 : 0;
      }
      wrong[draw] = count / (double) z.length;
    }
    return wrong;
  }

  private static double quantile(double[] values, double confidence) {
    double[] sorted = Arrays.stream(values).sorted().toArray();
    return sorted[Math.min(sorted.length - 1, (int) Math.ceil(confidence * sorted.length) - 1)];
  }
}

package org.recastal.surrogate;

import java.util.Arrays;
import org.recastal.numerics.Cholesky;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.Normal;

/**
 * What a surrogate says of each of its values from all the others, hyperparameters kept (Rasmussen
 * and Williams 2006, eq. 5.12): the residual is [K⁻¹ t]_i / [K⁻¹]_ii, its variance 1 / [K⁻¹]_ii.
 *
 * @param residuals value minus what the others predict {@code (L × n)}, in the values' units
 * @param deviations standard deviation of that prediction, noise included, {@code (L × n)}
 * @param scale standard deviation of the values, per line
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record LeaveOneOut(double[][] residuals, double[][] deviations, double[] scale) {

  /**
   * From the factor of K {@code (n × n)} and alpha = K⁻¹ t {@code (L × n)}; costs n³.
   *
   * @param units in which t is
   * @param scale standard deviation of the values
   */
  static LeaveOneOut of(Cholesky factor, double[][] alpha, Standardisation units, double[] scale) {
    Matrix inverse = factor.inverse();
    double[][] residuals = new double[alpha.length][factor.size()];
    double[][] deviations = new double[alpha.length][factor.size()];
    for (int l = 0; l < alpha.length; l++) {
      for (int i = 0; i < factor.size(); i++) {
        double precision = inverse.get(i, i);
        residuals[l][i] = units.scale()[l] * alpha[l][i] / precision;
        deviations[l][i] = units.scale()[l] / Math.sqrt(precision);
      }
    }
    return new LeaveOneOut(residuals, deviations, scale);
  }

  /** Log density of a value in what the others predict (eq. 5.10), in the values' units. */
  public double logDensity(int line, int i) {
    double deviation = deviations[line][i];
    return Normal.logPdf(residuals[line][i] / deviation) - Math.log(deviation);
  }

  /**
   * The part of the values' variance that is explained without each of them, of the worst line: 1
   * is all, 0 no better than their mean.
   */
  public double explained() {
    double least = 1;
    for (int l = 0; l < scale.length; l++) {
      double square = Arrays.stream(residuals[l]).map(r -> r * r).average().orElseThrow();
      least = Math.min(least, 1 - square / (scale[l] * scale[l]));
    }
    return least;
  }
}

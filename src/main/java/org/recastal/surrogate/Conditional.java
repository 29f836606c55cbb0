package org.recastal.surrogate;

import org.recastal.numerics.Cholesky;
import org.recastal.numerics.Matrix;

/**
 * What the belief at new points follows from: the covariance of the latent function there with
 * point i is {@code amplitude[i] · R(x, x_i)}, its own variance is {@code variance}, and the values
 * enter by {@code alpha} = K⁻¹ (t − m).
 *
 * @param metric how distances are measured
 * @param scaled the n points of the values, scaled by the metric
 * @param amplitude length n
 * @param variance of the latent function before any value is seen, standardised
 * @param noise variance of the error of a further observation, standardised
 * @param factor of K {@code (n × n)}
 * @param alpha {@code (L × n)}
 * @param trend the mean function m, standardised
 * @param units back from standardised values
 */
@SuppressWarnings("ArrayRecordComponent") // numeric kernel
record Conditional(
    Kernel kernel,
    Metric metric,
    Coordinates scaled,
    double[] amplitude,
    double variance,
    double noise,
    Cholesky factor,
    double[][] alpha,
    LinearTrend trend,
    Standardisation units) {

  /** Number of points that lent a value, n. */
  int size() {
    return amplitude.length;
  }

  /** Number of lines, L. */
  int lines() {
    return alpha.length;
  }

  /** K(X, points) as n rows of length m. */
  double[][] crossCovariance(Matrix at) {
    Coordinates columns = Coordinates.of(at, metric);
    double[][] rows = new double[size()][at.rows()];
    double[] slope = new double[at.rows()];
    for (int i = 0; i < rows.length; i++) {
      columns.squaredDistances(scaled.point(i), rows[i], at.rows());
      kernel.correlate(rows[i], slope, at.rows());
      for (int j = 0; j < at.rows(); j++) {
        rows[i][j] *= amplitude[i];
      }
    }
    return rows;
  }
}

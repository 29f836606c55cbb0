package org.recastal.surrogate;

/**
 * A mean function that is linear in the unit cube, one per line: m_l(x) = b_l + w_l · x.
 *
 * @param coefficients {@code (L × (1 + d))}, b first; rows of length 0 for no mean
 */
@SuppressWarnings("ArrayRecordComponent") // numeric kernel
record LinearTrend(double[][] coefficients) {

  /** The mean 0 for so many lines. */
  static LinearTrend zero(int lines) {
    return new LinearTrend(new double[lines][0]);
  }

  /** The mean at a place of the unit cube. */
  double value(int line, double[] point) {
    double[] c = coefficients[line];
    if (c.length == 0) {
      return 0;
    }
    double sum = c[0];
    for (int q = 0; q < point.length; q++) {
      sum += c[q + 1] * point[q];
    }
    return sum;
  }

  /** Its derivative along one axis. */
  double slope(int line, int axis) {
    double[] c = coefficients[line];
    return c.length == 0 ? 0 : c[axis + 1];
  }
}

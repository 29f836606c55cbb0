package org.recastal.surrogate;

import java.util.Arrays;

/**
 * How distances are measured: r² = |z − z′|² with z_q = (x_q + Σ_{p&lt;q} t_qp x_p) / ℓ_q, which is
 * a Mahalanobis distance by its Cholesky factor (Rasmussen and Williams 2006, §5.1). Without tilts
 * t_qp every axis has a length ℓ_q of its own.
 *
 * @param lengths ℓ, d
 * @param tilts t row by row, d(d − 1)/2, or none
 */
@SuppressWarnings("ArrayRecordComponent") // numeric kernel
record Metric(double[] lengths, double[] tilts) {

  Metric {
    if (tilts.length != 0 && tilts.length != tilts(lengths.length)) {
      throw new IllegalArgumentException(
          tilts.length + " tilts do not fit " + lengths.length + " axes");
    }
  }

  /** The same length along every axis. */
  static Metric shared(double length, int dimension) {
    double[] lengths = new double[dimension];
    Arrays.fill(lengths, length);
    return new Metric(lengths, new double[0]);
  }

  /** How many tilts a metric of so many axes has. */
  static int tilts(int dimension) {
    return dimension * (dimension - 1) / 2;
  }

  /** Where t_qp stands, p &lt; q. */
  static int tilt(int q, int p) {
    return q * (q - 1) / 2 + p;
  }

  /** z of the point x, length d. */
  double[] scaled(double[] x) {
    double[] z = x.clone();
    for (int q = z.length - 1; q >= 0; q--) {
      for (int p = 0; p < q && tilts.length > 0; p++) {
        z[q] += tilts[tilt(q, p)] * x[p];
      }
      z[q] /= lengths[q];
    }
    return z;
  }

  /** Turns a gradient by z into one by x, where it stands. */
  void chain(double[] gradient) {
    for (int q = 0; q < gradient.length; q++) {
      gradient[q] /= lengths[q];
      for (int p = 0; p < q && tilts.length > 0; p++) {
        gradient[p] += tilts[tilt(q, p)] * gradient[q];
      }
    }
  }
}

package org.recastal.numerics;

/**
 * Inner loops of the dense algebra. Each row is an array of its own, because the virtual machine
 * turns {@code r[j] -= c * x[j]} into vector instructions only when r and x are different arrays;
 * this is worth a factor of 2.5 over a single row-major array. Products are fused with the sums
 * that they go into ({@link Math#fma}, one rounding), which doubles the speed of these loops again.
 * No sum is reordered, so results depend neither on the machine nor on how rows are grouped.
 */
final class RowKernels {

  private RowKernels() {}

  /**
   * {@code target[j] -= Σ_k rows[k][column] · sources[k][j]} for k in [first, last), j in [from,
   * to).
   */
  static void subtract(
      double[] target,
      int from,
      int to,
      double[][] sources,
      double[][] rows,
      int column,
      int first,
      int last) {
    int k = first;
    for (; k + 3 < last; k += 4) {
      addFour(
          target,
          from,
          to,
          sources[k],
          sources[k + 1],
          sources[k + 2],
          sources[k + 3],
          -rows[k][column],
          -rows[k + 1][column],
          -rows[k + 2][column],
          -rows[k + 3][column]);
    }
    for (; k < last; k++) {
      subtractOne(target, from, to, sources[k], rows[k][column]);
    }
  }

  /** {@code target[j] -= c · x[j]}, fused, for j in [from, to). */
  static void subtractOne(double[] target, int from, int to, double[] x, double c) {
    for (int j = from; j < to; j++) {
      target[j] = Math.fma(-c, x[j], target[j]);
    }
  }

  private static void addFour(
      double[] target,
      int from,
      int to,
      double[] x0,
      double[] x1,
      double[] x2,
      double[] x3,
      double c0,
      double c1,
      double c2,
      double c3) {
    for (int j = from; j < to; j++) {
      target[j] =
          Math.fma(
              c3, x3[j], Math.fma(c2, x2[j], Math.fma(c1, x1[j], Math.fma(c0, x0[j], target[j]))));
    }
  }

  /**
   * {@code target[j] += Σ_d c[d] · sources[first + d][j]} for d in [0, depth), at most six, j in
   * [from, to).
   */
  static void add(
      double[] target, int from, int to, double[][] sources, int first, double[] c, int depth) {
    if (depth == 6) {
      addSix(target, from, to, sources, first, c);
      return;
    }
    int d = 0;
    if (depth >= 4) {
      addFour(
          target,
          from,
          to,
          sources[first],
          sources[first + 1],
          sources[first + 2],
          sources[first + 3],
          c[0],
          c[1],
          c[2],
          c[3]);
      d = 4;
    }
    for (; d < depth; d++) {
      subtractOne(target, from, to, sources[first + d], -c[d]);
    }
  }

  /** More than six are not turned into vector instructions. */
  private static void addSix(
      double[] target, int from, int to, double[][] sources, int first, double[] c) {
    double[] x0 = sources[first];
    double[] x1 = sources[first + 1];
    double[] x2 = sources[first + 2];
    double[] x3 = sources[first + 3];
    double[] x4 = sources[first + 4];
    double[] x5 = sources[first + 5];
    double c0 = c[0];
    double c1 = c[1];
    double c2 = c[2];
    double c3 = c[3];
    double c4 = c[4];
    double c5 = c[5];
    for (int j = from; j < to; j++) {
      double two = Math.fma(c1, x1[j], Math.fma(c0, x0[j], target[j]));
      double four = Math.fma(c3, x3[j], Math.fma(c2, x2[j], two));
      target[j] = Math.fma(c5, x5[j], Math.fma(c4, x4[j], four));
    }
  }

  /** {@code target[j] *= c} for j in [from, to). */
  static void scale(double[] target, int from, int to, double c) {
    for (int j = from; j < to; j++) {
      target[j] *= c;
    }
  }

  /** {@code Σ_j x[j] y[j]} for j in [from, to), in four interleaved partial sums. */
  static double dot(double[] x, double[] y, int from, int to) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int j = from;
    for (; j + 3 < to; j += 4) {
      s0 += x[j] * y[j];
      s1 += x[j + 1] * y[j + 1];
      s2 += x[j + 2] * y[j + 2];
      s3 += x[j + 3] * y[j + 3];
    }
    for (; j < to; j++) {
      s0 += x[j] * y[j];
    }
    return (s0 + s1) + (s2 + s3);
  }
}

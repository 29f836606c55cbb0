package org.recastal.numerics;

/**
 * Inner loops of the dense algebra. Each row is an array of its own, because the virtual machine
 * turns {@code r[j] -= c * x[j]} into vector instructions only when r and x are different arrays;
 * this is worth a factor of 2.5 over a single row-major array. Products are fused with the sums
 * that they go into ({@link Math#fma}, one rounding), which doubles the speed of these loops again.
 * No sum is reordered, so results depend neither on the machine nor on how rows are grouped.
 */
final class RowKernels {

  /** Sources of a block, its columns, and the distance from one source to the next. */
  static final int BLOCK_ROWS = 12;

  static final int BLOCK_COLUMNS = 256;

  /** A multiple of four, else the virtual machine makes no vector instructions. */
  static final int BLOCK_PITCH = BLOCK_COLUMNS + 8;

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
   * {@code target[j] += Σ_d c[first + d] · block[d · pitch + j]} for d in [0, 12), j in [from, to)
   * within the columns of a block. One array holds all sources, and bounds that the compiler can
   * see let it drop the checks of indices: else twelve of them become no vector instructions.
   */
  static void addBlock(double[] target, int from, int to, double[] block, double[] c, int first) {
    double c0 = c[first];
    double c1 = c[first + 1];
    double c2 = c[first + 2];
    double c3 = c[first + 3];
    double c4 = c[first + 4];
    double c5 = c[first + 5];
    double c6 = c[first + 6];
    double c7 = c[first + 7];
    double c8 = c[first + 8];
    double c9 = c[first + 9];
    double c10 = c[first + 10];
    double c11 = c[first + 11];
    int start = from & (BLOCK_COLUMNS - 1);
    int end = Math.min(to, BLOCK_COLUMNS);
    for (int j = start; j < end; j++) {
      double two = Math.fma(c1, block[j + BLOCK_PITCH], Math.fma(c0, block[j], target[j]));
      double four =
          Math.fma(c3, block[j + 3 * BLOCK_PITCH], Math.fma(c2, block[j + 2 * BLOCK_PITCH], two));
      double six =
          Math.fma(c5, block[j + 5 * BLOCK_PITCH], Math.fma(c4, block[j + 4 * BLOCK_PITCH], four));
      double eight =
          Math.fma(c7, block[j + 7 * BLOCK_PITCH], Math.fma(c6, block[j + 6 * BLOCK_PITCH], six));
      double ten =
          Math.fma(c9, block[j + 9 * BLOCK_PITCH], Math.fma(c8, block[j + 8 * BLOCK_PITCH], eight));
      target[j] =
          Math.fma(
              c11, block[j + 11 * BLOCK_PITCH], Math.fma(c10, block[j + 10 * BLOCK_PITCH], ten));
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

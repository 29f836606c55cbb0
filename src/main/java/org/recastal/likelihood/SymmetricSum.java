package org.recastal.likelihood;

import java.util.Arrays;

/**
 * Collects a Hessian H = R + Rᵀ row by row. The parameters that act on whole blocks come first in a
 * model, so their part of a row is dense, and rows are added as vectors, each an array of its own,
 * which the virtual machine turns into vector instructions.
 */
final class SymmetricSum {

  private final int d;
  private final int scalars;
  private final double[][] rows;

  /**
   * An empty sum.
   *
   * @param d number of parameters
   * @param scalars rows are added over the first so many
   */
  SymmetricSum(int d, int scalars) {
    this.d = d;
    this.scalars = scalars;
    this.rows = new double[d][d];
  }

  void clear() {
    for (double[] row : rows) {
      Arrays.fill(row, 0);
    }
  }

  /** Adds to the entry (p, q) and to (q, p): twice when they are the same. */
  void cross(int p, int q, double value) {
    rows[p][q] += value;
  }

  /** Adds to the entry (p, p). */
  void diagonal(int p, double value) {
    rows[p][p] += 0.5 * value;
  }

  /** Adds {@code factor · vector} to row p and to column p, over the scalar parameters. */
  void row(int p, double factor, double[] vector) {
    add(rows[p], factor, vector, scalars);
  }

  /**
   * Adds {@code factor · vector vectorᵀ}.
   *
   * @param active the parameters where the vector is not zero, ascending
   * @param start first of them in {@code active}
   * @param end one past the last
   */
  void square(double factor, double[] vector, int[] active, int start, int end) {
    for (int i = start; i < end; i++) {
      int p = active[i];
      double scaled = factor * vector[p];
      add(rows[p], scaled, vector, Math.min(p, scalars));
      rows[p][p] += 0.5 * scaled * vector[p];
      for (int j = i - 1; j >= start && active[j] >= scalars; j--) {
        rows[p][active[j]] += scaled * vector[active[j]];
      }
    }
  }

  /** Writes both triangles of the sum (d × d, row-major). */
  void writeTo(double[] hessian) {
    for (int p = 0; p < d; p++) {
      double[] row = rows[p];
      for (int q = 0; q <= p; q++) {
        double value = row[q] + rows[q][p];
        hessian[p * d + q] = value;
        hessian[q * d + p] = value;
      }
    }
  }

  private static void add(double[] row, double factor, double[] vector, int length) {
    for (int j = 0; j < length; j++) {
      row[j] += factor * vector[j];
    }
  }
}

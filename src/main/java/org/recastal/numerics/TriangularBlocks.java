package org.recastal.numerics;

import java.util.Arrays;
import org.recastal.numerics.PanelProduct.Part;

/**
 * Factor, solve and inverse by panels of rows, so that nearly all of the work is done by one {@link
 * PanelProduct}.
 */
final class TriangularBlocks {

  /**
   * Rows taken together, so that what they need of earlier rows is read once for all of them; rows
   * of an inverse end at multiples of it.
   */
  private static final int PANEL = 12 * PanelTile.DEPTH;

  /** Sides of a mirrored square. */
  private static final int SQUARE = 32;

  private final PanelProduct product = new PanelProduct();

  /**
   * Turns the rows first … n−1 of A, of which the upper triangle is read, into those of Lᵀ; the
   * rows above hold their part of Lᵀ already.
   *
   * @return whether A is positive definite and finite
   */
  boolean factor(double[][] rows, int first) {
    int n = rows.length;
    for (int from = first; from < n; from += PANEL) {
      int to = Math.min(n, from + PANEL);
      product.subtract(rows, from, to, from, to, rows, rows, 0, from, Part.UPPER);
      if (!factorCorner(rows, from, to)) {
        return false;
      }
      product.solve(rows, from, to, to, n, rows);
    }
    return true;
  }

  /** Writes the lower triangle of a square to the upper one, in squares that stand in the cache. */
  static void mirror(double[][] rows) {
    for (int top = 0; top < rows.length; top += SQUARE) {
      int bottom = Math.min(rows.length, top + SQUARE);
      for (int left = 0; left <= top; left += SQUARE) {
        for (int j = left; j < Math.min(bottom, left + SQUARE); j++) {
          double[] row = rows[j];
          for (int i = Math.max(top, j + 1); i < bottom; i++) {
            row[i] = rows[i][j];
          }
        }
      }
    }
  }

  /** Factors the corner of a panel that has seen all rows above it. */
  private static boolean factorCorner(double[][] rows, int from, int to) {
    for (int i = from; i < to; i++) {
      double[] row = rows[i];
      RowKernels.subtract(row, i, to, rows, rows, i, from, i);
      double pivot = row[i];
      if (!(pivot > 0) || pivot == Double.POSITIVE_INFINITY) {
        return false;
      }
      row[i] = Math.sqrt(pivot);
      RowKernels.scale(row, i + 1, to, 1 / row[i]);
    }
    return true;
  }

  /**
   * Solves L V = B where B stands.
   *
   * @param columns n arrays of equal length, the rows of B
   * @param factor Lᵀ
   */
  void solve(double[][] columns, double[][] factor) {
    int n = columns.length;
    for (int from = 0; from < n; from += PANEL) {
      int to = Math.min(n, from + PANEL);
      product.solve(columns, from, to, 0, columns[from].length, factor);
    }
  }

  /**
   * The lower triangle of A⁻¹ = L⁻ᵀ L⁻¹. It takes the place of L⁻¹ from the top: a row of it needs
   * no row of L⁻¹ above.
   *
   * @param factor Lᵀ
   */
  double[][] inverse(double[][] factor) {
    int n = factor.length;
    double[][] rows = factorInverse(factor);
    double[][] sources = rows.clone();
    double[][] own = new double[Math.min(n, PANEL)][n];
    for (int from = 0; from < n; from += PANEL) {
      int to = Math.min(n, from + PANEL);
      for (int i = from; i < to; i++) {
        sources[i] = own[i - from];
        System.arraycopy(rows[i], 0, sources[i], 0, to);
        Arrays.fill(rows[i], 0);
      }
      product.subtract(rows, from, to, 0, to, sources, sources, from, n, Part.LOWER);
      for (int i = from; i < to; i++) {
        RowKernels.scale(rows[i], 0, i + 1, -1);
      }
    }
    return rows;
  }

  /** L⁻¹: its rows hold zeros right of the diagonal and end with its panel. */
  private double[][] factorInverse(double[][] factor) {
    int n = factor.length;
    double[][] rows = new double[n][];
    for (int from = 0; from < n; from += PANEL) {
      int to = Math.min(n, from + PANEL);
      for (int i = from; i < to; i++) {
        rows[i] = new double[to];
      }
      product.solve(rows, from, to, 0, from, factor);
      invertCorner(rows, from, to, factor);
    }
    return rows;
  }

  private static void invertCorner(double[][] rows, int from, int to, double[][] factor) {
    for (int i = from; i < to; i++) {
      double scale = 1 / factor[i][i];
      RowKernels.subtract(rows[i], from, i, rows, factor, i, from, i);
      RowKernels.scale(rows[i], from, i, scale);
      rows[i][i] = scale;
    }
  }
}

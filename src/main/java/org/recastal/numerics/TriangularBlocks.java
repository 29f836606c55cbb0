package org.recastal.numerics;

import java.util.Arrays;
import org.recastal.numerics.PanelProduct.Part;

/**
 * Factor, solve and inverse by panels of rows, halved again and again, so that nearly all of the
 * work is done by one {@link PanelProduct}.
 */
final class TriangularBlocks {

  /**
   * Rows taken together, so that what they need of earlier rows is read once for all of them; rows
   * of an inverse end at multiples of it.
   */
  private static final int PANEL = 128;

  /** Columns of a panel that are solved together: half a megabyte. */
  private static final int TILE = 512;

  /** Rows taken together within a panel of the inverse, and sides of a mirrored square. */
  private static final int SLICE = 32;

  private final PanelProduct product;

  /** Rows that are not halved any more. */
  private final int leaf;

  TriangularBlocks(PanelProduct product) {
    this.product = product;
    this.leaf = product.fewestRows();
  }

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
      product.subtract(rows, from, to, from, n, rows, rows, 0, from, Part.UPPER);
      if (!factorCorner(rows, from, to)) {
        return false;
      }
      solvePanel(rows, from, to, to, n, rows);
    }
    return true;
  }

  /** Writes the lower triangle of a square to the upper one, in squares that stand in the cache. */
  static void mirror(double[][] rows) {
    for (int top = 0; top < rows.length; top += SLICE) {
      int bottom = Math.min(rows.length, top + SLICE);
      for (int left = 0; left <= top; left += SLICE) {
        for (int j = left; j < Math.min(bottom, left + SLICE); j++) {
          double[] row = rows[j];
          for (int i = Math.max(top, j + 1); i < bottom; i++) {
            row[i] = rows[i][j];
          }
        }
      }
    }
  }

  /** Factors the corner of a panel that has seen all rows above it. */
  private boolean factorCorner(double[][] rows, int from, int to) {
    if (to - from > leaf) {
      int middle = middle(from, to);
      if (!factorCorner(rows, from, middle)) {
        return false;
      }
      solve(rows, from, middle, middle, to, rows);
      product.subtract(rows, middle, to, middle, to, rows, rows, from, middle, Part.UPPER);
      return factorCorner(rows, middle, to);
    }
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

  private int middle(int from, int to) {
    return from + Math.max(leaf, (to - from) / 2 / leaf * leaf);
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
      int m = columns[from].length;
      product.subtract(columns, from, to, 0, m, columns, factor, 0, from, Part.WHOLE);
      solvePanel(columns, from, to, 0, m, factor);
    }
  }

  /** Tile by tile, so that what a row needs of its panel stands in the cache. */
  private void solvePanel(
      double[][] rows, int from, int to, int left, int right, double[][] factor) {
    for (int tile = left; tile < right; tile += TILE) {
      solve(rows, from, to, tile, Math.min(right, tile + TILE), factor);
    }
  }

  /**
   * Solves for the columns left ... right − 1 of rows that have seen all rows before {@code from}.
   */
  private void solve(double[][] rows, int from, int to, int left, int right, double[][] factor) {
    if (to - from > leaf) {
      int middle = middle(from, to);
      solve(rows, from, middle, left, right, factor);
      product.subtract(rows, middle, to, left, right, rows, factor, from, middle, Part.WHOLE);
      solve(rows, middle, to, left, right, factor);
      return;
    }
    for (int k = from; k < to; k++) {
      RowKernels.subtract(rows[k], left, right, rows, factor, k, from, k);
      RowKernels.scale(rows[k], left, right, 1 / factor[k][k]);
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
    for (int from = 0; from < n; from += PANEL) {
      int to = Math.min(n, from + PANEL);
      double[][] own = Arrays.copyOfRange(rows, from, to);
      double[][] corner = columnsFrom(own, from);
      double[][] targets = new double[own.length][to];
      for (int i = 0; i < own.length; i += SLICE) {
        int end = Math.min(own.length, i + SLICE);
        product.subtract(targets, i, end, 0, from + end, own, corner, i, own.length, Part.WHOLE);
      }
      System.arraycopy(targets, 0, rows, from, own.length);
      product.subtract(rows, from, to, 0, to, rows, rows, to, n, Part.LOWER);
      for (int i = from; i < to; i++) {
        RowKernels.scale(rows[i], 0, i + 1, -1);
      }
    }
    return rows;
  }

  /** The square right of a column. */
  private static double[][] columnsFrom(double[][] rows, int from) {
    double[][] out = new double[rows.length][];
    Arrays.setAll(out, i -> Arrays.copyOfRange(rows[i], from, rows[i].length));
    return out;
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
      product.subtract(rows, from, to, 0, from, rows, factor, 0, from, Part.WHOLE);
      solvePanel(rows, from, to, 0, from, factor);
      invertCorner(rows, from, to, factor);
    }
    return rows;
  }

  private void invertCorner(double[][] rows, int from, int to, double[][] factor) {
    if (to - from > leaf) {
      int middle = middle(from, to);
      invertCorner(rows, from, middle, factor);
      product.subtract(rows, middle, to, from, middle, rows, factor, from, middle, Part.WHOLE);
      solve(rows, middle, to, from, middle, factor);
      invertCorner(rows, middle, to, factor);
      return;
    }
    for (int i = from; i < to; i++) {
      double scale = 1 / factor[i][i];
      RowKernels.subtract(rows[i], from, i, rows, factor, i, from, i);
      RowKernels.scale(rows[i], from, i, scale);
      rows[i][i] = scale;
    }
  }
}

package org.recastal.numerics;

/**
 * The products that nearly all work of the dense algebra goes into: every element of a target is a
 * chain of fused products in the order of k, however the work is cut. It keeps memory for the next
 * product, so each thread needs its own.
 */
final class PanelProduct {

  /** Which elements of the targets are wanted; others within the bounds may change or not. */
  enum Part {
    WHOLE,
    /** Columns from the number of the row on. */
    UPPER,
    /** Columns to the number of the row, where coefficients of earlier sources are zeros. */
    LOWER;

    /** Whether any element of a block is wanted. */
    boolean wants(int firstRow, int lastRow, int from, int to) {
      return switch (this) {
        case WHOLE -> true;
        case UPPER -> to > firstRow;
        case LOWER -> from < lastRow;
      };
    }
  }

  /** Columns, targets and sources from which copies into a tile pay off. */
  private static final int WIDE = 64;

  private static final int HIGH = 16;
  private static final int DEEP = 4 * PanelTile.DEPTH;

  private final PanelTile tile = new PanelTile();

  /**
   * {@code targets[i][j] -= Σ_k rows[k][i] · sources[k][j]} for i in [firstRow, lastRow), j in
   * [from, to), k in [first, last). Sources that end before {@code to} go on with zeros; none ends
   * before an earlier one does.
   */
  void subtract(
      double[][] targets,
      int firstRow,
      int lastRow,
      int from,
      int to,
      double[][] sources,
      double[][] rows,
      int first,
      int last,
      Part part) {
    if (!isLarge(lastRow - firstRow, to - from, last - first)) {
      subtractInPlace(targets, firstRow, lastRow, from, to, sources, rows, first, last, part);
      return;
    }
    tile.take(rows, firstRow, lastRow, first, last, last);
    for (int left = from; left < to; left += PanelTile.WIDTH) {
      int right = Math.min(to, left + PanelTile.WIDTH);
      if (part.wants(firstRow, lastRow, left, right)) {
        tile.moveIn(targets, left, right);
        tile.subtract(sources, part);
        tile.moveOut(targets);
      }
    }
  }

  /**
   * The same for all sources above, which are targets too, and then the solution of the rows from
   * firstRow on among themselves: rows [firstRow, lastRow) of V where L V = B and those of B stood.
   *
   * @param factor Lᵀ
   */
  void solve(double[][] targets, int firstRow, int lastRow, int from, int to, double[][] factor) {
    if (!isLarge(lastRow - firstRow, to - from, lastRow)) {
      solveInPlace(targets, firstRow, lastRow, from, to, factor);
      return;
    }
    tile.take(factor, firstRow, lastRow, 0, firstRow, lastRow);
    for (int left = from; left < to; left += PanelTile.WIDTH) {
      tile.moveIn(targets, left, Math.min(to, left + PanelTile.WIDTH));
      tile.subtract(targets, Part.WHOLE);
      tile.solve(factor);
      tile.moveOut(targets);
    }
  }

  private static boolean isLarge(int height, int width, int depth) {
    return height >= HIGH && width >= WIDE && depth >= DEEP;
  }

  private static void solveInPlace(
      double[][] targets, int firstRow, int lastRow, int from, int to, double[][] factor) {
    subtractInPlace(targets, firstRow, lastRow, from, to, targets, factor, 0, firstRow, Part.WHOLE);
    for (int k = firstRow; k < lastRow; k++) {
      RowKernels.subtract(targets[k], from, to, targets, factor, k, firstRow, k);
      RowKernels.scale(targets[k], from, to, 1 / factor[k][k]);
    }
  }

  /** Where everything stands in the cache already. */
  private static void subtractInPlace(
      double[][] targets,
      int firstRow,
      int lastRow,
      int from,
      int to,
      double[][] sources,
      double[][] rows,
      int first,
      int last,
      Part part) {
    int k = PanelTile.reaching(sources, first, last, from);
    while (k < last) {
      int reached = Math.min(to, sources[k].length);
      int until = k + 1;
      while (until < Math.min(last, k + PanelTile.DEPTH)
          && Math.min(to, sources[until].length) == reached) {
        until++;
      }
      for (int i = firstRow; i < lastRow; i++) {
        int start = part == Part.UPPER ? Math.max(from, i) : from;
        int end = part == Part.LOWER ? Math.min(reached, i + 1) : reached;
        RowKernels.subtract(targets[i], start, end, sources, rows, i, k, until);
      }
      k = until;
    }
  }
}

package org.recastal.numerics;

/**
 * The panel product in loops that the virtual machine turns into vector instructions. Targets and
 * sources of a tile are copied into arrays whose starts agree modulo the size of a cache line, so
 * that no load of the inner loop straddles two lines; six sources at a time are added.
 */
final class PlainPanelProduct implements PanelProduct {

  /** Columns of a tile. */
  private static final int TILE = 512;

  /** Sources added at a time. */
  private static final int DEPTH = 6;

  /** With the 16 bytes of its head such an array fills whole cache lines, so neighbours agree. */
  private static final int PITCH = TILE + 6;

  /** Columns, targets and sources from which copies pay off. */
  private static final int WIDE = 64;

  private static final int HIGH = 16;
  private static final int DEEP = 96;

  @Override
  public void subtract(
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
    boolean copies = to - from >= WIDE && lastRow - firstRow >= HIGH && last - first >= DEEP;
    double[][] work = new double[copies ? lastRow - firstRow + DEPTH : 0][PITCH];
    for (int j = from; j < to; j += TILE) {
      int end = Math.min(to, j + TILE);
      if (!part.wants(firstRow, lastRow, j, end)) {
        continue;
      }
      int start = PanelProduct.reaching(sources, first, last, j);
      if (copies) {
        move(targets, firstRow, lastRow, j, end, work, true);
        tile(work, firstRow, lastRow, j, end, sources, rows, start, last, part);
        move(targets, firstRow, lastRow, j, end, work, false);
      } else {
        small(targets, firstRow, lastRow, j, end, sources, rows, start, last, part);
      }
    }
  }

  @Override
  public int fewestRows() {
    return 64;
  }

  private static void move(
      double[][] targets,
      int firstRow,
      int lastRow,
      int from,
      int to,
      double[][] work,
      boolean in) {
    for (int i = firstRow; i < lastRow; i++) {
      double[] own = work[i - firstRow];
      if (in) {
        System.arraycopy(targets[i], from, own, 0, to - from);
      } else {
        System.arraycopy(own, 0, targets[i], from, to - from);
      }
    }
  }

  private static void tile(
      double[][] work,
      int firstRow,
      int lastRow,
      int from,
      int to,
      double[][] sources,
      double[][] rows,
      int first,
      int last,
      Part part) {
    int height = lastRow - firstRow;
    double[] c = new double[DEPTH];
    for (int k = first; k < last; k += DEPTH) {
      int depth = Math.min(DEPTH, last - k);
      for (int d = 0; d < depth; d++) {
        copy(sources[k + d], from, to, work[height + d]);
      }
      for (int i = 0; i < height; i++) {
        for (int d = 0; d < depth; d++) {
          c[d] = -rows[k + d][firstRow + i];
        }
        int start = part == Part.UPPER ? Math.max(0, (firstRow + i - from) & -8) : 0;
        int end = part == Part.LOWER ? Math.min(to - from, firstRow + i + 1 - from) : to - from;
        RowKernels.add(work[i], start, end, work, height, c, depth);
      }
    }
  }

  private static void copy(double[] source, int from, int to, double[] out) {
    int reached = Math.min(to, source.length);
    System.arraycopy(source, from, out, 0, reached - from);
    for (int j = reached - from; j < to - from; j++) {
      out[j] = 0;
    }
  }

  /** Where everything stands in the cache already. */
  private static void small(
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
    int k = first;
    while (k < last) {
      int reached = Math.min(to, sources[k].length);
      int until = k + 1;
      while (until < Math.min(last, k + DEPTH) && Math.min(to, sources[until].length) == reached) {
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

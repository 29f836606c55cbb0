package org.recastal.numerics;

import java.util.Arrays;
import org.recastal.numerics.PanelProduct.Part;

/**
 * Where large products are made: the columns of a tile of the targets are copied into rows that
 * stay in the second cache, and twelve sources at a time into one block that stays in the first;
 * the coefficients stand in the order of their use.
 */
final class PanelTile {

  /** Sources that are added at a time; the number of targets had best be a multiple of it. */
  static final int DEPTH = RowKernels.BLOCK_ROWS;

  /** Most columns of a tile. */
  static final int WIDTH = RowKernels.BLOCK_COLUMNS;

  /**
   * With the 16 bytes of its head a row of this length fills whole cache lines. So rows that stand
   * side by side begin alike, and no load of the inner loop straddles two lines.
   */
  private static final int ROW = WIDTH + 6;

  /** Rows of targets, and as the last one the block, so that they stay side by side. */
  private double[][] work = new double[0][];

  private double[] coefficients = new double[0];

  private int firstRow;
  private int height;
  private int first;
  private int last;
  private int left;
  private int right;

  /**
   * Begins with the coefficients of other rows.
   *
   * @param rows holds that of source k and target i in row k, column i
   * @param firstRow of the targets, as lastRow
   * @param first of the sources, as last
   * @param end of the rows, from last on, whose coefficients {@link #solve} needs
   */
  void take(double[][] rows, int firstRow, int lastRow, int first, int last, int end) {
    this.firstRow = firstRow;
    this.height = lastRow - firstRow;
    this.first = first;
    this.last = last;
    if (work.length <= height) {
      work = new double[height + 1][ROW];
      work[height] = new double[DEPTH * RowKernels.BLOCK_PITCH];
    }
    int needed = (ofSolve() + upToDepth(end - last)) * height;
    if (coefficients.length < needed) {
      coefficients = new double[needed];
    }
    pack(rows, first, last, 0);
    pack(rows, last, end, ofSolve() * height);
  }

  /** Sources before those of the solution. */
  private int ofSolve() {
    return upToDepth(last - first);
  }

  private static int upToDepth(int count) {
    return (count + DEPTH - 1) / DEPTH * DEPTH;
  }

  /**
   * Lays the negated coefficients out: for twelve sources after the other, those of every target
   * side by side. Where sources are missing they are zeros. Four rows are read at a time, since one
   * alone is over before the processor fetches ahead.
   */
  private void pack(double[][] rows, int from, int to, int start) {
    double[] none = new double[firstRow + height];
    int at = start;
    for (int group = from; group < to; group += DEPTH) {
      for (int k = group; k < group + DEPTH; k += 4) {
        packFour(
            k < to ? rows[k] : none,
            k + 1 < to ? rows[k + 1] : none,
            k + 2 < to ? rows[k + 2] : none,
            k + 3 < to ? rows[k + 3] : none,
            firstRow,
            firstRow + height,
            coefficients,
            at + k - group);
      }
      at += DEPTH * height;
    }
  }

  private static void packFour(
      double[] r0,
      double[] r1,
      double[] r2,
      double[] r3,
      int from,
      int to,
      double[] out,
      int start) {
    int at = start;
    for (int i = from; i < to; i++) {
      out[at] = -r0[i];
      out[at + 1] = -r1[i];
      out[at + 2] = -r2[i];
      out[at + 3] = -r3[i];
      at += DEPTH;
    }
  }

  /** Begins with columns [left, right) of the targets. */
  void moveIn(double[][] targets, int left, int right) {
    this.left = left;
    this.right = right;
    for (int i = 0; i < height; i++) {
      System.arraycopy(targets[firstRow + i], left, work[i], 0, right - left);
    }
  }

  void moveOut(double[][] targets) {
    for (int i = 0; i < height; i++) {
      System.arraycopy(work[i], 0, targets[firstRow + i], left, right - left);
    }
  }

  /** Subtracts what the targets owe to the sources. */
  void subtract(double[][] sources, Part part) {
    int skipped = (reaching(sources, first, last, left) - first) / DEPTH * DEPTH;
    for (int k = first + skipped; k < last; k += DEPTH) {
      int width = fill(sources, k, last, left, right);
      int until = part == Part.LOWER ? Math.min(height, k + DEPTH - firstRow) : height;
      add(0, until, width, (k - first) * height, part);
    }
  }

  /** Solves the targets among themselves: twelve, then what they mean for all below. */
  void solve(double[][] factor) {
    int width = right - left;
    for (int top = 0; top < height; top += DEPTH) {
      int bottom = Math.min(height, top + DEPTH);
      for (int i = top; i < bottom; i++) {
        for (int k = top; k < i; k++) {
          RowKernels.subtractOne(work[i], 0, width, work[k], factor[firstRow + k][firstRow + i]);
        }
        RowKernels.scale(work[i], 0, width, 1 / factor[firstRow + i][firstRow + i]);
      }
      if (bottom < height) {
        fill(work, top, bottom, 0, width);
        add(bottom, height, width, (ofSolve() + top) * height, Part.WHOLE);
      }
    }
  }

  /** The first source that reaches a column. */
  static int reaching(double[][] sources, int first, int last, int column) {
    int k = first;
    while (k < last && sources[k].length <= column) {
      k++;
    }
    return k;
  }

  /**
   * Copies columns of twelve sources into the block.
   *
   * @return the width that any of them reaches
   */
  private int fill(double[][] sources, int from, int end, int left, int right) {
    double[] block = block();
    int depth = Math.min(DEPTH, end - from);
    int width = Math.min(right, sources[from + depth - 1].length) - left;
    for (int d = 0; d < depth; d++) {
      double[] source = sources[from + d];
      int at = d * RowKernels.BLOCK_PITCH;
      int own = Math.max(0, Math.min(width, source.length - left));
      if (own > 0) {
        System.arraycopy(source, left, block, at, own);
      }
      Arrays.fill(block, at + own, at + width, 0);
    }
    // Times the coefficient −0 this changes no sum, not even the sign of a zero.
    Arrays.fill(block, depth * RowKernels.BLOCK_PITCH, block.length, 0);
    return width;
  }

  private double[] block() {
    return work[work.length - 1];
  }

  /**
   * Adds the block to rows [from, to).
   *
   * @param at where the coefficients of the block begin
   */
  private void add(int from, int to, int width, int at, Part part) {
    double[] block = block();
    for (int i = from; i < to; i++) {
      int diagonal = firstRow + i - left;
      int start = part == Part.UPPER ? Math.max(0, diagonal & -4) : 0;
      int end = part == Part.LOWER ? Math.min(width, diagonal + 1) : width;
      if (start < end) {
        RowKernels.addBlock(work[i], start, end, block, coefficients, at + i * DEPTH);
      }
    }
  }
}

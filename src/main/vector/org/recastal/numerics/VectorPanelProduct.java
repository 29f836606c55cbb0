package org.recastal.numerics;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The panel product in vector registers: four targets by two vectors of columns stay in registers
 * while k runs over packed copies of sources and coefficients (Goto and van de Geijn 2008, "Anatomy
 * of high-performance matrix multiplication", §4). Elements that do not fill a block are left to
 * the plain product.
 */
final class VectorPanelProduct implements PanelProduct {

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int STRIP = 2 * LANES;

  /** Targets of a block. */
  private static final int HEIGHT = 4;

  /** Sources and columns of a packed tile: 256 × 256 numbers, 512 KB. */
  private static final int DEPTH = 256;

  private static final int TILE = 256;

  VectorPanelProduct() {}

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
      int last) {
    int evenRow = firstRow + (lastRow - firstRow) / HEIGHT * HEIGHT;
    int even = from + (to - from) / STRIP * STRIP;
    if (evenRow > firstRow && even > from && last > first) {
      int depth = Math.min(DEPTH, last - first);
      double[] coefficients = new double[(evenRow - firstRow) * depth];
      double[] packed = new double[Math.min(TILE, even - from) * depth];
      for (int k = first; k < last; k += DEPTH) {
        int until = Math.min(last, k + DEPTH);
        packCoefficients(rows, firstRow, evenRow, k, until, coefficients);
        for (int j = from; j < even; j += TILE) {
          int end = Math.min(even, j + TILE);
          packSources(sources, j, end, k, until, packed);
          tile(targets, firstRow, evenRow, j, end, coefficients, packed, until - k);
        }
      }
    }
    RowKernels.subtract(targets, firstRow, evenRow, even, to, sources, rows, first, last);
    RowKernels.subtract(targets, evenRow, lastRow, from, to, sources, rows, first, last);
  }

  /** Negated, four targets side by side for every k. */
  private static void packCoefficients(
      double[][] rows, int firstRow, int lastRow, int first, int last, double[] out) {
    int depth = last - first;
    for (int k = first; k < last; k++) {
      double[] row = rows[k];
      for (int i = firstRow; i < lastRow; i += HEIGHT) {
        int at = (i - firstRow) * depth + (k - first) * HEIGHT;
        out[at] = -row[i];
        out[at + 1] = -row[i + 1];
        out[at + 2] = -row[i + 2];
        out[at + 3] = -row[i + 3];
      }
    }
  }

  /** Strips of two vectors of columns, one after the other. */
  private static void packSources(
      double[][] sources, int from, int to, int first, int last, double[] out) {
    int depth = last - first;
    for (int k = first; k < last; k++) {
      double[] source = sources[k];
      int at = (k - first) * STRIP;
      for (int j = from; j < to; j += STRIP) {
        DoubleVector.fromArray(SPECIES, source, j).intoArray(out, at);
        DoubleVector.fromArray(SPECIES, source, j + LANES).intoArray(out, at + LANES);
        at += depth * STRIP;
      }
    }
  }

  private static void tile(
      double[][] targets,
      int firstRow,
      int lastRow,
      int from,
      int to,
      double[] coefficients,
      double[] packed,
      int depth) {
    for (int j = from; j < to; j += STRIP) {
      int strip = (j - from) * depth;
      for (int i = firstRow; i < lastRow; i += HEIGHT) {
        block(
            targets[i],
            targets[i + 1],
            targets[i + 2],
            targets[i + 3],
            j,
            coefficients,
            (i - firstRow) * depth,
            packed,
            strip,
            depth);
      }
    }
  }

  private static void block(
      double[] target0,
      double[] target1,
      double[] target2,
      double[] target3,
      int j,
      double[] coefficients,
      int firstCoefficient,
      double[] packed,
      int strip,
      int depth) {
    DoubleVector a0 = DoubleVector.fromArray(SPECIES, target0, j);
    DoubleVector b0 = DoubleVector.fromArray(SPECIES, target0, j + LANES);
    DoubleVector a1 = DoubleVector.fromArray(SPECIES, target1, j);
    DoubleVector b1 = DoubleVector.fromArray(SPECIES, target1, j + LANES);
    DoubleVector a2 = DoubleVector.fromArray(SPECIES, target2, j);
    DoubleVector b2 = DoubleVector.fromArray(SPECIES, target2, j + LANES);
    DoubleVector a3 = DoubleVector.fromArray(SPECIES, target3, j);
    DoubleVector b3 = DoubleVector.fromArray(SPECIES, target3, j + LANES);
    int c = firstCoefficient;
    int s = strip;
    for (int k = 0; k < depth; k++) {
      DoubleVector x = DoubleVector.fromArray(SPECIES, packed, s);
      DoubleVector y = DoubleVector.fromArray(SPECIES, packed, s + LANES);
      DoubleVector f = DoubleVector.broadcast(SPECIES, coefficients[c]);
      a0 = f.fma(x, a0);
      b0 = f.fma(y, b0);
      f = DoubleVector.broadcast(SPECIES, coefficients[c + 1]);
      a1 = f.fma(x, a1);
      b1 = f.fma(y, b1);
      f = DoubleVector.broadcast(SPECIES, coefficients[c + 2]);
      a2 = f.fma(x, a2);
      b2 = f.fma(y, b2);
      f = DoubleVector.broadcast(SPECIES, coefficients[c + 3]);
      a3 = f.fma(x, a3);
      b3 = f.fma(y, b3);
      c += HEIGHT;
      s += STRIP;
    }
    a0.intoArray(target0, j);
    b0.intoArray(target0, j + LANES);
    a1.intoArray(target1, j);
    b1.intoArray(target1, j + LANES);
    a2.intoArray(target2, j);
    b2.intoArray(target2, j + LANES);
    a3.intoArray(target3, j);
    b3.intoArray(target3, j + LANES);
  }
}

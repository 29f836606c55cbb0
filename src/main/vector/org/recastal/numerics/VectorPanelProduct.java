package org.recastal.numerics;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The panel product in vector registers: four targets by two vectors of columns stay in registers
 * while k runs over packed copies of sources and coefficients (Goto and van de Geijn 2008, "Anatomy
 * of high-performance matrix multiplication", §4).
 */
final class VectorPanelProduct implements PanelProduct {

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int STRIP = 2 * LANES;

  /** Targets of a block. */
  private static final int HEIGHT = 4;

  /**
   * Sources that one turn of the inner loop takes; depths are made a multiple of it by zeros. With
   * more of them the virtual machine runs out of registers.
   */
  private static final int UNROLLED = 2;

  /** Sources and columns of a packed tile. */
  private static final int DEPTH = 256;

  private static final int TILE = 128;

  /** Sources below which packing does not pay off. */
  private static final int SHALLOW = 8;

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
      int last,
      Part part) {
    if (last - first < SHALLOW) {
      PLAIN.subtract(targets, firstRow, lastRow, from, to, sources, rows, first, last, part);
      return;
    }
    int height = upTo(lastRow - firstRow, HEIGHT);
    double[] coefficients = new double[height * upTo(last - first, UNROLLED)];
    for (int k = first; k < last; k += DEPTH) {
      int until = Math.min(last, k + DEPTH);
      packCoefficients(rows, firstRow, lastRow, k, until, coefficients, height * (k - first));
    }
    int width = upTo(Math.min(TILE, to - from), STRIP);
    double[] packed = new double[width * upTo(Math.min(DEPTH, last - first), UNROLLED)];
    for (int j = from; j < to; j += TILE) {
      int end = Math.min(to, j + TILE);
      if (!part.wants(firstRow, lastRow, j, end)) {
        continue;
      }
      int k = PanelProduct.reaching(sources, first, last, j);
      k -= (k - first) % UNROLLED;
      while (k < last) {
        int block = first + (k - first) / DEPTH * DEPTH;
        int until = Math.min(last, block + DEPTH);
        packSources(sources, j, end, k, until, packed);
        tile(
            targets,
            firstRow,
            lastRow,
            j,
            end,
            coefficients,
            height * (block - first) + HEIGHT * (k - block),
            upTo(until - block, UNROLLED),
            packed,
            upTo(until - k, UNROLLED),
            part);
        k = until;
      }
    }
  }

  /** The next multiple. */
  private static int upTo(int x, int unit) {
    return (x + unit - 1) / unit * unit;
  }

  @Override
  public int fewestRows() {
    return 16;
  }

  /** Negated, four targets side by side for every k. */
  private static void packCoefficients(
      double[][] rows, int firstRow, int lastRow, int first, int last, double[] out, int start) {
    int depth = upTo(last - first, UNROLLED);
    for (int k = first; k < last; k++) {
      double[] row = rows[k];
      int at = start + (k - first) * HEIGHT;
      int i = firstRow;
      for (; i + HEIGHT <= lastRow; i += HEIGHT) {
        out[at] = -row[i];
        out[at + 1] = -row[i + 1];
        out[at + 2] = -row[i + 2];
        out[at + 3] = -row[i + 3];
        at += depth * HEIGHT;
      }
      for (; i < lastRow; i++) {
        out[at] = -row[i];
        at++;
      }
    }
  }

  /** Strips of two vectors of columns, one after the other; zeros where a source has ended. */
  private static void packSources(
      double[][] sources, int from, int to, int first, int last, double[] out) {
    int depth = upTo(last - first, UNROLLED);
    for (int k = last; k < first + depth; k++) {
      // Times a zero, this changes no sum, not even the sign of zero.
      for (int at = (k - first) * STRIP; at < (to - from) * depth; at += depth * STRIP) {
        Arrays.fill(out, at, at + STRIP, -0.0);
      }
    }
    for (int k = first; k < last; k++) {
      double[] source = sources[k];
      int reached = Math.min(to, source.length);
      int at = (k - first) * STRIP;
      int j = from;
      for (; j + STRIP <= reached; j += STRIP) {
        DoubleVector.fromArray(SPECIES, source, j).intoArray(out, at);
        DoubleVector.fromArray(SPECIES, source, j + LANES).intoArray(out, at + LANES);
        at += depth * STRIP;
      }
      for (; j < to; j += STRIP) {
        for (int q = 0; q < STRIP; q++) {
          out[at + q] = j + q < reached ? source[j + q] : 0;
        }
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
      int firstCoefficient,
      int pitch,
      double[] packed,
      int depth,
      Part part) {
    double[][] spare = new double[HEIGHT][STRIP];
    for (int j = from; j < to; j += STRIP) {
      int strip = (j - from) * depth;
      int columns = Math.min(STRIP, to - j);
      for (int i = firstRow; i < lastRow; i += HEIGHT) {
        int height = Math.min(HEIGHT, lastRow - i);
        if (!part.wants(i, i + height, j, j + columns)) {
          continue;
        }
        int c = firstCoefficient + (i - firstRow) * pitch;
        if (height == HEIGHT && columns == STRIP) {
          block(targets, i, j, coefficients, c, packed, strip, depth);
        } else {
          move(targets, i, height, j, columns, spare, true);
          block(spare, 0, 0, coefficients, c, packed, strip, depth);
          move(targets, i, height, j, columns, spare, false);
        }
      }
    }
  }

  /** Blocks that are not full are worked on elsewhere. */
  private static void move(
      double[][] targets, int i, int height, int j, int columns, double[][] spare, boolean in) {
    for (int q = 0; q < height; q++) {
      if (in) {
        System.arraycopy(targets[i + q], j, spare[q], 0, columns);
      } else {
        System.arraycopy(spare[q], 0, targets[i + q], j, columns);
      }
    }
  }

  private static void block(
      double[][] targets,
      int i,
      int j,
      double[] coefficients,
      int firstCoefficient,
      double[] packed,
      int strip,
      int depth) {
    DoubleVector a0 = DoubleVector.fromArray(SPECIES, targets[i], j);
    DoubleVector b0 = DoubleVector.fromArray(SPECIES, targets[i], j + LANES);
    DoubleVector a1 = DoubleVector.fromArray(SPECIES, targets[i + 1], j);
    DoubleVector b1 = DoubleVector.fromArray(SPECIES, targets[i + 1], j + LANES);
    DoubleVector a2 = DoubleVector.fromArray(SPECIES, targets[i + 2], j);
    DoubleVector b2 = DoubleVector.fromArray(SPECIES, targets[i + 2], j + LANES);
    DoubleVector a3 = DoubleVector.fromArray(SPECIES, targets[i + 3], j);
    DoubleVector b3 = DoubleVector.fromArray(SPECIES, targets[i + 3], j + LANES);
    for (int k = 0; k < depth; k += UNROLLED) {
      int c = firstCoefficient + k * HEIGHT;
      int s = strip + k * STRIP;
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
      DoubleVector z = DoubleVector.fromArray(SPECIES, packed, s + STRIP);
      DoubleVector w = DoubleVector.fromArray(SPECIES, packed, s + STRIP + LANES);
      f = DoubleVector.broadcast(SPECIES, coefficients[c + 4]);
      a0 = f.fma(z, a0);
      b0 = f.fma(w, b0);
      f = DoubleVector.broadcast(SPECIES, coefficients[c + 5]);
      a1 = f.fma(z, a1);
      b1 = f.fma(w, b1);
      f = DoubleVector.broadcast(SPECIES, coefficients[c + 6]);
      a2 = f.fma(z, a2);
      b2 = f.fma(w, b2);
      f = DoubleVector.broadcast(SPECIES, coefficients[c + 7]);
      a3 = f.fma(z, a3);
      b3 = f.fma(w, b3);
    }
    a0.intoArray(targets[i], j);
    b0.intoArray(targets[i], j + LANES);
    a1.intoArray(targets[i + 1], j);
    b1.intoArray(targets[i + 1], j + LANES);
    a2.intoArray(targets[i + 2], j);
    b2.intoArray(targets[i + 2], j + LANES);
    a3.intoArray(targets[i + 3], j);
    b3.intoArray(targets[i + 3], j + LANES);
  }
}

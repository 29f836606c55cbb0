package org.recastal.acquisition.design;

import org.recastal.numerics.Matrix;

/** A regular grid of cells. */
final class CellGrid {

  private CellGrid() {}

  /**
   * The middles of the cells when every axis is cut into equal parts.
   *
   * @return {@code (cuts^dimension × dimension)}, the last axis running fastest
   */
  static Matrix middles(int cuts, int dimension) {
    int cells = (int) Math.round(Math.pow(cuts, dimension));
    double[] data = new double[cells * dimension];
    for (int i = 0; i < cells; i++) {
      int rest = i;
      for (int k = dimension - 1; k >= 0; k--) {
        data[i * dimension + k] = (rest % cuts + 0.5) / cuts;
        rest /= cuts;
      }
    }
    return new Matrix(cells, dimension, data);
  }
}

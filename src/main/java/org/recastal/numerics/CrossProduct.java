package org.recastal.numerics;

import org.recastal.numerics.PanelProduct.Part;

/** Products of the columns of one matrix with each other. */
public final class CrossProduct {

  private CrossProduct() {}

  /**
   * {@code targets[i][j] -= Σ_k rows[k][first + i] · rows[k][j]} for all targets and j in [0, to),
   * fused, in the order of k.
   *
   * @param rows n arrays of equal length
   */
  public static void subtract(double[][] targets, int first, int to, double[][] rows) {
    // The product numbers targets by the columns that they belong to.
    double[][] numbered = new double[first + targets.length][];
    System.arraycopy(targets, 0, numbered, first, targets.length);
    new PanelProduct()
        .subtract(numbered, first, numbered.length, 0, to, rows, rows, 0, rows.length, Part.WHOLE);
  }
}

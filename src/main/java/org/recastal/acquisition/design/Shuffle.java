package org.recastal.acquisition.design;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.RandomStream;

/** Random order (Fisher and Yates). */
final class Shuffle {

  private Shuffle() {}

  static Matrix rows(Matrix points, RandomStream random) {
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < points.rows(); i++) {
      rows.add(points.row(i));
    }
    for (int i = rows.size() - 1; i > 0; i--) {
      Collections.swap(rows, i, random.nextInt(i + 1));
    }
    return Matrix.ofRows(rows, points.columns());
  }
}

package org.recastal.study.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.recastal.numerics.Matrix;
import org.recastal.space.SearchSpace;
import org.recastal.study.Reach;

/**
 * Straight lines along one axis through places spread over the space, from bound to bound, with
 * evenly spaced nodes.
 *
 * @param nodes {@code (lines·NODES × d)} in the unit cube, line after line
 * @param counts whether a node lies where points may be evaluated
 */
record AxisLines(Matrix nodes, IntPredicate counts) {

  private static final int LINES = 128;
  private static final int NODES = 65;
  private static final double SPACING = 1.0 / (NODES - 1);

  /**
   * Lines through some of the places.
   *
   * @param places {@code (m × d)}, at least one
   */
  static AxisLines through(Matrix places, int axis, SearchSpace space) {
    int count = Math.min(LINES, places.rows());
    int d = places.columns();
    double[] data = new double[count * NODES * d];
    for (int line = 0; line < count; line++) {
      double[] place = places.row((int) ((long) line * places.rows() / count));
      for (int node = 0; node < NODES; node++) {
        place[axis] = node * SPACING;
        System.arraycopy(place, 0, data, (line * NODES + node) * d, d);
      }
    }
    Matrix nodes = new Matrix(count * NODES, d, data);
    Reach reach = Reach.of(space, places);
    return new AxisLines(nodes, i -> reach.includes(nodes.row(i)));
  }

  /**
   * Notes for every true crossing how far the nearest learnt one on its line is.
   *
   * @param truth distance from the level at each node
   * @param learnt the same, as learnt
   */
  void compare(double[] truth, double[] learnt, Offsets offsets) {
    for (int first = 0; first < truth.length; first += NODES) {
      List<Double> found = crossings(learnt, first);
      for (double crossing : crossings(truth, first)) {
        int node = first + (int) Math.round(crossing / SPACING);
        if (counts.test(node)) {
          note(crossing, found, offsets);
        }
      }
    }
  }

  private static void note(double crossing, List<Double> found, Offsets offsets) {
    found.stream()
        .mapToDouble(f -> Math.abs(f - crossing))
        .min()
        .ifPresentOrElse(offsets::found, () -> offsets.missed(1));
  }

  /** Where the values of one line change sign, in lengths of the axis. */
  private static List<Double> crossings(double[] values, int first) {
    List<Double> found = new ArrayList<>();
    for (int i = first; i < first + NODES - 1; i++) {
      if ((values[i] <= 0) != (values[i + 1] <= 0)) {
        found.add((i - first + values[i] / (values[i] - values[i + 1])) * SPACING);
      }
    }
    return found;
  }
}

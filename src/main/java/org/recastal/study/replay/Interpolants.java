package org.recastal.study.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.recastal.RecastAlException;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.MonotoneCubic;
import org.recastal.numerics.PolyharmonicSpline;
import org.recastal.numerics.TensorGrid;
import org.recastal.study.replay.ReplayNodes.Good;
import org.recastal.study.replay.ReplaySurface.Interpolant;

/** The methods of {@link ReplaySurface}, and which one suits a table. */
final class Interpolants {

  // Rows on a grid with holes (a triangle of masses) fill at least this part of it.
  private static final double GRID_FILL = 0.3;

  // A spline through n rows costs n³ operations and n² numbers.
  private static final int MOST_SCATTERED = 2000;

  // A second's work for a spline that is asked at 20,000 places.
  private static final int MOST_SMOOTH = 500;

  private Interpolants() {}

  /** Like {@link #choose}, but a spline through every table that is small enough. */
  static Interpolant withoutHoles(ReplayNodes nodes) {
    boolean small = nodes.good().size() <= MOST_SMOOTH;
    return small && nodes.dimension() > 1 ? scattered(nodes) : choose(nodes);
  }

  static Interpolant choose(ReplayNodes nodes) {
    if (nodes.dimension() == 1) {
      return alongOneAxis(nodes);
    }
    List<double[]> axes = axes(nodes);
    double product = 1;
    for (double[] axis : axes) {
      product *= axis.length;
    }
    int rows = nodes.good().size() + nodes.failed().size();
    return rows >= GRID_FILL * product
        ? new ReplayGrid(nodes, new TensorGrid(axes))
        : scattered(nodes);
  }

  private static Interpolant alongOneAxis(ReplayNodes nodes) {
    List<Good> sorted =
        nodes.good().stream().sorted(Comparator.comparingDouble(g -> g.at()[0])).toList();
    double[] x = sorted.stream().mapToDouble(g -> g.at()[0]).toArray();
    List<MonotoneCubic> curves = new ArrayList<>();
    for (int j = 0; j < nodes.lines(); j++) {
      int line = j;
      curves.add(
          new MonotoneCubic(x, sorted.stream().mapToDouble(g -> g.values()[line]).toArray()));
    }
    return at ->
        at[0] < x[0] || at[0] > x[x.length - 1]
            ? Optional.empty()
            : Optional.of(curves.stream().mapToDouble(c -> c.valueAt(at[0])).toArray());
  }

  private static Interpolant scattered(ReplayNodes nodes) {
    if (nodes.good().size() > MOST_SCATTERED) {
      throw RecastAlException.badInput(
          String.format(
              "%d scattered rows are too many to interpolate (at most %d); use mode: pool",
              nodes.good().size(), MOST_SCATTERED));
    }
    Matrix points = Matrix.ofRows(nodes.good().stream().map(Good::at).toList(), nodes.dimension());
    Matrix values = Matrix.ofRows(nodes.good().stream().map(Good::values).toList(), nodes.lines());
    try {
      PolyharmonicSpline spline = new PolyharmonicSpline(points, values);
      return at -> Optional.of(spline.valuesAt(at));
    } catch (IllegalArgumentException e) {
      throw RecastAlException.badInput(
          "the table cannot be interpolated: " + e.getMessage() + "; use mode: pool");
    }
  }

  private static List<double[]> axes(ReplayNodes nodes) {
    List<double[]> axes = new ArrayList<>();
    for (int k = 0; k < nodes.dimension(); k++) {
      int axis = k;
      DoubleStream values =
          Stream.concat(
                  nodes.good().stream().map(Good::at),
                  nodes.failed().stream().map(ReplayNodes.Failed::at))
              .mapToDouble(at -> at[axis]);
      axes.add(values.sorted().distinct().toArray());
    }
    return axes;
  }
}

package org.recastal.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.recastal.limits.Line;
import org.recastal.report.ContourLines.Polyline;
import org.recastal.space.Parameter;
import org.recastal.study.LearntScale;

/**
 * All contours of a report, as rows.
 *
 * @param rows polyline after polyline
 */
record ContourTable(List<Row> rows) {

  /**
   * One vertex.
   *
   * @param line whose contour it is
   * @param level the value of the line there, in the declared unit
   * @param source {@link #SCAN}, or the title of an overlay
   * @param band {@code nominal}; or {@code p84} and {@code p16}, where the surrogate gives the
   *     exclusion by the chosen line this probability in per cent; or {@code theory}, {@code
   *     theory+1s} and {@code theory-1s}, where the limit meets a cross-section of theory
   * @param polyline counted from 1 within the table
   * @param closed whether the polyline is a loop
   * @param coordinates parameter values, length d
   */
  record Row(
      Line line,
      double level,
      String source,
      String band,
      int polyline,
      boolean closed,
      List<Double> coordinates) {
    Row {
      coordinates = List.copyOf(coordinates);
    }
  }

  ContourTable {
    rows = List.copyOf(rows);
  }

  /** The source of the scan's own contours. */
  static final String SCAN = "scan";

  /** The band of a line's own contour. */
  static final String NOMINAL = "nominal";

  /** The contours of two-dimensional planes; a plane per pair for more than two parameters. */
  static ContourTable of(Subject subject, List<PlaneFields> planes, List<OverlayPlane> overlays) {
    List<Row> rows = new ArrayList<>();
    OptionalDouble level = subject.level();
    for (PlaneFields plane : planes) {
      for (Line line : plane.means().keySet()) {
        add(rows, plane.grid(), line, level, SCAN, NOMINAL, plane.contour(line));
      }
      for (double p : new double[] {PlaneFields.SETTLED, 1 - PlaneFields.SETTLED}) {
        String band = "p" + Math.round(100 * p);
        List<Polyline> lines = plane.contourOfProbability(p);
        add(rows, plane.grid(), subject.line(), level, SCAN, band, lines);
      }
      for (TheoryLine line : plane.theory().keySet()) {
        addTheory(rows, subject, plane, line);
      }
    }
    for (OverlayPlane plane : overlays) {
      Overlay overlay = plane.overlay();
      for (Line line : plane.contours().keySet()) {
        List<Polyline> lines = plane.contour(line);
        add(rows, planes.get(0).grid(), line, overlay.level(), overlay.title(), NOMINAL, lines);
      }
    }
    return new ContourTable(rows);
  }

  /** The level of each vertex is the cross-section of theory there, or what stands for it. */
  private static void addTheory(
      List<Row> rows, Subject subject, PlaneFields plane, TheoryLine line) {
    TheoryBand theory = subject.theory().orElseThrow();
    List<Row> vertices = new ArrayList<>();
    OptionalDouble none = OptionalDouble.empty();
    add(vertices, plane.grid(), Line.OBSERVED, none, SCAN, line.word(), plane.contour(line));
    int before = next(rows) - 1;
    for (Row r : vertices) {
      double[] at = r.coordinates().stream().mapToDouble(Double::doubleValue).toArray();
      rows.add(
          new Row(
              r.line(),
              theory.limit(line, at),
              r.source(),
              r.band(),
              before + r.polyline(),
              r.closed(),
              r.coordinates()));
    }
  }

  private static int next(List<Row> rows) {
    return rows.isEmpty() ? 1 : rows.get(rows.size() - 1).polyline() + 1;
  }

  private static void add(
      List<Row> rows,
      PlaneGrid grid,
      Line line,
      OptionalDouble level,
      String source,
      String band,
      List<Polyline> lines) {
    for (Polyline p : lines) {
      int polyline = next(rows);
      for (int k = 0; k < p.size(); k++) {
        List<Double> at = new ArrayList<>(grid.fixed());
        at.set(grid.x(), grid.xAt(p.xy()[2 * k]));
        at.set(grid.y(), grid.yAt(p.xy()[2 * k + 1]));
        rows.add(new Row(line, level.orElse(Double.NaN), source, band, polyline, p.closed(), at));
      }
    }
  }

  /** The values of a single parameter at which the lines cross the level. */
  static ContourTable of(Subject subject, BandCurves curves, List<OverlayCurve> overlays) {
    List<Row> rows = new ArrayList<>();
    Parameter axis = subject.spec().space().parameters().get(0);
    DoubleUnaryOperator learnt = subject.predictor()::toLearnt;
    for (Line line : curves.lines().keySet()) {
      add(rows, axis, line, subject.level(), SCAN, learnt, curves.x(), curves.of(line));
    }
    for (TheoryLine line : curves.theory().keySet()) {
      double[] theory = curves.theory().get(line);
      double[] observed = curves.of(Line.OBSERVED);
      double[] above = new double[theory.length];
      for (int k = 0; k < above.length; k++) {
        above[k] = learnt.applyAsDouble(observed[k]) - learnt.applyAsDouble(theory[k]);
      }
      for (double at : zeros(axis, curves.x(), above)) {
        double limit = subject.theory().orElseThrow().limit(line, new double[] {at});
        int polyline = next(rows);
        rows.add(new Row(Line.OBSERVED, limit, SCAN, line.word(), polyline, false, List.of(at)));
      }
    }
    for (OverlayCurve curve : overlays) {
      Overlay overlay = curve.overlay();
      DoubleUnaryOperator own = new LearntScale(overlay.quantity())::toLearnt;
      for (Line line : curve.limits().keySet()) {
        double[] limits = curve.of(line);
        add(rows, axis, line, overlay.level(), overlay.title(), own, curve.x(), limits);
      }
    }
    return new ContourTable(rows);
  }

  private static void add(
      List<Row> rows,
      Parameter axis,
      Line line,
      OptionalDouble level,
      String source,
      DoubleUnaryOperator toLearnt,
      double[] x,
      double[] limits) {
    if (level.isEmpty()) {
      return;
    }
    double wanted = toLearnt.applyAsDouble(level.getAsDouble());
    double[] above = Arrays.stream(limits).map(toLearnt).map(v -> v - wanted).toArray();
    for (double at : zeros(axis, x, above)) {
      int polyline = next(rows);
      rows.add(new Row(line, level.getAsDouble(), source, NOMINAL, polyline, false, List.of(at)));
    }
  }

  /** Where a curve that is linear between places of an axis changes its sign. */
  private static List<Double> zeros(Parameter axis, double[] x, double[] values) {
    List<Double> out = new ArrayList<>();
    for (int k = 1; k < values.length; k++) {
      double a = values[k - 1];
      double b = values[k];
      if (!Double.isNaN(a + b) && a < 0 != b < 0) {
        double from = axis.toUnit(x[k - 1]);
        double to = axis.toUnit(x[k]);
        out.add(axis.fromUnit(from + (to - from) * a / (a - b)));
      }
    }
    return out;
  }

  /** Number of polylines of a line's own contour. */
  long polylines(Line line) {
    return rows.stream()
        .filter(r -> r.line() == line && r.source().equals(SCAN) && r.band().equals(NOMINAL))
        .mapToInt(Row::polyline)
        .distinct()
        .count();
  }
}

package org.recastal.report;

import java.util.ArrayList;
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
   * @param level in the declared unit
   * @param source {@link #SCAN}, or the title of an overlay
   * @param band {@code nominal}; or {@code p84} and {@code p16}, where the surrogate gives the
   *     exclusion by the chosen line this probability in per cent
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
    for (int k = 1; k < limits.length; k++) {
      double a = toLearnt.applyAsDouble(limits[k - 1]) - wanted;
      double b = toLearnt.applyAsDouble(limits[k]) - wanted;
      if (a < 0 != b < 0) {
        double from = axis.toUnit(x[k - 1]);
        double to = axis.toUnit(x[k]);
        double at = axis.fromUnit(from + (to - from) * a / (a - b));
        int polyline = next(rows);
        rows.add(new Row(line, level.getAsDouble(), source, NOMINAL, polyline, false, List.of(at)));
      }
    }
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

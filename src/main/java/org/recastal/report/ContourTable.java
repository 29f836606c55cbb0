package org.recastal.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.recastal.limits.Line;
import org.recastal.report.ContourLines.Polyline;

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
   * @param band {@code nominal}; or {@code p84} and {@code p16}, where the surrogate gives the
   *     exclusion by the chosen line this probability in per cent
   * @param polyline counted from 1 within the table
   * @param closed whether the polyline is a loop
   * @param coordinates parameter values, length d
   */
  record Row(
      Line line,
      double level,
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

  /** The contours of two-dimensional planes; a plane per pair for more than two parameters. */
  static ContourTable of(Subject subject, List<PlaneFields> planes) {
    List<Row> rows = new ArrayList<>();
    int[] polyline = {0};
    OptionalDouble level = subject.level();
    for (PlaneFields plane : planes) {
      for (Line line : plane.means().keySet()) {
        add(rows, polyline, plane, line, level, "nominal", plane.contour(line));
      }
      for (double p : new double[] {PlaneFields.SETTLED, 1 - PlaneFields.SETTLED}) {
        String band = "p" + Math.round(100 * p);
        add(rows, polyline, plane, subject.line(), level, band, plane.contourOfProbability(p));
      }
    }
    return new ContourTable(rows);
  }

  private static void add(
      List<Row> rows,
      int[] polyline,
      PlaneFields plane,
      Line line,
      OptionalDouble level,
      String band,
      List<Polyline> lines) {
    PlaneGrid grid = plane.grid();
    for (Polyline p : lines) {
      polyline[0]++;
      for (int k = 0; k < p.size(); k++) {
        List<Double> at = new ArrayList<>(grid.fixed());
        at.set(grid.x(), grid.xAt(p.xy()[2 * k]));
        at.set(grid.y(), grid.yAt(p.xy()[2 * k + 1]));
        rows.add(new Row(line, level.orElse(Double.NaN), band, polyline[0], p.closed(), at));
      }
    }
  }

  /** The values of a single parameter at which the lines cross the level. */
  static ContourTable of(Subject subject, BandCurves curves) {
    List<Row> rows = new ArrayList<>();
    int polyline = 0;
    for (Line line : curves.lines().keySet()) {
      if (subject.level().isEmpty()) {
        continue;
      }
      double level = subject.level().getAsDouble();
      for (double x : crossings(subject, curves, curves.of(line), level)) {
        rows.add(new Row(line, level, "nominal", ++polyline, false, List.of(x)));
      }
    }
    return new ContourTable(rows);
  }

  private static List<Double> crossings(
      Subject subject, BandCurves curves, double[] limits, double level) {
    var axis = subject.spec().space().parameters().get(0);
    double wanted = subject.predictor().toLearnt(level);
    List<Double> out = new ArrayList<>();
    for (int k = 1; k < limits.length; k++) {
      double a = subject.predictor().toLearnt(limits[k - 1]) - wanted;
      double b = subject.predictor().toLearnt(limits[k]) - wanted;
      if (a < 0 != b < 0) {
        double from = axis.toUnit(curves.x()[k - 1]);
        double to = axis.toUnit(curves.x()[k]);
        out.add(axis.fromUnit(from + (to - from) * a / (a - b)));
      }
    }
    return out;
  }

  /** Number of polylines of a line's own contour. */
  long polylines(Line line) {
    return rows.stream()
        .filter(r -> r.line() == line && r.band().equals("nominal"))
        .mapToInt(Row::polyline)
        .distinct()
        .count();
  }
}

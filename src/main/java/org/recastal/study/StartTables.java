package org.recastal.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.recastal.RecastAlException;
import org.recastal.limits.LimitCheck;
import org.recastal.limits.Line;
import org.recastal.limits.Outcome;
import org.recastal.limits.readers.LimitColumns;
import org.recastal.limits.readers.LimitTable;
import org.recastal.space.Point;
import org.recastal.space.SearchSpace;
import org.recastal.study.journal.Event;
import org.recastal.study.spec.LimitsSpec;
import org.recastal.study.spec.ScanSpec;

/** The tables of a spec's {@code start:} block. Columns are named as parameters and lines. */
final class StartTables {

  /** A coordinate may differ this much, as a fraction of the axis, from what can be evaluated. */
  private static final double SNAP_TOLERANCE = 1e-5;

  private final SearchSpace space;
  private final LimitTable table;
  private final Set<Point> seen = new HashSet<>();

  private StartTables(SearchSpace space, LimitTable table) {
    this.space = space;
    this.table = table;
  }

  /** The finished points of {@code results:}; none when the spec names no such table. */
  static List<Event.ToldPoint> results(ScanSpec spec) {
    return spec.start().results().map(file -> results(spec, file)).orElse(List.of());
  }

  /** The points of {@code file:}; none when the spec names no such table. */
  static List<Point> points(ScanSpec spec) {
    if (spec.start().file().isEmpty()) {
      return List.of();
    }
    StartTables reader = reader(spec, spec.start().file().get());
    List<Point> points = new ArrayList<>();
    for (int row = 0; row < reader.table.rows().size(); row++) {
      points.add(reader.pointToEvaluate(row));
    }
    return points;
  }

  private static StartTables reader(ScanSpec spec, Path file) {
    return new StartTables(spec.space(), LimitTable.read(file));
  }

  private static List<Event.ToldPoint> results(ScanSpec spec, Path file) {
    StartTables reader = reader(spec, file);
    LimitsSpec limits = spec.limits();
    LimitCheck check = new LimitCheck(limits.quantity(), limits.unit(), limits.level());
    LimitColumns columns = LimitColumns.of(reader.table, check, Map.of(), "", Optional.empty());
    for (Line line : LearningTask.neededLines(spec.goal())) {
      if (!columns.lines().contains(line)) {
        throw RecastAlException.badInput(
            file + ": the goal needs a column " + line.word() + ", the table has none");
      }
    }
    List<Event.ToldPoint> told = new ArrayList<>();
    for (int row = 0; row < reader.table.rows().size(); row++) {
      Outcome outcome = columns.outcome(row);
      told.add(new Event.ToldPoint(reader.knownPoint(row), outcome));
    }
    return told;
  }

  private Point knownPoint(int row) {
    return unseen(row, space.point(coordinates(row)));
  }

  private Point pointToEvaluate(int row) {
    double[] wanted = coordinates(row);
    double[] possible = space.snap(wanted);
    double[] wantedUnit = space.toUnit(wanted);
    double[] possibleUnit = space.toUnit(possible);
    for (int i = 0; i < wanted.length; i++) {
      if (Math.abs(wantedUnit[i] - possibleUnit[i]) > SNAP_TOLERANCE) {
        throw RecastAlException.badInput(
            table.where(row)
                + ": no point can be evaluated here; the nearest is "
                + space.point(possible).coordinates());
      }
    }
    return unseen(row, space.point(possible));
  }

  private double[] coordinates(int row) {
    double[] coordinates =
        space.names().stream().mapToDouble(name -> table.number(row, name)).toArray();
    if (!space.allows(coordinates)) {
      throw RecastAlException.badInput(
          table.where(row)
              + ": the point lies outside the bounds or breaks a constraint; widen them or remove"
              + " the row");
    }
    return coordinates;
  }

  private Point unseen(int row, Point point) {
    if (!seen.add(point)) {
      throw RecastAlException.badInput(
          table.where(row) + ": the point " + point.id() + " stands in an earlier row too");
    }
    return point;
  }
}

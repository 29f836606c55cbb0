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
    return unseen(row, new PointPlaces(space).exactly(coordinates(row), table.where(row)));
  }

  private Point pointToEvaluate(int row) {
    return unseen(row, new PointPlaces(space).evaluable(coordinates(row), table.where(row)));
  }

  private double[] coordinates(int row) {
    return space.names().stream().mapToDouble(name -> table.number(row, name)).toArray();
  }

  private Point unseen(int row, Point point) {
    if (!seen.add(point)) {
      throw RecastAlException.badInput(
          table.where(row) + ": the point " + point.id() + " stands in an earlier row too");
    }
    return point;
  }
}

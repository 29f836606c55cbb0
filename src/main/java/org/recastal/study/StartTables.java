package org.recastal.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.recastal.study.spec.SpecFileException;
import org.recastal.study.spec.StartSpec;

/** The tables of a spec's {@code start:} block. Columns are named as parameters and lines. */
final class StartTables {

  private final SearchSpace space;
  private final LimitTable table;
  private final Set<Point> seen = new HashSet<>();

  private StartTables(SearchSpace space, LimitTable table) {
    this.space = space;
    this.table = table;
  }

  /**
   * What is known at the start: the finished points of {@code results:}, and those of {@code
   * request:} that the space does not have.
   */
  static List<Event.ToldPoint> results(ScanSpec spec) {
    List<Event.ToldPoint> told = new ArrayList<>();
    spec.start()
        .results()
        .ifPresent(
            file -> told.addAll(SpecFileException.at("/start/results", () -> results(spec, file))));
    Set<Point> known = new HashSet<>();
    told.forEach(t -> known.add(t.point()));
    RequestedPoints.of(spec).invalid().stream()
        .filter(t -> !known.contains(t.point()))
        .forEach(told::add);
    return told;
  }

  /** Where {@link #results} come from. */
  static String sources(ScanSpec spec) {
    return Stream.of(spec.start().results(), spec.start().request())
        .flatMap(Optional::stream)
        .map(f -> f.getFileName().toString())
        .collect(Collectors.joining(", "));
  }

  /** The points of {@code file:} and of {@code request:} that can be evaluated, each once. */
  static List<Event.SuggestedPoint> points(ScanSpec spec) {
    Map<Point, Event.SuggestedPoint> points = new LinkedHashMap<>();
    StartSpec start = spec.start();
    start
        .file()
        .ifPresent(
            f -> add(points, SpecFileException.at("/start/file", () -> pointsOfFile(spec)), f));
    start.request().ifPresent(f -> add(points, RequestedPoints.of(spec).possible(), f));
    return List.copyOf(points.values());
  }

  private static void add(Map<Point, Event.SuggestedPoint> points, List<Point> more, Path file) {
    String why = "from " + file.getFileName();
    more.forEach(p -> points.putIfAbsent(p, new Event.SuggestedPoint(p, why)));
  }

  private static List<Point> pointsOfFile(ScanSpec spec) {
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

package org.recastal.study.replay;

import java.util.ArrayList;
import java.util.HashMap;
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
import org.recastal.space.Parameter;
import org.recastal.space.Point;
import org.recastal.space.SearchSpace;
import org.recastal.study.spec.LimitsSpec;
import org.recastal.study.spec.OverlaySpec;
import org.recastal.study.spec.ReplaySpec;

/**
 * A table of finished evaluations of a space: a point and its outcome in every row. No point stands
 * in it twice.
 *
 * @param source the file's name
 * @param lines the lines that it has columns for
 * @param rows in the order of the file
 */
public record ResultTable(String source, Set<Line> lines, List<Row> rows) {

  /**
   * One finished evaluation.
   *
   * @param line line of the file
   */
  public record Row(Point point, Outcome outcome, int line) {}

  public ResultTable {
    rows = List.copyOf(rows);
  }

  /** Reads the table of a replay, with its mapping, unit and failed rows. */
  public static ResultTable read(ReplaySpec spec, SearchSpace space, LimitsSpec limits) {
    LimitTable table = LimitTable.read(spec.table());
    LimitColumns columns =
        LimitColumns.of(
            table,
            check(limits),
            spec.lineColumns(),
            spec.unit(),
            spec.failed().map(f -> new LimitColumns.FailedRows(f.column(), f.unless())));
    return of(table, columns, space, spec.parameterColumns());
  }

  /**
   * Reads a table that a report compares with.
   *
   * @param limits what the table's numbers are turned into
   */
  public static ResultTable read(OverlaySpec spec, SearchSpace space, LimitsSpec limits) {
    LimitTable table = LimitTable.read(spec.table());
    LimitColumns columns =
        LimitColumns.of(table, check(limits), spec.lineColumns(), spec.unit(), Optional.empty());
    return of(table, columns, space, spec.parameterColumns());
  }

  /** The rows whose points lie within the bounds and satisfy the constraints. */
  public List<Row> within(SearchSpace space) {
    return rows.stream().filter(r -> space.allows(r.point().toArray())).toList();
  }

  private static LimitCheck check(LimitsSpec limits) {
    return new LimitCheck(limits.quantity(), limits.unit(), limits.level());
  }

  private static ResultTable of(
      LimitTable table, LimitColumns columns, SearchSpace space, Map<String, String> mapped) {
    List<String> names = new ArrayList<>();
    for (Parameter p : space.parameters()) {
      String name = mapped.getOrDefault(p.name(), p.name());
      refuseOtherUnit(table, name, p);
      names.add(name);
    }
    Map<Point, Integer> seen = new HashMap<>();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < table.rows().size(); i++) {
      int row = i;
      Point point =
          space.point(names.stream().mapToDouble(name -> table.number(row, name)).toArray());
      int line = table.rows().get(i).line();
      Integer earlier = seen.putIfAbsent(point, line);
      if (earlier != null) {
        throw RecastAlException.badInput(
            String.format(
                "%s: the same point as line %d: %s; keep one",
                table.where(i), earlier, describe(space, point)));
      }
      rows.add(new Row(point, columns.outcome(i), line));
    }
    return new ResultTable(table.source(), columns.lines(), rows);
  }

  private static void refuseOtherUnit(LimitTable table, String column, Parameter parameter) {
    String stated = table.columns().get(table.indexOf(column)).unit();
    if (!stated.isEmpty()
        && !parameter.unit().isEmpty()
        && !stated.equalsIgnoreCase(parameter.unit())) {
      throw RecastAlException.badInput(
          String.format(
              "%s: column \"%s\" is in %s, but parameter %s is in %s; they must agree",
              table.whereHeader(), column, stated, parameter.name(), parameter.unit()));
    }
  }

  private static String describe(SearchSpace space, Point point) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < space.dimension(); i++) {
      parts.add(space.names().get(i) + " = " + point.coordinates().get(i));
    }
    return String.join(", ", parts);
  }
}

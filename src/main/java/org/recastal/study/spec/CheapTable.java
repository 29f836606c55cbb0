package org.recastal.study.spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.recastal.RecastAlException;
import org.recastal.limits.Line;
import org.recastal.limits.readers.LimitTable;
import org.recastal.space.Parameter;
import org.recastal.space.SearchSpace;

/**
 * A table of cheap limits.
 *
 * @param columns of its lines, declared or named as they are
 * @param rows those within the bounds with at least one number
 */
public record CheapTable(Map<Line, String> columns, List<CheapSpec.Row> rows) {

  /** Fewer say nothing about a space. */
  public static final int FEWEST_ROWS = 3;

  /**
   * Reads one.
   *
   * @param parameters column per parameter, where it is not its name
   * @param lines column per line, where it is not its word
   * @throws RecastAlException of what is wrong in it
   */
  public static CheapTable read(
      Path file,
      SearchSpace space,
      LimitsSpec limits,
      Map<String, String> parameters,
      Map<Line, String> lines) {
    LimitTable table = LimitTable.read(file);
    Map<Line, String> columns = new EnumMap<>(Line.class);
    columns.putAll(lines);
    for (Line line : Line.values()) {
      if (table.has(line.word())) {
        columns.putIfAbsent(line, line.word());
      }
    }
    List<CheapSpec.Row> rows = new ArrayList<>();
    for (int i = 0; i < table.rows().size(); i++) {
      List<Double> at = new ArrayList<>();
      boolean inside = true;
      for (Parameter axis : space.parameters()) {
        double x = table.number(i, parameters.getOrDefault(axis.name(), axis.name()));
        inside &= axis.contains(x);
        at.add(x);
      }
      Map<Line, Double> values = values(table, i, columns, limits);
      if (inside && !values.isEmpty()) {
        rows.add(new CheapSpec.Row(at, values));
      }
    }
    return new CheapTable(columns, rows);
  }

  private static Map<Line, Double> values(
      LimitTable table, int row, Map<Line, String> columns, LimitsSpec limits) {
    Map<Line, Double> values = new EnumMap<>(Line.class);
    columns.forEach(
        (line, column) -> {
          double value = table.numberOrNaN(row, column);
          boolean possible = value > 0 && !(limits.quantity().isProbability() && value > 1);
          if (possible && Double.isFinite(value)) {
            values.put(line, value);
          } else if (!Double.isNaN(value)) {
            throw RecastAlException.badInput(
                String.format(
                    "%s: %s = %s; expected %s, or nan for a point without a number",
                    table.where(row),
                    column,
                    Spelling.number(value),
                    limits.quantity().isProbability()
                        ? "a number above 0 and at most 1"
                        : "a positive number"));
          }
        });
    return values;
  }

  /** The rows that have a number of every one of these lines, and nothing else in them. */
  public static List<CheapSpec.Row> complete(List<CheapSpec.Row> rows, Set<Line> lines) {
    List<CheapSpec.Row> complete = new ArrayList<>();
    for (CheapSpec.Row row : rows) {
      if (row.values().keySet().containsAll(lines)) {
        Map<Line, Double> values = new EnumMap<>(Line.class);
        lines.forEach(line -> values.put(line, row.values().get(line)));
        complete.add(new CheapSpec.Row(row.at(), values));
      }
    }
    return complete;
  }

  /** What a goal misses in cheap limits of these lines; empty when they serve it. */
  public static Optional<String> lacking(Set<Line> lines, GoalSpec goal) {
    boolean difference =
        goal.find() == GoalSpec.Find.EXCESS || goal.find() == GoalSpec.Find.DEFICIT;
    if (difference && !(lines.contains(Line.OBSERVED) && lines.contains(Line.EXPECTED))) {
      return Optional.of(
          "the goal is a difference of observed and expected: the table needs a column of each");
    }
    if (!lines.contains(Line.OBSERVED) && !lines.contains(Line.EXPECTED)) {
      return Optional.of(
          "the table needs a column of observed or of expected; map one, as in {expected:"
              + " sensitivity}");
    }
    return Optional.empty();
  }

  /** The lines that at least half of the rows have a number of. */
  public static Set<Line> linesOfMost(List<CheapSpec.Row> rows) {
    Set<Line> lines = EnumSet.noneOf(Line.class);
    for (Line line : Line.values()) {
      long with = rows.stream().filter(row -> row.values().containsKey(line)).count();
      if (with > 0 && 2 * with >= rows.size()) {
        lines.add(line);
      }
    }
    return lines;
  }
}

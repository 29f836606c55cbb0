package org.recastal.study.spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recastal.RecastAlException;
import org.recastal.limits.Line;
import org.recastal.limits.readers.LimitTable;
import org.recastal.space.Parameter;
import org.recastal.space.SearchSpace;

/** Reads the block of {@link CheapSpec} and its table. */
final class CheapReader {

  private static final int FEWEST_ROWS = 3;

  private final Block cheap;
  private final SearchSpace space;
  private final LimitsSpec limits;
  private final GoalSpec goal;

  CheapReader(Block cheap, SearchSpace space, LimitsSpec limits, GoalSpec goal) {
    this.cheap = cheap;
    this.space = space;
    this.limits = limits;
    this.goal = goal;
  }

  /** The cheap values, or nothing when a mistake was told. */
  Optional<CheapSpec> read(SpecFolder folder) {
    TableColumns columns =
        cheap
            .block("columns")
            .map(b -> TableColumns.read(b, space.names()))
            .orElse(TableColumns.NAMED);
    return folder.file(cheap, "table").flatMap(file -> read(file, columns));
  }

  private Optional<CheapSpec> read(Path file, TableColumns columns) {
    try {
      LimitTable table = LimitTable.read(file);
      Map<Line, String> lines = lines(table, columns.ofLines());
      if (!linesSuffice(lines)) {
        return Optional.empty();
      }
      List<CheapSpec.Row> rows = rows(table, columns.ofParameters(), lines);
      if (rows.size() < FEWEST_ROWS) {
        cheap.mistake(
            "table",
            file.getFileName()
                + " has "
                + rows.size()
                + " rows with numbers inside the bounds; expected at least "
                + FEWEST_ROWS);
        return Optional.empty();
      }
      return Optional.of(new CheapSpec(file, columns.ofParameters(), lines, rows));
    } catch (RecastAlException e) {
      cheap.mistake("table", String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static Map<Line, String> lines(LimitTable table, Map<Line, String> mapped) {
    Map<Line, String> lines = new EnumMap<>(Line.class);
    lines.putAll(mapped);
    for (Line line : Line.values()) {
      if (table.has(line.word())) {
        lines.putIfAbsent(line, line.word());
      }
    }
    return lines;
  }

  private boolean linesSuffice(Map<Line, String> lines) {
    boolean difference =
        goal.find() == GoalSpec.Find.EXCESS || goal.find() == GoalSpec.Find.DEFICIT;
    if (difference && !(lines.containsKey(Line.OBSERVED) && lines.containsKey(Line.EXPECTED))) {
      cheap.mistake(
          "columns",
          "the goal is a difference of observed and expected: the table needs a column of each");
      return false;
    }
    if (!lines.containsKey(Line.OBSERVED) && !lines.containsKey(Line.EXPECTED)) {
      cheap.mistake(
          "columns",
          "the table needs a column of observed or of expected; map one, as in {expected:"
              + " sensitivity}");
      return false;
    }
    return true;
  }

  /** Rows outside the bounds and rows without numbers say nothing and are left out. */
  private List<CheapSpec.Row> rows(
      LimitTable table, Map<String, String> mapped, Map<Line, String> lines) {
    List<CheapSpec.Row> rows = new ArrayList<>();
    for (int i = 0; i < table.rows().size(); i++) {
      List<Double> at = new ArrayList<>();
      boolean inside = true;
      for (Parameter axis : space.parameters()) {
        double x = table.number(i, mapped.getOrDefault(axis.name(), axis.name()));
        inside &= axis.contains(x);
        at.add(x);
      }
      Map<Line, Double> values = values(table, i, lines);
      if (inside && values.size() == lines.size()) {
        rows.add(new CheapSpec.Row(at, values));
      }
    }
    return rows;
  }

  private Map<Line, Double> values(LimitTable table, int row, Map<Line, String> lines) {
    Map<Line, Double> values = new EnumMap<>(Line.class);
    lines.forEach(
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
}

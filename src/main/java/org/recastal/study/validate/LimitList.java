package org.recastal.study.validate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.recastal.RecastAlException;
import org.recastal.limits.LimitCheck;
import org.recastal.limits.LimitRecord;
import org.recastal.limits.Line;
import org.recastal.limits.Outcome;
import org.recastal.limits.Quantity;
import org.recastal.limits.readers.LimitColumns;
import org.recastal.limits.readers.LimitTable;
import org.recastal.space.SearchSpace;
import org.recastal.study.PointState;
import org.recastal.study.spec.LimitsSpec;

/**
 * Limits to be compared, from a table or from a scan.
 *
 * @param source file or folder, for messages
 * @param unit unit of the limits, empty when not declared
 * @param rounding distance between neighbouring printed values, 0 when not declared
 * @param parameters names of the parameters, in the order of {@link Entry#at}
 * @param entries in their own order
 */
public record LimitList(
    String source, String unit, double rounding, List<String> parameters, List<Entry> entries) {

  /**
   * The limits of one point.
   *
   * @param at parameter values
   * @param values value per line; empty when the point has no limit
   */
  public record Entry(List<Double> at, Map<Line, Double> values) {
    public Entry {
      at = List.copyOf(at);
      values = Map.copyOf(values);
    }
  }

  public LimitList {
    parameters = List.copyOf(parameters);
    entries = List.copyOf(entries);
  }

  /**
   * The limits of a table. Comment lines {@code # unit: fb} and {@code # rounding: 0.01} of a CSV
   * file are heeded.
   *
   * @param parameters the columns by which rows are told apart
   */
  public static LimitList of(LimitTable table, List<String> parameters) {
    String unit = table.declarations().getOrDefault(LimitTable.UNIT, "");
    LimitCheck check = new LimitCheck(Quantity.XSEC_LIMIT, unit, 0.95);
    LimitColumns columns = LimitColumns.of(table, check, Map.of(), "", Optional.empty());
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < table.rows().size(); i++) {
      int row = i;
      List<Double> at = parameters.stream().map(name -> table.number(row, name)).toList();
      entries.add(new Entry(at, valuesOf(columns.outcome(i))));
    }
    return new LimitList(table.source(), unit, rounding(table), parameters, entries);
  }

  /** The points of a scan that have a limit or have ended without one. */
  public static LimitList of(
      Path folder, SearchSpace space, LimitsSpec limits, List<PointState> points) {
    List<Entry> entries = new ArrayList<>();
    for (PointState p : points) {
      if (p.status().isFinished()) {
        entries.add(
            new Entry(
                p.point().coordinates(), p.limit().map(LimitRecord::values).orElse(Map.of())));
      }
    }
    return new LimitList(folder.toString(), limits.unit(), 0, space.names(), entries);
  }

  /**
   * The columns that two tables can be matched by: those of the same name in both that are neither
   * lines nor errors and hold numbers.
   */
  public static List<String> sharedParameters(LimitTable one, LimitTable other) {
    List<String> shared = new ArrayList<>();
    for (LimitTable.Column column : one.columns()) {
      String name = column.name();
      boolean ofLimits = Line.ofWord(name).isPresent() || name.endsWith(".error");
      if (!ofLimits && other.has(name) && one.isNumeric(name) && other.isNumeric(name)) {
        shared.add(name);
      }
    }
    if (shared.isEmpty()) {
      throw RecastAlException.badInput(
          one.source()
              + " and "
              + other.source()
              + " share no column of numbers besides limits; name the parameters alike in both");
    }
    return shared;
  }

  /** The lines for which any entry has a value. */
  public Set<Line> lines() {
    Set<Line> lines = new HashSet<>();
    entries.forEach(e -> lines.addAll(e.values().keySet()));
    return lines;
  }

  private static Map<Line, Double> valuesOf(Outcome outcome) {
    return outcome instanceof Outcome.Answered answered ? answered.limit().values() : Map.of();
  }

  private static double rounding(LimitTable table) {
    String text = table.declarations().get(LimitTable.ROUNDING);
    if (text == null) {
      return 0;
    }
    try {
      double rounding = Double.parseDouble(text);
      if (rounding > 0 && Double.isFinite(rounding)) {
        return rounding;
      }
    } catch (NumberFormatException e) {
      // Refused below, as any other text that is not a positive number.
    }
    throw RecastAlException.badInput(
        table.source() + ": rounding: " + text + " must be a positive number such as 0.01");
  }
}

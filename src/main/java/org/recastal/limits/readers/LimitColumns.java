package org.recastal.limits.readers;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.recastal.RecastAlException;
import org.recastal.limits.Bound;
import org.recastal.limits.CrossSectionUnits;
import org.recastal.limits.Diagnosis.Illness;
import org.recastal.limits.LimitCheck;
import org.recastal.limits.Line;
import org.recastal.limits.Outcome;
import org.recastal.limits.Quantity;

/**
 * Turns the rows of a table into limits or diagnoses.
 *
 * <p>Lines are found under their own words ({@code observed}, {@code expected}, {@code expected-2s}
 * …), under quantity and word ({@code mu-limit.observed}: a table that holds several quantities) or
 * where {@code columns:} says. A line whose column is empty in every row is no line of the table. A
 * cell such as {@code >30} is a bound. The absolute standard error of a line may stand in {@code
 * <column>.error}; errors of HEPData files are never taken for it, because they usually hold the
 * ±1σ band.
 *
 * <p>Units: cross-sections are converted between pb and fb only when the spec declares the table's
 * unit. A table that itself states another unit than was declared is refused.
 */
public final class LimitColumns {

  /**
   * Which rows are failed evaluations: those where {@code column} is not {@code unless}.
   *
   * @param column a column of the table
   * @param unless the value of the rows that succeeded
   */
  public record FailedRows(String column, String unless) {}

  private final LimitTable table;
  private final LimitCheck check;
  private final Map<Line, String> lines;
  private final double factor;
  private final Optional<FailedRows> failed;

  private LimitColumns(
      LimitTable table,
      LimitCheck check,
      Map<Line, String> lines,
      double factor,
      Optional<FailedRows> failed) {
    this.table = table;
    this.check = check;
    this.lines = Collections.unmodifiableMap(lines);
    this.factor = factor;
    this.failed = failed;
  }

  /**
   * Binds lines to columns; refused when none is found, or units disagree.
   *
   * @param check the declared quantity, unit and level of the limits wanted
   * @param mapped column per line, where it is not the line's word
   * @param tableUnit declared unit of the table's limits; empty for that of {@code check}
   * @param failed which rows failed
   */
  public static LimitColumns of(
      LimitTable table,
      LimitCheck check,
      Map<Line, String> mapped,
      String tableUnit,
      Optional<FailedRows> failed) {
    Map<Line, String> lines = bind(table, mapped, check.quantity());
    String unit = tableUnit.isEmpty() ? check.unit() : tableUnit;
    for (String column : lines.values()) {
      refuseOtherUnit(table, column, unit);
    }
    failed.ifPresent(f -> table.indexOf(f.column()));
    return new LimitColumns(table, check, lines, factor(table, unit, check.unit()), failed);
  }

  /** The lines that the table has, in the order of {@link Line}. */
  public Set<Line> lines() {
    return lines.keySet();
  }

  /** What one row says. */
  public Outcome outcome(int row) {
    if (hasFailed(row)) {
      return LimitCheck.ill(
          Illness.REPORTED_FAILURE,
          table.where(row) + ": the table says " + table.cell(row, failed.get().column()));
    }
    Map<Line, Double> values = new EnumMap<>(Line.class);
    Map<Line, Double> errors = new EnumMap<>(Line.class);
    Map<Line, Bound> bounds = new EnumMap<>(Line.class);
    for (Map.Entry<Line, String> e : lines.entrySet()) {
      String text = table.cell(row, e.getValue());
      Optional<Bound> bound = CellNumber.bound(text);
      if (bound.isPresent()) {
        bounds.put(e.getKey(), bound.get().times(factor));
        continue;
      }
      Optional<Double> value = CellNumber.parse(text);
      if (value.isEmpty()) {
        return unreadable(row, e.getKey(), text);
      }
      values.put(e.getKey(), value.get() * factor);
      error(row, e.getValue()).ifPresent(x -> errors.put(e.getKey(), x * factor));
    }
    return check.outcome(values, errors, bounds, line -> table.where(row));
  }

  private boolean hasFailed(int row) {
    return failed.filter(f -> !table.cell(row, f.column()).equals(f.unless())).isPresent();
  }

  private Outcome unreadable(int row, Line line, String text) {
    String what = table.where(row) + ": " + line.word();
    return CellNumber.isAbsent(text)
        ? LimitCheck.ill(Illness.MISSING, what + " has no value")
        : LimitCheck.ill(Illness.MALFORMED, what + " = \"" + text + "\" is not a number");
  }

  private Optional<Double> error(int row, String column) {
    String name = column + ".error";
    return table.has(name) ? CellNumber.parse(table.cell(row, name)) : Optional.empty();
  }

  private static Map<Line, String> bind(
      LimitTable table, Map<Line, String> mapped, Quantity quantity) {
    Map<Line, String> lines = new EnumMap<>(Line.class);
    for (Line line : Line.values()) {
      String qualified = quantity.word() + "." + line.word();
      String usual = table.has(qualified) ? qualified : line.word();
      String column = mapped.getOrDefault(line, usual);
      if (mapped.containsKey(line)) {
        table.indexOf(column);
      }
      if (table.has(column) && isFilled(table, column)) {
        lines.put(line, column);
      }
    }
    if (lines.isEmpty()) {
      throw RecastAlException.badInput(
          table.whereHeader()
              + ": no column of limits; name one observed or expected, or map it with columns:"
              + " {observed: …}");
    }
    return lines;
  }

  private static boolean isFilled(LimitTable table, String column) {
    int at = table.indexOf(column);
    return table.rows().stream().anyMatch(r -> !CellNumber.isAbsent(r.cells().get(at)));
  }

  private static void refuseOtherUnit(LimitTable table, String column, String unit) {
    String ofColumn = table.columns().get(table.indexOf(column)).unit();
    String stated =
        ofColumn.isEmpty() ? table.declarations().getOrDefault(LimitTable.UNIT, "") : ofColumn;
    if (!stated.isEmpty() && !stated.equalsIgnoreCase(unit)) {
      throw RecastAlException.badInput(
          String.format(
              "%s: column \"%s\" is in %s, but %s was expected; declare unit: %s for the table",
              table.whereHeader(), column, stated, unit.isEmpty() ? "no unit" : unit, stated));
    }
  }

  private static double factor(LimitTable table, String from, String to) {
    return CrossSectionUnits.factor(from, to)
        .orElseThrow(
            () ->
                RecastAlException.badInput(
                    String.format(
                        "%s: cannot turn %s into %s; only pb and fb are converted",
                        table.whereHeader(),
                        from.isEmpty() ? "no unit" : from,
                        to.isEmpty() ? "no unit" : to)));
  }
}

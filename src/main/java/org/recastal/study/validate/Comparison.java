package org.recastal.study.validate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.recastal.RecastAlException;
import org.recastal.limits.CrossSectionUnits;
import org.recastal.limits.Line;

/**
 * Limits of this work beside those of a reference, point by point.
 *
 * <p>A ratio is this work over reference. Where a table declares its rounding r, its value v stands
 * for any in v ± r/2; a ratio beyond the tolerance that is within it for some such values passes,
 * and is marked {@link Cell.Verdict#WITHIN_ROUNDING}.
 *
 * @param tolerance what was asked for
 * @param thisWork what was compared
 * @param reference what it was compared with
 * @param lines the lines that both have
 * @param rows one per point of the reference, in its order
 * @param unmatched points of this work that the reference lacks
 */
public record Comparison(
    Tolerance tolerance,
    LimitList thisWork,
    LimitList reference,
    Set<Line> lines,
    List<Row> rows,
    List<LimitList.Entry> unmatched) {

  // Coordinates come from text of some digits, in files of different programs.
  private static final double SAME_COORDINATE = 1e-5;

  /**
   * One point of the reference.
   *
   * @param at parameter values as the reference gives them
   * @param cells one per line for which the reference has a value; empty when {@code missing}
   * @param missing whether this work has no limit there
   */
  public record Row(List<Double> at, List<Cell> cells, boolean missing) {

    /** Whether every limit of the point is there and within the tolerance. */
    public boolean passes() {
      return !missing && cells.stream().allMatch(c -> c.verdict() != Cell.Verdict.BEYOND);
    }
  }

  /**
   * One limit.
   *
   * @param ratio this work over reference
   */
  public record Cell(Line line, double thisWork, double reference, double ratio, Verdict verdict) {

    /** How a ratio stands to the tolerance. */
    public enum Verdict {
      WITHIN,
      WITHIN_ROUNDING,
      BEYOND
    }
  }

  public Comparison {
    rows = List.copyOf(rows);
    unmatched = List.copyOf(unmatched);
  }

  /**
   * Compares; refused when the two have no line or no point in common.
   *
   * @param onlyShared whether points of the reference that this work lacks are left out, instead of
   *     failing
   */
  public static Comparison of(
      LimitList thisWork, LimitList reference, Tolerance tolerance, boolean onlyShared) {
    Set<Line> lines = sharedLines(thisWork, reference);
    double factor = factor(thisWork, reference);
    List<LimitList.Entry> left = new ArrayList<>(thisWork.entries());
    List<Row> rows = new ArrayList<>();
    for (LimitList.Entry wanted : reference.entries()) {
      Optional<LimitList.Entry> found = take(left, wanted);
      if (found.isPresent() && !found.get().values().isEmpty()) {
        CellRule rule =
            new CellRule(factor, thisWork.rounding() * factor, reference.rounding(), tolerance);
        rows.add(rule.row(lines, found.get(), wanted));
      } else if (!onlyShared) {
        rows.add(new Row(wanted.at(), List.of(), true));
      }
    }
    if (rows.stream().allMatch(r -> r.cells().isEmpty())) {
      throw RecastAlException.badInput(
          String.format(
              "%s and %s have no point in common; are the columns %s the same in both?",
              thisWork.source(), reference.source(), reference.parameters()));
    }
    return new Comparison(tolerance, thisWork, reference, lines, rows, left);
  }

  /** Whether every point of the reference passes. */
  public boolean passes() {
    return rows.stream().allMatch(Row::passes);
  }

  /** The rows that do not pass. */
  public List<Row> failures() {
    return rows.stream().filter(r -> !r.passes()).toList();
  }

  /** Every compared limit, row by row. */
  public List<Cell> cells() {
    return rows.stream().flatMap(r -> r.cells().stream()).toList();
  }

  /** The limit whose ratio is furthest from 1, in the ratio's logarithm. */
  public Cell worst() {
    return cells().stream()
        .max(Comparator.comparingDouble(c -> Math.abs(Math.log(c.ratio()))))
        .orElseThrow();
  }

  private static Set<Line> sharedLines(LimitList thisWork, LimitList reference) {
    Set<Line> lines = EnumSet.noneOf(Line.class);
    lines.addAll(reference.lines());
    lines.retainAll(thisWork.lines());
    if (lines.isEmpty()) {
      throw RecastAlException.badInput(
          String.format(
              "%s and %s have no line in common; name columns observed, expected, …",
              thisWork.source(), reference.source()));
    }
    return lines;
  }

  private static double factor(LimitList thisWork, LimitList reference) {
    String from = thisWork.unit();
    String to = reference.unit();
    if (from.isEmpty() || to.isEmpty()) {
      return 1;
    }
    return CrossSectionUnits.factor(from, to)
        .orElseThrow(
            () ->
                RecastAlException.badInput(
                    String.format(
                        "%s is in %s, %s in %s; only pb and fb are converted",
                        thisWork.source(), from, reference.source(), to)));
  }

  private static Optional<LimitList.Entry> take(
      List<LimitList.Entry> left, LimitList.Entry wanted) {
    for (int i = 0; i < left.size(); i++) {
      if (isSame(left.get(i).at(), wanted.at())) {
        return Optional.of(left.remove(i));
      }
    }
    return Optional.empty();
  }

  private static boolean isSame(List<Double> a, List<Double> b) {
    for (int k = 0; k < a.size(); k++) {
      double size = Math.max(Math.abs(a.get(k)), Math.abs(b.get(k)));
      if (Math.abs(a.get(k) - b.get(k)) > SAME_COORDINATE * size) {
        return false;
      }
    }
    return true;
  }
}

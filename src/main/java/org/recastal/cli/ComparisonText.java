package org.recastal.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.recastal.limits.Line;
import org.recastal.study.validate.Comparison;
import org.recastal.study.validate.Comparison.Cell;

/** A comparison for people: an aligned table, and what it comes to. */
final class ComparisonText {

  private static final String OF_ROUNDING = "~";
  private static final String OF_FAILURE = "✗";

  private ComparisonText() {}

  /** The table: per line this work, reference and ratio. */
  static void print(Comparison comparison, PrintWriter out) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(header(comparison));
    comparison.rows().forEach(row -> rows.add(row(row, comparison)));
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int k = 0; k < widths.length; k++) {
        widths[k] = Math.max(widths[k], row.get(k).length());
      }
    }
    for (List<String> row : rows) {
      StringBuilder text = new StringBuilder();
      for (int k = 0; k < widths.length; k++) {
        text.append(k == 0 ? "" : "  ");
        text.append(" ".repeat(widths[k] - row.get(k).length())).append(row.get(k));
      }
      out.println(text.toString().stripTrailing());
    }
  }

  /** What it comes to, in one line or more. */
  static List<String> verdict(Comparison comparison) {
    List<String> out = new ArrayList<>();
    if (comparison.reference().unit().isEmpty() != comparison.thisWork().unit().isEmpty()) {
      out.add("note: only one of the two states its unit; the same was taken for both");
    }
    for (Comparison.Row row : comparison.rows()) {
      row.cells().stream()
          .filter(c -> c.verdict() == Cell.Verdict.WITHIN_ROUNDING)
          .forEach(c -> out.add("~ " + sentence(row, c, comparison) + " only by the rounding"));
    }
    for (Comparison.Row row : comparison.failures()) {
      if (row.missing()) {
        out.add(OF_FAILURE + " " + place(row, comparison) + ": this work has no limit");
      }
      row.cells().stream()
          .filter(c -> c.verdict() == Cell.Verdict.BEYOND)
          .forEach(c -> out.add(OF_FAILURE + " " + sentence(row, c, comparison)));
    }
    if (!comparison.unmatched().isEmpty()) {
      out.add("note: " + comparison.unmatched().size() + " points are not in the reference");
    }
    out.add(lastLine(comparison));
    return out;
  }

  private static String lastLine(Comparison comparison) {
    String worst = String.format(Locale.ROOT, "%.3f", comparison.worst().ratio());
    if (comparison.passes()) {
      return String.format(
          "validate: passed, %d limits of %d points within %s of %s (worst ratio %s)",
          comparison.cells().size(),
          comparison.rows().size(),
          comparison.tolerance(),
          comparison.reference().source(),
          worst);
    }
    return String.format(
        "validate: failed, %d of %d points are beyond %s of %s or missing (worst ratio %s)",
        comparison.failures().size(),
        comparison.rows().size(),
        comparison.tolerance(),
        comparison.reference().source(),
        worst);
  }

  private static String sentence(Comparison.Row row, Cell cell, Comparison comparison) {
    return String.format(
        Locale.ROOT,
        "%s: %s %s / %s = %.3f is %s %s",
        place(row, comparison),
        cell.line().word(),
        number(cell.thisWork()),
        number(cell.reference()),
        cell.ratio(),
        cell.verdict() == Cell.Verdict.BEYOND ? "beyond" : "within",
        comparison.tolerance());
  }

  private static String place(Comparison.Row row, Comparison comparison) {
    List<String> parts = new ArrayList<>();
    for (int k = 0; k < row.at().size(); k++) {
      parts.add(comparison.reference().parameters().get(k) + " = " + number(row.at().get(k)));
    }
    return String.join(", ", parts);
  }

  private static List<String> header(Comparison comparison) {
    List<String> out = new ArrayList<>(comparison.reference().parameters());
    for (Line line : comparison.lines()) {
      out.add(line.word());
      out.add("reference");
      out.add("ratio  ");
    }
    return out;
  }

  private static List<String> row(Comparison.Row row, Comparison comparison) {
    List<String> out = row.at().stream().map(ComparisonText::number).collect(Collectors.toList());
    for (Line line : comparison.lines()) {
      Optional<Cell> cell = row.cells().stream().filter(c -> c.line() == line).findFirst();
      out.add(cell.map(c -> number(c.thisWork())).orElse("–"));
      out.add(cell.map(c -> number(c.reference())).orElse("–"));
      out.add(cell.map(ComparisonText::ratio).orElse("–  "));
    }
    return out;
  }

  private static String ratio(Cell cell) {
    String mark =
        switch (cell.verdict()) {
          case WITHIN -> " ";
          case WITHIN_ROUNDING -> OF_ROUNDING;
          case BEYOND -> OF_FAILURE;
        };
    return String.format(Locale.ROOT, "%.3f %s", cell.ratio(), mark);
  }

  /** Up to six digits, without needless zeros. */
  private static String number(double value) {
    return new java.math.BigDecimal(value)
        .round(new java.math.MathContext(6))
        .stripTrailingZeros()
        .toPlainString();
  }
}

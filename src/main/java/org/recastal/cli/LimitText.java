package org.recastal.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.recastal.likelihood.inference.Pull;
import org.recastal.likelihood.toys.ToyCls;
import org.recastal.limits.Line;
import org.recastal.report.plot.NumberText;

/** Limits for people. */
final class LimitText {

  private LimitText() {}

  /** The answers below each other, headed by the measurement when there are several. */
  static String of(List<LimitAnswer> answers) {
    List<String> lines = new ArrayList<>();
    for (LimitAnswer answer : answers) {
      if (answers.size() > 1) {
        lines.add((lines.isEmpty() ? "" : System.lineSeparator()) + answer.measurement() + ":");
      }
      lines.addAll(lines(answer));
    }
    return String.join(System.lineSeparator(), lines);
  }

  private static List<String> lines(LimitAnswer answer) {
    TextTable table = new TextTable();
    table.add(header(answer));
    for (Line line : Line.values()) {
      table.add(row(answer, line));
    }
    List<String> lines = new ArrayList<>(table.lines());
    lines.add("best μ  " + number(answer.test().best()));
    answer.pulls().ifPresent(p -> lines.addAll(pulls(p)));
    answer.notes().forEach(n -> lines.add("note: " + n));
    return lines;
  }

  private static List<String> header(LimitAnswer answer) {
    List<String> cells = new ArrayList<>();
    cells.add("");
    cells.add("CLs at μ = " + NumberText.plain(answer.test().strength(), 6));
    answer
        .limits()
        .map(l -> " at " + NumberText.plain(100 * l.level(), 6) + "% CL")
        .ifPresent(
            at -> {
              cells.add("μ" + at);
              answer.crossSection().ifPresent(x -> cells.add("σ [pb]" + at));
            });
    cells.add("p0");
    cells.add("Z");
    answer
        .toys()
        .ifPresent(
            t -> {
              cells.add("CLs by toys");
              t.limits().ifPresent(l -> cells.add("μ by toys"));
            });
    return cells;
  }

  private static List<String> row(LimitAnswer answer, Line line) {
    List<String> cells = new ArrayList<>();
    cells.add(line.word());
    cells.add(number(answer.test().cls(line)));
    if (answer.limits().isPresent()) {
      cells.add(limit(answer.strength(line)));
      answer.crossSection().ifPresent(x -> cells.add(limit(answer.crossSection(line))));
    }
    cells.add(number(answer.discovery().pValue(line)));
    cells.add(String.format(Locale.ROOT, "%.3f", answer.discovery().significance().get(line)));
    answer.toys().ifPresent(t -> cells.addAll(toys(t, line)));
    return cells;
  }

  private static List<String> toys(LimitAnswer.Toys toys, Line line) {
    List<String> cells = new ArrayList<>();
    ToyCls cls = toys.test().cls().get(line);
    cells.add(Double.isNaN(cls.value()) ? "not known" : measured(cls.value(), cls.error()));
    toys.limits()
        .map(l -> Optional.ofNullable(l.values().get(line)))
        .ifPresent(l -> cells.add(l.map(v -> measured(v.value(), v.error())).orElse("none found")));
    return cells;
  }

  private static String measured(double value, double error) {
    return String.format(Locale.ROOT, "%.3g ± %.1g", value, error);
  }

  private static List<String> pulls(LimitAnswer.Pulls pulls) {
    TextTable table = new TextTable();
    table.add(
        List.of("parameter", "no signal", "error", "pull", "", "best μ", "error", "pull", ""));
    for (int i = 0; i < pulls.free().size(); i++) {
      List<String> cells = new ArrayList<>();
      cells.add(pulls.free().get(i).name());
      cells.addAll(cells(pulls.background().get(i)));
      cells.addAll(cells(pulls.free().get(i)));
      table.add(cells);
    }
    List<String> lines = new ArrayList<>(List.of(""));
    table.lines().forEach(l -> lines.add(l.stripTrailing()));
    return lines;
  }

  private static List<String> cells(Pull pull) {
    return List.of(
        String.format(Locale.ROOT, "%.4f", pull.value()),
        number(pull.error(), "%.4f"),
        number(pull.pull(), "%+.3f"),
        pull.state() == Pull.State.FREE ? "" : pull.state().words());
  }

  private static String limit(Optional<Double> limit) {
    return limit.map(LimitText::number).orElse("none: CLs stays above");
  }

  private static String number(OptionalDouble value, String format) {
    return value.isPresent() ? String.format(Locale.ROOT, format, value.getAsDouble()) : "";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6g", value);
  }
}

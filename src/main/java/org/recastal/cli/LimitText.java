package org.recastal.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.recastal.likelihood.inference.Pull;
import org.recastal.limits.Line;

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
    cells.add(String.format(Locale.ROOT, "CLs at μ = %.4g", answer.test().strength()));
    answer
        .limits()
        .map(l -> String.format(Locale.ROOT, " at %.4g %% CL", 100 * l.level()))
        .ifPresent(
            at -> {
              cells.add("μ" + at);
              answer.crossSection().ifPresent(x -> cells.add("σ [pb]" + at));
            });
    cells.add("p0");
    cells.add("Z");
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
    return cells;
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

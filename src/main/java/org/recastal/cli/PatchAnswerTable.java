package org.recastal.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.recastal.limits.Line;

/** The answers for a patch set as CSV: a column per label, per CLs and per limit. */
final class PatchAnswerTable {

  private PatchAnswerTable() {}

  static String csv(List<String> labels, List<PatchAnswer> answers) {
    List<String> lines = new ArrayList<>();
    List<Object> header = new ArrayList<>(List.of("name"));
    header.addAll(labels);
    for (String prefix : List.of("cls.", "mu-limit.")) {
      for (Line line : Line.values()) {
        header.add(prefix + line.word());
      }
    }
    header.addAll(List.of("mu-hat", "notes"));
    lines.add(row(header));
    answers.forEach(a -> lines.add(row(cells(a))));
    return String.join("\n", lines) + "\n";
  }

  private static List<Object> cells(PatchAnswer answer) {
    List<Object> cells = new ArrayList<>(List.of(answer.patch().name()));
    cells.addAll(answer.patch().values());
    for (Line line : Line.values()) {
      cells.add(text(answer.answer().map(a -> a.test().cls(line))));
    }
    for (Line line : Line.values()) {
      cells.add(text(answer.answer().flatMap(a -> a.strength(line))));
    }
    cells.add(text(answer.answer().map(a -> a.test().best())));
    cells.add(String.join("; ", answer.notes()));
    return cells;
  }

  private static String text(Optional<Double> value) {
    return value.map(String::valueOf).orElse("");
  }

  private static String row(List<Object> cells) {
    return CSVFormat.DEFAULT.format(cells.toArray());
  }
}

package org.recastal.cli;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recastal.likelihood.NoSignalException;
import org.recastal.likelihood.Patch;
import org.recastal.likelihood.Workspace;
import org.recastal.limits.Line;

/**
 * The answer for one signal of a patch set.
 *
 * @param name of the signal
 * @param values of the signal, as written
 * @param numbers by column of the table; a column is missing when there is no number
 * @param status how it ended
 * @param notes what speaks against the numbers, or why there are none; one line
 */
record PatchRow(
    String name, List<String> values, Map<String, Double> numbers, Status status, String notes) {

  /** How a signal ended. */
  enum Status {
    OK("ok"),
    NO_SIGNAL("no-signal"),
    NO_LIMIT("no-limit"),
    NOT_CONVERGED("not-converged");

    private final String word;

    Status(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }

    static Optional<Status> ofWord(String word) {
      return Arrays.stream(values()).filter(s -> s.word.equals(word)).findFirst();
    }
  }

  PatchRow {
    values = List.copyOf(values);
    numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
    notes = notes.replaceAll("\\R", " ");
  }

  /** The name of the column of a line. */
  static String column(String quantity, Line line) {
    return quantity + "." + line.word();
  }

  /** Answers for one signal. */
  static PatchRow of(Workspace background, Patch patch, String measurement, LimitTask task)
      throws InterruptedException {
    try {
      LimitAnswer answer =
          task.answer(
              measurement,
              background.patched(patch).model(measurement),
              (strength, done, all) -> {});
      return of(patch, answer);
    } catch (NoSignalException e) {
      return new PatchRow(patch.name(), patch.values(), Map.of(), Status.NO_SIGNAL, e.getMessage());
    }
  }

  private static PatchRow of(Patch patch, LimitAnswer answer) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    for (Line line : Line.values()) {
      numbers.put(column("cls", line), answer.test().cls(line));
      answer.strength(line).ifPresent(v -> numbers.put(column("mu-limit", line), v));
      answer.crossSection(line).ifPresent(v -> numbers.put(column("xsec-limit", line), v));
    }
    numbers.put("p0", answer.discovery().pValue(Line.OBSERVED));
    numbers.put("mu-hat", answer.test().best());
    return new PatchRow(
        patch.name(), patch.values(), numbers, status(answer), String.join("; ", answer.notes()));
  }

  private static Status status(LimitAnswer answer) {
    if (answer.isSound()) {
      return Status.OK;
    }
    boolean stays =
        answer.test().converged() && answer.limits().stream().allMatch(l -> l.converged());
    return stays ? Status.NO_LIMIT : Status.NOT_CONVERGED;
  }

  /** The numbers of a quantity that are there. */
  Map<Line, Double> lines(String quantity) {
    Map<Line, Double> lines = new EnumMap<>(Line.class);
    for (Line line : Line.values()) {
      Optional.ofNullable(numbers.get(column(quantity, line))).ifPresent(v -> lines.put(line, v));
    }
    return lines;
  }

  boolean isSound() {
    return status == Status.OK || status == Status.NO_SIGNAL;
  }
}

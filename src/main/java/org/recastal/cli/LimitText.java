package org.recastal.cli;

import java.util.Locale;
import java.util.Optional;
import org.recastal.likelihood.inference.UpperLimits;
import org.recastal.limits.Line;

/** Limits for people. */
final class LimitText {

  private LimitText() {}

  static String of(LimitTask.Answer answer) {
    StringBuilder out = new StringBuilder();
    String tested = String.format(Locale.ROOT, "CLs at μ = %.4g", answer.test().strength());
    String limit =
        answer
            .limits()
            .map(l -> String.format(Locale.ROOT, "μ at %.4g %% CL", 100 * l.level()))
            .orElse("");
    out.append(String.format(Locale.ROOT, "%-12s  %-16s  %s", "", tested, limit).stripTrailing());
    for (Line line : Line.values()) {
      out.append(System.lineSeparator())
          .append(
              String.format(
                      Locale.ROOT,
                      "%-12s  %-16.6g  %s",
                      line.word(),
                      answer.test().cls(line),
                      answer.limits().map(l -> value(l, line)).orElse(""))
                  .stripTrailing());
    }
    out.append(System.lineSeparator())
        .append(String.format(Locale.ROOT, "best μ        %.6g", answer.test().best()));
    answer.notes().forEach(n -> out.append(System.lineSeparator()).append("note: ").append(n));
    return out.toString();
  }

  private static String value(UpperLimits limits, Line line) {
    return Optional.ofNullable(limits.values().get(line))
        .map(v -> String.format(Locale.ROOT, "%.6g", v))
        .orElse("none: CLs stays above");
  }
}

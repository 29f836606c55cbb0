package org.recastal.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.recastal.limits.Diagnosis;
import org.recastal.limits.LimitRecord;
import org.recastal.limits.Line;
import org.recastal.limits.Outcome;
import org.recastal.limits.Quantity;

/** The doctor's findings for people: one block per file. */
final class FindingText {

  private FindingText() {}

  static void print(Finding finding, PrintWriter out) {
    out.println(
        name(finding)
            + finding.format().map(f -> ": read as " + f.word()).orElse(": not recognised")
            + finding.outcome().flatMap(FindingText::what).orElse(""));
    finding.notes().forEach(note -> out.println("  " + note));
    finding.need().ifPresent(need -> out.println("  ? needs " + need));
    finding.outcome().ifPresent(o -> print(o, out));
  }

  static String summary(List<Finding> findings) {
    long healthy = findings.stream().filter(Finding::isHealthy).count();
    long unclear = findings.stream().filter(f -> f.need().isPresent()).count();
    long ill = findings.size() - healthy - unclear;
    return (findings.size() == 1 ? "1 file" : findings.size() + " files")
        + ", "
        + (ill == 0 ? "none ill" : ill + " ill")
        + (unclear == 0 ? "" : ", " + unclear + " not judged");
  }

  /** The file as it was named, on one line. */
  static String name(Finding finding) {
    return finding.file().toString().replaceAll("\\p{Cntrl}", "?");
  }

  /** What the limit says of the model, empty where it says nothing. */
  static Optional<String> verdict(LimitRecord limit) {
    if (limit.quantity() == Quantity.XSEC_LIMIT || limit.quantity() == Quantity.P_VALUE) {
      return Optional.empty();
    }
    double edge = limit.quantity() == Quantity.CLS ? 1 - limit.level() : 1;
    return limit
        .excludes(Line.OBSERVED, edge)
        .map(excluded -> excluded ? "excluded" : "allowed")
        .or(
            () ->
                limit
                    .excludes(Line.EXPECTED, edge)
                    .map(out -> out ? "expected to be excluded" : "expected to be allowed"));
  }

  private static Optional<String> what(Outcome outcome) {
    return outcome instanceof Outcome.Answered a
        ? Optional.of(
            ", "
                + a.limit().quantity().word()
                + (a.limit().unit().isEmpty() ? "" : " in " + a.limit().unit())
                + " at "
                + percent(a.limit()))
        : Optional.empty();
  }

  private static void print(Outcome outcome, PrintWriter out) {
    if (outcome instanceof Outcome.Ill ill) {
      Diagnosis d = ill.diagnosis();
      out.println("  ✗ " + d.illness() + ": " + d.message());
      return;
    }
    LimitRecord limit = ((Outcome.Answered) outcome).limit();
    for (Line line : limit.lines()) {
      String unit = limit.unit().isEmpty() ? "" : " " + limit.unit();
      out.println(
          String.format(Locale.ROOT, "  %-12s %s%s", line.word(), figure(limit, line), unit));
    }
    out.println(
        "  ✓ " + verdict(limit).map(v -> v + " at " + percent(limit)).orElse(silent(limit)));
  }

  private static String figure(LimitRecord limit, Line line) {
    String error = limit.error(line).map(x -> " ± " + number(x)).orElse("");
    return limit
        .value(line)
        .map(v -> number(v) + error)
        .or(() -> limit.bound(line).map(b -> b.side().sign() + " " + number(b.value())))
        .orElse("");
  }

  private static String silent(LimitRecord limit) {
    return limit.quantity() == Quantity.XSEC_LIMIT
        ? "healthy; compare it with the cross-section of the model"
        : limit.quantity() == Quantity.P_VALUE
            ? "healthy; a p-value excludes nothing"
            : "healthy; whether it excludes, neither observed nor expected says";
  }

  private static String percent(LimitRecord limit) {
    return number(100 * limit.level()) + " %";
  }

  private static String number(double value) {
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros();
    return Math.abs(value) >= 1e-4 && Math.abs(value) < 1e6
        ? rounded.toPlainString()
        : rounded.toString();
  }
}

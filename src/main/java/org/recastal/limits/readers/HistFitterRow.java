package org.recastal.limits.readers;

import java.util.List;
import java.util.Optional;

/** What an object of HistFitter's harvest list says besides its limits. */
final class HistFitterRow {

  /** Flags of rows whose numbers mean nothing. */
  static final List<String> FAILURES = List.of("failedfit", "failedstatus", "failedp0", "nofit");

  /** Flags of rows to be looked at. */
  static final List<String> DOUBTS = List.of("failedcov", "dodgycov");

  private HistFitterRow() {}

  static boolean isRaised(JsonValue row, String flag) {
    return row.get(flag).filter(v -> v.node().isNumber() && v.number() > 0).isPresent();
  }

  /** The signal region. */
  static String region(JsonValue row) {
    return row.get("fID").map(JsonValue::text).orElse("without a name");
  }

  /** A number that may be the value of a scan axis. */
  static Optional<Double> coordinate(JsonValue row, String key) {
    return row.get(key).filter(v -> v.node().isNumber()).map(JsonValue::number);
  }

  /**
   * The row of the smallest rank speaks for its point: that of the smallest expected CLs, else of
   * the smallest expected limit; failed rows last.
   */
  static double rank(JsonValue row) {
    if (FAILURES.stream().anyMatch(flag -> isRaised(row, flag))) {
      return Double.POSITIVE_INFINITY;
    }
    return coordinate(row, HistFitterDialect.EXPECTED_CLS)
        .filter(v -> v >= 0 && v <= 1)
        .or(() -> coordinate(row, "expectedUpperLimit").filter(v -> v > 0).map(v -> 1 + v))
        .orElse(Double.MAX_VALUE);
  }
}

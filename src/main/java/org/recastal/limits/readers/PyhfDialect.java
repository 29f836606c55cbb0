package org.recastal.limits.readers;

import java.util.Map;
import org.recastal.limits.Line;

/** {@code pyhf cls}: {@code {"CLs_obs": x, "CLs_exp": [−2σ … +2σ]}} at the tested μ. */
final class PyhfDialect implements Dialect {

  static final String OBSERVED = "CLs_obs";
  static final String EXPECTED = "CLs_exp";

  @Override
  public FileNumbers numbers(TextFile file, Map<String, Double> point) {
    JsonValue root = JsonValue.parse(file).object();
    FileNumbers numbers = new FileNumbers(file.name());
    root.get(OBSERVED).ifPresent(v -> numbers.put(Line.OBSERVED, v.number(), v.path()));
    root.get(EXPECTED).ifPresent(v -> Band.take(v, numbers));
    return numbers;
  }
}

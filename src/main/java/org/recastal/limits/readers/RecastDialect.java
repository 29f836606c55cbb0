package org.recastal.limits.readers;

import java.util.EnumMap;
import java.util.Map;
import org.recastal.limits.Line;

/**
 * The RECAST demonstration: one object of six numbers. Limits on μ and CLs at μ = 1 have the same
 * keys; what they are is declared.
 */
final class RecastDialect implements Dialect {

  static final Map<Line, String> KEYS =
      new EnumMap<>(
          Map.of(
              Line.OBSERVED, "obs",
              Line.EXPECTED, "exp",
              Line.EXPECTED_M1, "exp_m1",
              Line.EXPECTED_M2, "exp_m2",
              Line.EXPECTED_P1, "exp_p1",
              Line.EXPECTED_P2, "exp_p2"));

  @Override
  public FileNumbers numbers(TextFile file, Map<String, Double> point) {
    JsonValue root = JsonValue.parse(file).object();
    FileNumbers numbers = new FileNumbers(file.name());
    KEYS.forEach(
        (line, key) -> root.get(key).ifPresent(v -> numbers.put(line, v.number(), v.path())));
    return numbers;
  }
}

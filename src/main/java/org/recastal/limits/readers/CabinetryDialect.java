package org.recastal.limits.readers;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.recastal.limits.Diagnosis.Illness;
import org.recastal.limits.LimitCheck;
import org.recastal.limits.Line;
import org.recastal.limits.Quantity;

/** The fields of cabinetry's {@code LimitResults}, written as JSON. */
final class CabinetryDialect implements Dialect {

  static final String OBSERVED = "observed_limit";
  static final String EXPECTED = "expected_limit";

  private static final double SAME = 1e-9;

  private final LimitCheck check;

  CabinetryDialect(LimitCheck check) {
    this.check = check;
  }

  @Override
  public FileNumbers numbers(TextFile file, Map<String, Double> point) {
    JsonValue root = JsonValue.parse(file).object();
    root.get("confidence_level").ifPresent(this::requireLevel);
    FileNumbers numbers = new FileNumbers(file.name());
    if (check.quantity() == Quantity.CLS) {
      cls(root, numbers);
      return numbers;
    }
    root.get(OBSERVED).ifPresent(v -> numbers.put(Line.OBSERVED, v.number(), v.path()));
    root.get(EXPECTED).ifPresent(v -> Band.take(v, numbers));
    root.get("poi_values").ifPresent(v -> scanned(v, numbers));
    return numbers;
  }

  private void requireLevel(JsonValue level) {
    if (Math.abs(level.number() - check.level()) > SAME) {
      throw new IllFileException(
          Illness.OTHER_THAN_DECLARED,
          level.where()
              + " = "
              + level.number()
              + ", but "
              + check.level()
              + " is declared; change one of them");
    }
  }

  private static void cls(JsonValue root, FileNumbers numbers) {
    List<JsonValue> tested = root.get("poi_values").map(JsonValue::items).orElse(List.of());
    int at = 0;
    while (at < tested.size() && !(Math.abs(tested.get(at).number() - 1) <= SAME)) {
      at++;
    }
    if (at == tested.size()) {
      throw IllFileException.missing(
          numbers.where()
              + ": poi_values: μ = 1 was not tested, so there is no CLs; read quantity mu-limit");
    }
    int index = at;
    root.get("observed_CLs")
        .flatMap(v -> v.items().stream().skip(index).findFirst())
        .ifPresent(v -> numbers.put(Line.OBSERVED, v.number(), v.path()));
    root.get("expected_CLs")
        .flatMap(v -> v.items().stream().skip(index).findFirst())
        .ifPresent(v -> Band.take(v, numbers));
  }

  private static void scanned(JsonValue tested, FileNumbers numbers) {
    double[] values =
        tested.items().stream().mapToDouble(JsonValue::number).filter(Double::isFinite).toArray();
    double low = Arrays.stream(values).min().orElse(0);
    double high = Arrays.stream(values).max().orElse(0);
    if (low < high) {
      numbers.scanned(new FileThresholds.Bracket(low, high));
    }
  }
}

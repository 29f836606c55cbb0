package org.recastal.limits.readers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.recastal.limits.Diagnosis.Illness;
import org.recastal.limits.LimitCheck;
import org.recastal.limits.Line;
import org.recastal.limits.Quantity;

/** Our own JSON form, described in docs/limits.md and by a JSON Schema. */
final class NeutralDialect implements Dialect {

  static final Map<String, Quantity> QUANTITIES =
      Map.of(
          "mu_upper_limit", Quantity.MU_LIMIT,
          "r", Quantity.MU_LIMIT,
          "cls", Quantity.CLS,
          "xsec_upper_limit_pb", Quantity.XSEC_LIMIT,
          "p_value", Quantity.P_VALUE);

  private static final double SAME = 1e-9;

  private final LimitCheck check;

  NeutralDialect(LimitCheck check) {
    this.check = check;
  }

  @Override
  public Optional<String> ownUnit() {
    return Optional.of("pb");
  }

  @Override
  public FileNumbers numbers(TextFile file, Map<String, Double> point) {
    JsonValue root = JsonValue.parse(file).object();
    requireFinite(root);
    NeutralSchema.violation(root)
        .ifPresent(
            v -> {
              throw IllFileException.malformed(
                  file.name() + ": " + v + "; docs/limits.md describes the form");
            });
    requireSuccess(root);
    String quantity = root.get("quantity").map(JsonValue::text).orElse("");
    require(
        root, "quantity", QUANTITIES.get(quantity) == check.quantity(), check.quantity().word());
    root.get("level")
        .ifPresent(v -> require(root, "level", isSame(v, check.level()), "" + check.level()));
    if (check.quantity() == Quantity.CLS) {
      root.get("poi_test").ifPresent(v -> require(root, "poi_test", isSame(v, 1), "1"));
    }
    FileNumbers numbers = read(root);
    return quantity.equals("r") ? Inverse.ofR(numbers) : numbers;
  }

  private static FileNumbers read(JsonValue root) {
    FileNumbers numbers = new FileNumbers(root.file());
    root.get("observed").ifPresent(v -> v.limit(Line.OBSERVED, numbers));
    root.get("expected")
        .ifPresent(
            v -> {
              if (v.node().isArray()) {
                Band.take(v, numbers);
              } else {
                v.limit(Line.EXPECTED, numbers);
              }
            });
    root.get("n_mc").ifPresent(v -> numbers.events(v.number()));
    return numbers;
  }

  private static void requireSuccess(JsonValue root) {
    if (root.get("status").filter(s -> s.text().equals("failed")).isPresent()) {
      throw new IllFileException(
          Illness.REPORTED_FAILURE,
          root.file()
              + ": status = failed: "
              + root.get("message").map(JsonValue::text).orElse("without a message")
              + "; look at the program's log");
    }
  }

  private static boolean isSame(JsonValue value, double wanted) {
    return Math.abs(value.number() - wanted) <= SAME;
  }

  private static void require(JsonValue root, String key, boolean holds, String declared) {
    if (!holds) {
      throw new IllFileException(
          Illness.OTHER_THAN_DECLARED,
          root.file()
              + ": "
              + key
              + " = "
              + root.get(key).map(JsonValue::text).orElse("")
              + ", but "
              + declared
              + " is declared; change one of them");
    }
  }

  // JSON has no NaN, so the schema has no words for it.
  private static void requireFinite(JsonValue value) {
    JsonNode node = value.node();
    if (node.isNumber() && !Double.isFinite(node.doubleValue())) {
      throw new IllFileException(
          Illness.NOT_A_NUMBER,
          value.where() + " is not a finite number; the fit failed: look at its log");
    }
    if (node.isArray()) {
      value.items().forEach(NeutralDialect::requireFinite);
    } else if (node.isObject()) {
      node.fieldNames()
          .forEachRemaining(key -> value.get(key).ifPresent(NeutralDialect::requireFinite));
    }
  }
}

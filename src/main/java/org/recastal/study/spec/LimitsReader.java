package org.recastal.study.spec;

import java.util.Optional;
import org.recastal.limits.Quantity;

/** Reads the block of {@link LimitsSpec}. */
final class LimitsReader {

  private static final double LEVEL = 0.95;

  private LimitsReader() {}

  /** What is returned, or nothing when a mistake was told. */
  static Optional<LimitsSpec> read(Block limits) {
    Optional<Quantity> quantity = limits.choice("quantity", Quantity::ofWord);
    String unit = limits.text("unit").orElse("");
    if (quantity.isPresent() && quantity.get() == Quantity.XSEC_LIMIT && !limits.has("unit")) {
      limits.mistake("unit", "missing; a cross-section limit needs fb or pb");
    }
    if (quantity.isPresent() && quantity.get() != Quantity.XSEC_LIMIT && limits.has("unit")) {
      limits.mistake("unit", "a " + quantity.get().word() + " has no unit: remove it");
    }
    return quantity.map(q -> new LimitsSpec(q, unit, limits.number("level").orElse(LEVEL)));
  }
}

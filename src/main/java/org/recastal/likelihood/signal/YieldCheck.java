package org.recastal.likelihood.signal;

import org.recastal.RecastAlException;

/** Refuses yields that no signal has. */
final class YieldCheck {

  private YieldCheck() {}

  static void refuseUnsound(String where, RegionYield yield, int bins) {
    String region = where + ": region " + yield.region();
    refuseLength(region, "yields", yield.yields().length, bins);
    if (yield.errors().length > 0) {
      refuseLength(region, "errors", yield.errors().length, bins);
    }
    for (int i = 0; i < bins; i++) {
      refuseNumber(region, i, "yield", yield.yields()[i]);
      if (yield.errors().length > 0) {
        refuseNumber(region, i, "error", yield.errors()[i]);
      }
    }
  }

  private static void refuseLength(String region, String what, int found, int bins) {
    if (found != bins) {
      throw RecastAlException.badInput(
          "%s: found %d %s, the region has %d %s"
              .formatted(region, found, what, bins, bins == 1 ? "bin" : "bins"));
    }
  }

  private static void refuseNumber(String region, int index, String what, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw RecastAlException.badInput(
          "%s, bin %d: %s %s; expected a finite number, 0 or more"
              .formatted(region, index + 1, what, value));
    }
  }
}

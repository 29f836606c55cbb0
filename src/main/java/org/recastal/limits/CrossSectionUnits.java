package org.recastal.limits;

import java.util.OptionalDouble;

/** Conversion between the units of cross-sections, by declaration only. */
public final class CrossSectionUnits {

  private static final double FB_PER_PB = 1000;

  private CrossSectionUnits() {}

  /**
   * What a number in one unit is multiplied by to be in another; empty when the units are neither
   * equal nor pb and fb.
   */
  public static OptionalDouble factor(String from, String to) {
    if (from.equals(to)) {
      return OptionalDouble.of(1);
    }
    if (from.equals("pb") && to.equals("fb")) {
      return OptionalDouble.of(FB_PER_PB);
    }
    if (from.equals("fb") && to.equals("pb")) {
      return OptionalDouble.of(1 / FB_PER_PB);
    }
    return OptionalDouble.empty();
  }
}

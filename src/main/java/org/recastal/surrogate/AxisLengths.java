package org.recastal.surrogate;

import java.util.Arrays;
import java.util.Optional;

/** Along which directions of the unit cube a correlation length is learnt. */
public enum AxisLengths {
  /** One for all axes. */
  SHARED("shared"),
  /** One along each axis (automatic relevance determination). */
  PER_AXIS("per-axis"),
  /**
   * One along each of as many slanted directions, which are learnt too: limits that change at a
   * difference of masses change along no axis (a Mahalanobis distance: Rasmussen and Williams 2006,
   * §5.1).
   */
  OBLIQUE("oblique");

  private final String word;

  AxisLengths(String word) {
    this.word = word;
  }

  /** The word used in specs. */
  public String word() {
    return word;
  }

  public static Optional<AxisLengths> ofWord(String word) {
    return Arrays.stream(values()).filter(l -> l.word.equals(word)).findFirst();
  }

  /** How many lengths are learnt in {@code dimension} axes. */
  int lengths(int dimension) {
    return this == SHARED ? 1 : dimension;
  }

  /** How many tilts are learnt in {@code dimension} axes. */
  int tilts(int dimension) {
    return this == OBLIQUE ? Metric.tilts(dimension) : 0;
  }
}

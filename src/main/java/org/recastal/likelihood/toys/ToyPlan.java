package org.recastal.likelihood.toys;

import org.recastal.RecastAlException;

/**
 * How toys are made.
 *
 * @param count toys per hypothesis and strength
 * @param seed governs every random number
 * @param threads workers; no number depends on it
 */
public record ToyPlan(int count, long seed, int threads) {

  /** Fewer say nothing about a CLs near 0.05. */
  private static final int FEWEST = 10;

  public ToyPlan {
    if (count < FEWEST) {
      throw RecastAlException.badInput(
          "--toys "
              + count
              + ": expected at least "
              + FEWEST
              + ", and some thousands to be precise");
    }
    if (threads < 1) {
      throw RecastAlException.badInput("--threads " + threads + ": expected at least 1");
    }
  }
}

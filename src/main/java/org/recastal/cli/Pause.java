package org.recastal.cli;

import java.util.function.IntConsumer;
import org.recastal.RecastAlException;

/** Waits for jobs: short at first, since many end soon, then less and less often. */
final class Pause implements IntConsumer {

  private static final double FIRST_MILLIS = 5;
  private static final double GROWTH = 1.3;
  private static final double LONGEST_MILLIS = 1000;

  @Override
  public void accept(int timesInARow) {
    double millis =
        Math.min(LONGEST_MILLIS, FIRST_MILLIS * Math.pow(GROWTH, Math.min(timesInARow, 100)));
    try {
      Thread.sleep((long) millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RecastAlException(
          RecastAlException.Kind.FAILURE, "interrupted while waiting for jobs", e);
    }
  }
}

package org.recastal.limits.readers;

import org.recastal.limits.Diagnosis.Illness;
import org.recastal.limits.Line;

/** Programs that state r, the signal over its limit: the limit on μ is 1/r. */
final class Inverse {

  private Inverse() {}

  /** Turns every r into a limit on μ. */
  static FileNumbers ofR(FileNumbers numbers) {
    numbers.values().forEach((line, r) -> requireSignal(numbers.placeOf(line), line, r));
    return numbers.inverted();
  }

  private static void requireSignal(String where, Line line, double r) {
    if (r == 0) {
      throw new IllFileException(
          Illness.TOO_FEW_EVENTS,
          where
              + ": r of "
              + line.word()
              + " is 0: no signal is left, or its Monte Carlo error is larger than it; more events");
    }
  }
}

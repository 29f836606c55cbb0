package org.recastal.study;

import org.recastal.limits.LimitRecord;
import org.recastal.limits.Line;

/** One column of numbers that a surrogate learns from limits. */
sealed interface LearntColumn {

  /** The number of one answered point. */
  double value(LimitRecord limit);

  /** Its variance from the error that the limit states, 0 when it states none. */
  double variance(LimitRecord limit);

  /** A line in the learnt scale, or its negative so that a maximum becomes a minimum. */
  record OfLine(Line line, LearntScale scale, int sign) implements LearntColumn {
    @Override
    public double value(LimitRecord limit) {
      return sign * scale.toLearnt(limit.values().get(line));
    }

    @Override
    public double variance(LimitRecord limit) {
      return limit
          .error(line)
          .map(error -> scale.learntVariance(limit.values().get(line), error))
          .orElse(0.0);
    }
  }

  /**
   * Observed − expected in the declared unit, or its negative. Excesses and deficits are
   * differences of two limits and may have either sign, so they are learnt as they are.
   */
  record Difference(int sign) implements LearntColumn {
    @Override
    public double value(LimitRecord limit) {
      return sign * (limit.values().get(Line.OBSERVED) - limit.values().get(Line.EXPECTED));
    }

    @Override
    public double variance(LimitRecord limit) {
      double observed = limit.error(Line.OBSERVED).orElse(0.0);
      double expected = limit.error(Line.EXPECTED).orElse(0.0);
      return observed * observed + expected * expected;
    }
  }
}

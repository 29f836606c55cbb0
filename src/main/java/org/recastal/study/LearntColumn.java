package org.recastal.study;

import org.recastal.limits.Bound;
import org.recastal.limits.LimitRecord;
import org.recastal.limits.Line;
import org.recastal.surrogate.Reading;

/** One column of numbers that a surrogate learns from limits. */
sealed interface LearntColumn {

  /** The number of one answered point; where a limit was not reached, that of its bound. */
  double value(LimitRecord limit);

  /** What that number says. */
  Reading reading(LimitRecord limit);

  private static double number(LimitRecord limit, Line line) {
    return limit.value(line).or(() -> limit.bound(line).map(Bound::value)).orElseThrow();
  }

  private static Reading ofLine(LimitRecord limit, Line line) {
    return limit
        .bound(line)
        .map(b -> b.side() == Bound.Side.ABOVE ? Reading.ABOVE : Reading.BELOW)
        .orElse(Reading.VALUE);
  }

  /** Its variance from the error that the limit states, 0 when it states none. */
  double variance(LimitRecord limit);

  /** A line in the learnt scale, or its negative so that a maximum becomes a minimum. */
  record OfLine(Line line, LearntScale scale, int sign) implements LearntColumn {
    @Override
    public double value(LimitRecord limit) {
      return sign * scale.toLearnt(number(limit, line));
    }

    @Override
    public Reading reading(LimitRecord limit) {
      return sign > 0 ? ofLine(limit, line) : ofLine(limit, line).negated();
    }

    @Override
    public double variance(LimitRecord limit) {
      return limit
          .error(line)
          .map(error -> scale.learntVariance(number(limit, line), error))
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
      return sign * (number(limit, Line.OBSERVED) - number(limit, Line.EXPECTED));
    }

    @Override
    public Reading reading(LimitRecord limit) {
      Reading observed = ofLine(limit, Line.OBSERVED);
      Reading lessExpected = ofLine(limit, Line.EXPECTED).negated();
      Reading both =
          observed == Reading.VALUE
              ? lessExpected
              : lessExpected == Reading.VALUE || lessExpected == observed
                  ? observed
                  : Reading.NOTHING;
      return sign > 0 ? both : both.negated();
    }

    @Override
    public double variance(LimitRecord limit) {
      double observed = limit.error(Line.OBSERVED).orElse(0.0);
      double expected = limit.error(Line.EXPECTED).orElse(0.0);
      return observed * observed + expected * expected;
    }
  }
}

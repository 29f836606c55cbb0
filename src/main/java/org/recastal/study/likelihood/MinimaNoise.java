package org.recastal.study.likelihood;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import org.recastal.likelihood.Model;
import org.recastal.likelihood.fit.FitPolicy;
import org.recastal.likelihood.inference.HypothesisTests;
import org.recastal.likelihood.inference.TestStatistic;
import org.recastal.limits.LimitRecord;
import org.recastal.limits.Line;
import org.recastal.limits.Outcome;
import org.recastal.numerics.Normal;

/**
 * What several minima do to limits. A limit depends on the minimum in which the fit without signal
 * ends, since the Asimov data are made from it; from one point to the next that minimum may be
 * another, and the limit jumps although the physics is smooth. Such a point states an error, which
 * the surrogate takes as noise of that point.
 */
final class MinimaNoise {

  /**
   * Standard deviation of log limit. Limits of ATLAS-SUSY-2018-04 jump by 0.07 in the observed line
   * from one published point to the next, and by more in the expected ones.
   */
  static final double LOG_LIMIT = 0.1;

  /** CLs = 1 has no finite probit. */
  private static final double LARGEST = 1 - 1e-6;

  private MinimaNoise() {}

  /**
   * Whether some start of the fit without signal ends in another minimum than the lowest.
   *
   * @param tests made under {@code policy}, whose fits are used again if they looked for it
   */
  static boolean hasSeveralMinima(Model model, FitPolicy policy, HypothesisTests tests) {
    HypothesisTests thorough =
        policy.lowest()
            ? tests
            : new HypothesisTests(model, TestStatistic.QTILDE, FitPolicy.GLOBAL);
    return thorough.observed().at(0).restarts().disagree();
  }

  /** A limit with its error. */
  static Outcome onLimit(Outcome outcome) {
    return with(outcome, (line, limit) -> LOG_LIMIT * limit);
  }

  /**
   * CLs with its error: √q_A goes like the strength over its error, so a limit that is off by a
   * factor moves the probit of CLs by as large a part of √q_A.
   */
  static Outcome onCls(Outcome outcome, double asimovRoot) {
    return with(
        outcome,
        (line, cls) ->
            Normal.pdf(Normal.quantile(Math.min(cls, LARGEST))) * LOG_LIMIT * asimovRoot);
  }

  private static Outcome with(Outcome outcome, ToDoubleBiFunction<Line, Double> error) {
    if (!(outcome instanceof Outcome.Answered answered)) {
      return outcome;
    }
    LimitRecord limit = answered.limit();
    Map<Line, Double> errors = new EnumMap<>(Line.class);
    limit
        .values()
        .forEach(
            (line, value) -> {
              double sigma = error.applyAsDouble(line, value);
              if (sigma > 0) {
                errors.put(line, sigma);
              }
            });
    return new Outcome.Answered(
        new LimitRecord(
            limit.quantity(), limit.unit(), limit.level(), limit.values(), errors, limit.bounds()));
  }
}

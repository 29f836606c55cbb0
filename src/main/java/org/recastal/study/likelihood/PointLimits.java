package org.recastal.study.likelihood;

import java.util.Optional;
import org.recastal.likelihood.Model;
import org.recastal.likelihood.fit.FitPolicy;
import org.recastal.likelihood.inference.HypothesisTest;
import org.recastal.likelihood.inference.HypothesisTests;
import org.recastal.likelihood.inference.LimitOutcomes;
import org.recastal.likelihood.inference.TestStatistic;
import org.recastal.limits.CrossSectionUnits;
import org.recastal.limits.Diagnosis.Illness;
import org.recastal.limits.LimitCheck;
import org.recastal.limits.Outcome;
import org.recastal.limits.Quantity;
import org.recastal.space.SearchSpace;
import org.recastal.study.spec.CrossSectionSpec;
import org.recastal.study.spec.LikelihoodSpec;
import org.recastal.study.spec.LikelihoodSpec.Minima;
import org.recastal.study.spec.LimitsSpec;
import org.recastal.study.spec.SpecFileException;

/** What a model answers: the declared quantity at the declared level. */
final class PointLimits {

  private final LimitsSpec limits;
  private final FitPolicy policy;
  private final Optional<CrossSections> crossSections;
  private final double perUnit;

  private PointLimits(
      LimitsSpec limits, FitPolicy policy, Optional<CrossSections> crossSections, double perUnit) {
    this.limits = limits;
    this.policy = policy;
    this.crossSections = crossSections;
    this.perUnit = perUnit;
  }

  /** Reads the table of cross-sections, when there is one. */
  static PointLimits of(LikelihoodSpec spec, SearchSpace space, LimitsSpec limits) {
    String unit = spec.crossSections().map(CrossSectionSpec::unit).orElse("");
    return new PointLimits(
        limits,
        spec.minima() == Minima.GLOBAL ? FitPolicy.GLOBAL : FitPolicy.NOMINAL,
        spec.crossSections()
            .map(
                s ->
                    SpecFileException.at(
                        "/evaluate/likelihood/cross-sections/table",
                        () -> CrossSections.read(s, space))),
        CrossSectionUnits.factor(unit, limits.unit()).orElse(1));
  }

  /**
   * The answer.
   *
   * @param at coordinates of the point
   * @param where what messages call it
   */
  Outcome outcome(Model model, double[] at, String where) {
    HypothesisTests tests = new HypothesisTests(model, TestStatistic.QTILDE, policy);
    if (limits.quantity() == Quantity.CLS) {
      HypothesisTest test = tests.at(1);
      Outcome cls = LimitOutcomes.ofCls(test, limits.level(), where);
      return noisy(cls, model, tests) ? MinimaNoise.onCls(cls, test.asimovRoot()) : cls;
    }
    Outcome limit =
        limits.quantity() == Quantity.XSEC_LIMIT
            ? ofCrossSection(tests, at, where)
            : LimitOutcomes.ofStrength(tests.limits(limits.level()), where);
    return noisy(limit, model, tests) ? MinimaNoise.onLimit(limit) : limit;
  }

  private boolean noisy(Outcome outcome, Model model, HypothesisTests tests) {
    return outcome instanceof Outcome.Answered
        && MinimaNoise.hasSeveralMinima(model, policy, tests);
  }

  private Outcome ofCrossSection(HypothesisTests tests, double[] at, String where) {
    CrossSections table = crossSections.orElseThrow();
    Optional<CrossSection> theory = table.at(at);
    if (theory.isEmpty()) {
      return LimitCheck.ill(
          Illness.OUTSIDE_TABLE,
          where + ": " + table.source() + " has no cross-section there; it is not guessed");
    }
    return LimitOutcomes.ofCrossSection(
        tests.limits(limits.level()), theory.get().value() * perUnit, limits.unit(), where);
  }
}

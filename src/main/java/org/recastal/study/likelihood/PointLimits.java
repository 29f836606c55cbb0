package org.recastal.study.likelihood;

import org.recastal.likelihood.Model;
import org.recastal.likelihood.fit.FitPolicy;
import org.recastal.likelihood.inference.HypothesisTests;
import org.recastal.likelihood.inference.LimitOutcomes;
import org.recastal.likelihood.inference.TestStatistic;
import org.recastal.limits.Outcome;
import org.recastal.limits.Quantity;
import org.recastal.study.spec.LikelihoodSpec.Minima;
import org.recastal.study.spec.LimitsSpec;

/**
 * What a model answers: the declared quantity at the declared level.
 *
 * @param limits what is declared
 * @param minima which minimum counts
 */
record PointLimits(LimitsSpec limits, Minima minima) {

  Outcome outcome(Model model, String where) {
    HypothesisTests tests = new HypothesisTests(model, TestStatistic.QTILDE, policy());
    return limits.quantity() == Quantity.CLS
        ? LimitOutcomes.ofCls(tests.at(1), limits.level(), where)
        : LimitOutcomes.ofStrength(tests.limits(limits.level()), where);
  }

  private FitPolicy policy() {
    return minima == Minima.GLOBAL ? FitPolicy.GLOBAL : FitPolicy.NOMINAL;
  }
}

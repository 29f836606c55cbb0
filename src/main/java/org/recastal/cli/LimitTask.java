package org.recastal.cli;

import java.util.Optional;
import java.util.OptionalDouble;
import org.recastal.likelihood.Model;
import org.recastal.likelihood.fit.FitPolicy;
import org.recastal.likelihood.inference.HypothesisTest;
import org.recastal.likelihood.inference.HypothesisTests;
import org.recastal.likelihood.inference.TestStatistic;
import org.recastal.likelihood.inference.UpperLimits;

/**
 * What is asked of each model.
 *
 * @param strength the strength that CLs tests
 * @param level confidence level of the limits
 * @param limits whether limits are wanted
 * @param crossSection of the signal at strength 1, in pb, when limits on it are wanted
 * @param policy where fits start
 * @param pulls whether the parameters of the fits are wanted
 */
record LimitTask(
    double strength,
    double level,
    boolean limits,
    OptionalDouble crossSection,
    FitPolicy policy,
    boolean pulls) {

  LimitAnswer answer(String measurement, Model model) {
    HypothesisTests tests = new HypothesisTests(model, TestStatistic.QTILDE, policy);
    HypothesisTest test = tests.at(strength);
    Optional<UpperLimits> upper = limits ? Optional.of(tests.limits(level)) : Optional.empty();
    return new LimitAnswer(
        measurement,
        test,
        tests.discovery(),
        upper,
        crossSection,
        pulls
            ? Optional.of(new LimitAnswer.Pulls(tests.backgroundPulls(), tests.freePulls()))
            : Optional.empty());
  }
}

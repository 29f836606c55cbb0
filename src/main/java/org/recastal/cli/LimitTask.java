package org.recastal.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
 * @param policy where fits start
 */
record LimitTask(double strength, double level, boolean limits, FitPolicy policy) {

  /** The answer for one model. */
  record Answer(HypothesisTest test, Optional<UpperLimits> limits) {

    List<String> notes() {
      List<String> notes = new ArrayList<>(test.notes());
      limits.ifPresent(l -> l.notes().stream().filter(n -> !notes.contains(n)).forEach(notes::add));
      return notes;
    }

    boolean isSound() {
      return test.converged()
          && limits.map(l -> l.converged() && !l.values().isEmpty()).orElse(true);
    }
  }

  Answer answer(Model model) {
    HypothesisTests tests = new HypothesisTests(model, TestStatistic.QTILDE, policy);
    HypothesisTest test = tests.at(strength);
    return new Answer(test, limits ? Optional.of(tests.limits(level)) : Optional.empty());
  }
}

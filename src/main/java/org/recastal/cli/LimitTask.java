package org.recastal.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.recastal.likelihood.Model;
import org.recastal.likelihood.fit.FitPolicy;
import org.recastal.likelihood.inference.HypothesisTest;
import org.recastal.likelihood.inference.HypothesisTests;
import org.recastal.likelihood.inference.TestStatistic;
import org.recastal.likelihood.inference.UpperLimits;
import org.recastal.likelihood.toys.ToyLimits;
import org.recastal.likelihood.toys.ToyListener;
import org.recastal.likelihood.toys.ToyPlan;
import org.recastal.likelihood.toys.ToyTest;
import org.recastal.likelihood.toys.ToyTests;
import org.recastal.limits.Quantity;

/**
 * What is asked of each model.
 *
 * @param strength the strength that CLs tests
 * @param level confidence level of the limits
 * @param limits whether limits are wanted
 * @param crossSection of the signal at strength 1, in pb, when limits on it are wanted
 * @param policy where fits start
 * @param pulls whether the parameters of the fits are wanted
 * @param toys how toys are made, when they are wanted
 */
record LimitTask(
    double strength,
    double level,
    boolean limits,
    OptionalDouble crossSection,
    FitPolicy policy,
    boolean pulls,
    Optional<ToyPlan> toys) {

  LimitAnswer answer(String measurement, Model model, ToyListener listener)
      throws InterruptedException {
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
            : Optional.empty(),
        toys.isPresent()
            ? Optional.of(toys(new ToyTests(model, tests, toys.get(), listener), upper))
            : Optional.empty());
  }

  /** CLs against the strength. */
  StrengthScan scan(Model model) {
    HypothesisTests tests = new HypothesisTests(model, TestStatistic.QTILDE, policy);
    return StrengthScan.of(tests, tests.limits(level), strength);
  }

  private LimitAnswer.Toys toys(ToyTests tests, Optional<UpperLimits> asymptotic)
      throws InterruptedException {
    ToyTest test = tests.at(strength);
    Optional<ToyLimits> upper =
        asymptotic.isPresent() ? Optional.of(tests.limits(asymptotic.get())) : Optional.empty();
    return new LimitAnswer.Toys(toys.orElseThrow(), test, upper);
  }

  /** {@code cls}, and the limits that are wanted. */
  List<String> quantities() {
    List<String> words = new ArrayList<>(List.of(Quantity.CLS.word()));
    if (limits) {
      words.add(Quantity.MU_LIMIT.word());
    }
    crossSection.ifPresent(x -> words.add(Quantity.XSEC_LIMIT.word()));
    return words;
  }

  /** Everything that the numbers depend on, in words. */
  String identity() {
    return String.join(
        ", ",
        String.join("+", quantities()),
        "mu " + strength,
        "level " + level,
        "cross-section " + (crossSection.isPresent() ? crossSection.getAsDouble() + " pb" : "none"),
        policy.lowest() ? "lowest of several minima" : "minimum from nominal");
  }
}

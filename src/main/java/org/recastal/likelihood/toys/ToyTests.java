package org.recastal.likelihood.toys;

import java.util.OptionalDouble;
import org.recastal.likelihood.Model;
import org.recastal.likelihood.inference.HypothesisTests;
import org.recastal.likelihood.inference.UpperLimits;
import org.recastal.numerics.RandomStream;

/**
 * Tests of signal strengths with distributions of q̃ from toys. The truth with signal is the fit to
 * the observed data with the strength held at the tested value, the truth without signal the one
 * with it at 0; main and auxiliary data are drawn around it (pyhf does the same). Both kinds of
 * toys use the same random numbers at every strength, so that CLs is smooth along the strength.
 */
public final class ToyTests {

  private final Model model;
  private final HypothesisTests observed;
  private final ToyPlan plan;
  private final ToyListener listener;
  private final RandomStream stream;

  /**
   * Prepares tests of the model's own data.
   *
   * @param observed tests of the same data; their fits are the truths
   */
  public ToyTests(Model model, HypothesisTests observed, ToyPlan plan, ToyListener listener) {
    this.model = model;
    this.observed = observed;
    this.plan = plan;
    this.listener = listener;
    this.stream = RandomStream.named(plan.seed(), 0, "toys");
  }

  /** The test of one strength. */
  public ToyTest at(double strength) throws InterruptedException {
    double[] with = observed.observed().at(strength).theta();
    double[] without = observed.observed().at(0).theta();
    ToyFit fit = new ToyFit(model, strength);
    int[] done = new int[1];
    ToyWork.Progress progress =
        more -> {
          done[0] += more;
          listener.finished(strength, done[0], 2 * plan.count());
        };
    ToySample signal = sample(fit, with, "with signal", progress);
    ToySample background = sample(fit, without, "without signal", progress);
    OptionalDouble data = fit.statistic(model.observed(), with);
    return new ToyComparison(signal, background).test(strength, data);
  }

  /**
   * Upper limits of all six lines.
   *
   * @param asymptotic the search begins at these
   */
  public ToyLimits limits(UpperLimits asymptotic) throws InterruptedException {
    return new ToyLimitSearch(this, plan.count()).limits(asymptotic);
  }

  private ToySample sample(ToyFit fit, double[] truth, String hypothesis, ToyWork.Progress progress)
      throws InterruptedException {
    ToyData data = new ToyData(model, truth, stream.child(hypothesis));
    return new ToySample(
        new ToyWork(plan.threads())
            .run(
                plan.count(), k -> fit.statistic(data.toy(k), truth).orElse(Double.NaN), progress));
  }
}

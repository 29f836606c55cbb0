package org.recastal.likelihood.inference;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.recastal.RecastAlException;
import org.recastal.likelihood.Model;
import org.recastal.likelihood.ModelParameter;
import org.recastal.likelihood.fit.Fit;
import org.recastal.likelihood.fit.FitPolicy;
import org.recastal.likelihood.fit.FitResult;
import org.recastal.limits.Line;

/**
 * Tests of signal strengths on one data set with asymptotic distributions (arXiv:1007.1727). The
 * free fit and the fit without signal are made once; each further strength costs two fits. Not
 * thread-safe.
 */
public final class HypothesisTests {

  private final Model model;
  private final double[] data;
  private final TestStatistic statistic;
  private final FitPolicy policy;
  private final Fit observed;
  private final int poi;
  private Optional<Asimov> background = Optional.empty();

  /**
   * Prepares tests of the observed data.
   *
   * @throws RecastAlException when the measurement has no parameter of interest, or holds it fixed
   */
  public HypothesisTests(Model model, TestStatistic statistic, FitPolicy policy) {
    this(model, model.observed(), statistic, policy);
  }

  /**
   * Prepares tests of other data.
   *
   * @param data main data, then auxiliary data
   */
  public HypothesisTests(Model model, double[] data, TestStatistic statistic, FitPolicy policy) {
    this.model = model;
    this.data = data.clone();
    this.statistic = statistic;
    this.policy = policy;
    this.poi = poi(model);
    this.observed = new Fit(model, data, policy, poiLower(model, statistic), Optional.empty());
  }

  private static int poi(Model model) {
    int poi = model.poi().orElseThrow(Fit::noParameterOfInterest);
    if (model.parameters().get(poi).fixed()) {
      throw RecastAlException.badInput(
          "the parameter of interest "
              + model.parameters().get(poi).name()
              + " is fixed, so there is nothing to test: free it in the measurement");
    }
    return poi;
  }

  /** q_μ has no lower bound of its own; like pyhf's users, look as far down as up. */
  private static OptionalDouble poiLower(Model model, TestStatistic statistic) {
    if (statistic != TestStatistic.Q) {
      return OptionalDouble.empty();
    }
    ModelParameter strength = model.parameters().get(model.poi().orElseThrow());
    return OptionalDouble.of(Math.min(strength.lower(), -strength.upper()));
  }

  /** The fits to the observed data. */
  public Fit observed() {
    return observed;
  }

  /** The parameters of the fit with the strength free, in the order of the model. */
  public List<Pull> freePulls() {
    return Pulls.of(model, data, observed.free(), false);
  }

  /** The parameters of the fit without signal, in the order of the model. */
  public List<Pull> backgroundPulls() {
    return Pulls.of(model, data, observed.at(0), true);
  }

  /** The test of one strength. */
  public HypothesisTest at(double strength) {
    FitResult free = observed.free();
    FitResult fixed = observed.at(strength);
    Asimov asimov = background();
    FitResult asimovFixed = asimov.fit().at(strength);
    double s = root(strength);
    double asimovRoot = asimov.root(asimovFixed);
    Map<Line, Asymptotic> pValues = new EnumMap<>(Line.class);
    pValues.put(Line.OBSERVED, Asymptotic.observed(statistic, s, asimovRoot));
    for (Line line : Line.bands()) {
      pValues.put(line, Asymptotic.expected(line.sigmas(), asimovRoot));
    }
    List<FitResult> fits = List.of(free, fixed, asimov.truth(), asimovFixed);
    List<String> notes = new ArrayList<>(FitNotes.of(fits));
    SmallCounts.note(model, asimov).ifPresent(notes::add);
    return new HypothesisTest(strength, best(), s, asimovRoot, pValues, fits, notes);
  }

  /** The test of the background alone. */
  public Discovery discovery() {
    FitResult free = observed.free();
    FitResult nothing = observed.at(0);
    Asimov signal = Asimov.of(model, observed.at(1), observed.poiLower(), policy);
    FitResult asimovNothing = signal.fit().at(0);
    double z = best() < 0 ? 0 : Math.sqrt(Math.max(0, nothing.deviance() - free.deviance()));
    Map<Line, Double> significance = new EnumMap<>(Line.class);
    significance.put(Line.OBSERVED, z);
    for (Line line : Line.bands()) {
      significance.put(line, signal.root(asimovNothing) - line.sigmas());
    }
    return new Discovery(best(), significance, List.of(free, nothing, asimovNothing));
  }

  /**
   * Upper limits of all six lines. Their searches share fits.
   *
   * @param level confidence level, in (0.5, 1)
   */
  public UpperLimits limits(double level) {
    return new LimitSearch(this, level).limits();
  }

  TestStatistic statistic() {
    return statistic;
  }

  /** The Asimov data without signal. */
  Asimov background() {
    if (background.isEmpty()) {
      background = Optional.of(Asimov.of(model, observed.at(0), observed.poiLower(), policy));
    }
    return background.get();
  }

  double best() {
    return observed.free().theta()[poi];
  }

  /** √q(μ) of the observed data: 0 when the best strength lies above μ. */
  double root(double strength) {
    return best() > strength
        ? 0
        : Math.sqrt(Math.max(0, observed.at(strength).deviance() - observed.free().deviance()));
  }
}

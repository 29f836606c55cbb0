package org.recastal.likelihood.inference;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.recastal.RecastAlException;
import org.recastal.likelihood.fit.FitResult;
import org.recastal.limits.Line;

/**
 * Solves CLs(μ) = 1 − level for six lines. The derivative of a profiled deviance is its partial
 * derivative by μ at the fitted parameters, so every fit gives a point and a slope. The expected
 * CLs of a band depend on √q_A(μ) alone: their limits solve √q_A(μ) = target with fits to the
 * Asimov data only.
 */
final class LimitSearch {

  private final HypothesisTests tests;
  private final double level;
  private final double alpha;

  /** log μ → log √q_A of the Asimov fits made so far. */
  private final Map<Double, Double> asimovRoots = new TreeMap<>();

  private final List<FitResult> fits = new ArrayList<>();

  LimitSearch(HypothesisTests tests, double level) {
    if (!(level > 0.5 && level < 1)) {
      throw RecastAlException.badInput(
          "confidence level " + level + ": expected a number between 0.5 and 1, such as 0.95");
    }
    this.tests = tests;
    this.level = level;
    this.alpha = 1 - level;
  }

  UpperLimits limits() {
    Map<Line, Double> values = new EnumMap<>(Line.class);
    asimovCurve(0, 0);
    List<Line> fromTheMiddle =
        List.of(
            Line.EXPECTED, Line.EXPECTED_M1, Line.EXPECTED_M2, Line.EXPECTED_P1, Line.EXPECTED_P2);
    for (Line line : fromTheMiddle) {
      expected(line.sigmas()).ifPresent(x -> values.put(line, Math.exp(x)));
    }
    double start = values.containsKey(Line.EXPECTED) ? Math.log(values.get(Line.EXPECTED)) : 0;
    Crossing.find(this::observedCurve, start)
        .ifPresent(x -> values.put(Line.OBSERVED, Math.exp(x)));
    int count = tests.observed().fixedFits() + tests.background().fit().fixedFits();
    boolean converged = fits.stream().allMatch(FitResult::converged);
    return new UpperLimits(level, values, count, converged, FitNotes.of(fits));
  }

  private OptionalDouble expected(int sigmas) {
    double target = Math.log(Asymptotic.asimovAtLimit(sigmas, alpha));
    return Crossing.find(x -> asimovCurve(x, target), nearest(target));
  }

  /** The x of the known root nearest to a target. */
  private double nearest(double target) {
    double x = 0;
    double distance = Double.POSITIVE_INFINITY;
    for (Map.Entry<Double, Double> known : asimovRoots.entrySet()) {
      double d = Math.abs(known.getValue() - target);
      if (d < distance) {
        distance = d;
        x = known.getKey();
      }
    }
    return x;
  }

  /** target − log √q_A. */
  private Crossing.Point asimovCurve(double x, double target) {
    double strength = Math.exp(x);
    FitResult fit = fitted(tests.background().fit().at(strength));
    double root = tests.background().root(fit);
    if (root == 0) {
      return new Crossing.Point(Double.POSITIVE_INFINITY, 0);
    }
    asimovRoots.put(x, Math.log(root));
    return new Crossing.Point(
        target - Math.log(root), -strength * fit.poiSlope() / (2 * root * root));
  }

  /** log CLs − log(1 − level). */
  private Crossing.Point observedCurve(double x) {
    double strength = Math.exp(x);
    FitResult fixed = fitted(tests.observed().at(strength));
    FitResult asimovFixed = fitted(tests.background().fit().at(strength));
    double asimov = tests.background().root(asimovFixed);
    double s = tests.root(strength);
    Asymptotic p = Asymptotic.observed(tests.statistic(), s, asimov);
    double ds = s > 0 ? fixed.poiSlope() / (2 * s) : 0;
    double da = asimov > 0 ? asimovFixed.poiSlope() / (2 * asimov) : 0;
    double dt =
        Asymptotic.linear(tests.statistic(), s, asimov)
            ? ds - da
            : s / asimov * ds - 0.5 * (1 + s * s / (asimov * asimov)) * da;
    double slope = strength * (p.slopeT() * dt + p.slopeAsimov() * da);
    return new Crossing.Point(p.logCls() - Math.log(alpha), slope);
  }

  private FitResult fitted(FitResult fit) {
    fits.add(fit);
    return fit;
  }
}

package org.recastal.surrogate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.recastal.RecastAlException;
import org.recastal.numerics.BoundedQuasiNewton;
import org.recastal.numerics.BoundedQuasiNewton.Minimum;
import org.recastal.surrogate.HyperparameterBounds.Range;
import org.recastal.surrogate.HyperparameterPrior.Bell;

/**
 * Looks for the hyperparameters of two tasks from several starts, for tasks that rise together and
 * for tasks of which one falls: all climb a little, the best two to the top.
 *
 * @param settings kernel, lengths and bounds of the noise; the cheap noise may be larger
 */
record TwoTaskFit(GpSettings settings) {

  private static final double[] START_LENGTHS = {0.15, 0.4, 1.0};
  private static final double MOST_CHEAP_NOISE = 1;
  private static final int FINISHED = 2;

  /** One climb: where it stands and for which orientation. */
  private record Climb(TwoTaskLikelihood likelihood, int orientation, Minimum top) {}

  /**
   * Runs the search.
   *
   * @throws RecastAlException when no start is finite
   */
  TwoTaskHyperparameters search(TwoTaskValues values, Optional<TwoTaskHyperparameters> warmStart) {
    TwoTaskParameters at = at(values.inputs().columns());
    boolean many = values.size() > 300;
    BoundedQuasiNewton first = new BoundedQuasiNewton(many ? 6 : 15, 1e-2, 1e-5);
    BoundedQuasiNewton last = new BoundedQuasiNewton(many ? 40 : 120, many ? 1e-2 : 1e-4, 1e-10);
    TwoTaskPrior prior =
        new TwoTaskPrior(HyperparameterFit.of(settings).prior(), Bell.around(0.1, 1.5));
    List<Climb> climbs = new ArrayList<>();
    for (int orientation : new int[] {1, -1}) {
      TwoTaskLikelihood likelihood =
          new TwoTaskLikelihood(
              settings.kernel(),
              oriented(values, orientation),
              TrendBasis.common(values, 1),
              prior,
              at.shape());
      for (double[] start : starts(at, warmStart, orientation)) {
        climbs.add(new Climb(likelihood, orientation, minimise(first, likelihood, at, start)));
      }
    }
    Climb best =
        climbs.stream()
            .sorted(Comparator.comparingDouble(c -> c.top().value()))
            .limit(FINISHED)
            .map(c -> finish(last, at, c))
            .min(Comparator.comparingDouble(c -> c.top().value()))
            .orElseThrow();
    if (!Double.isFinite(best.top().value())) {
      throw RecastAlException.badInput(
          "no hyperparameters within their bounds explain the cheap and expensive values: raise the"
              + " lower bound of the noise");
    }
    return at.of(best.top().point(), best.orientation());
  }

  private Climb finish(BoundedQuasiNewton search, TwoTaskParameters at, Climb climb) {
    Minimum top = minimise(search, climb.likelihood(), at, climb.top().point());
    return new Climb(climb.likelihood(), climb.orientation(), top);
  }

  /** With the cheap values turned round for tasks of which one falls. */
  private static TwoTaskValues oriented(TwoTaskValues values, int orientation) {
    double[][] targets = new double[values.lines()][];
    for (int l = 0; l < targets.length; l++) {
      targets[l] = values.targets()[l].clone();
      for (int i = 0; i < values.cheap(); i++) {
        targets[l][i] *= orientation;
      }
    }
    return new TwoTaskValues(values.inputs(), values.cheap(), targets, values.noise());
  }

  private static List<double[]> starts(
      TwoTaskParameters at, Optional<TwoTaskHyperparameters> warmStart, int orientation) {
    List<double[]> starts = new ArrayList<>();
    warmStart
        .filter(w -> at.shape().fits(w.lengths(), w.tilts()) && w.orientation() == orientation)
        .ifPresent(w -> starts.add(at.of(w)));
    for (double length : START_LENGTHS) {
      starts.add(start(at, length));
    }
    return starts;
  }

  private static double[] start(TwoTaskParameters at, double length) {
    double[] start = vector(at, length, 0, Math.log(0.8), 0.7, Math.log(0.3));
    start[at.cheapNoise()] = Math.log(1e-3);
    start[at.expensiveNoise()] = Math.log(1e-4);
    return start;
  }

  /** What is assumed where there is nothing to learn from. */
  TwoTaskHyperparameters sensible(int dimension) {
    TwoTaskParameters at = at(dimension);
    return at.of(start(at, START_LENGTHS[1]), 1);
  }

  private TwoTaskParameters at(int dimension) {
    return new TwoTaskParameters(FitVector.of(settings, dimension));
  }

  private Minimum minimise(
      BoundedQuasiNewton search, TwoTaskLikelihood f, TwoTaskParameters at, double[] start) {
    Range noise = new Range(settings.noiseMin(), settings.noiseMax());
    double tilt = HyperparameterFit.STEEPEST;
    double[] lower = vector(at, 0.02, -tilt, Math.log(0.05), 0, Math.log(0.01));
    double[] upper = vector(at, 10, tilt, Math.log(30), 30, Math.log(10));
    lower[at.cheapNoise()] = Math.log(noise.min());
    lower[at.expensiveNoise()] = Math.log(noise.min());
    upper[at.cheapNoise()] = Math.log(Math.max(MOST_CHEAP_NOISE, noise.max()));
    upper[at.expensiveNoise()] = Math.log(noise.max());
    return search.minimise(f, start, lower, upper);
  }

  private static double[] vector(
      TwoTaskParameters at, double length, double tilt, double logA, double c, double logB) {
    double[] theta = new double[at.count()];
    Arrays.fill(theta, 0, at.shape().lengths(), Math.log(length));
    Arrays.fill(theta, at.shape().lengths(), at.logA(), tilt);
    theta[at.logA()] = logA;
    theta[at.c()] = c;
    theta[at.logB()] = logB;
    return theta;
  }
}

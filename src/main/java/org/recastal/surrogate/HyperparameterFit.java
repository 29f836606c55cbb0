package org.recastal.surrogate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.recastal.RecastAlException;
import org.recastal.numerics.BoundedQuasiNewton;
import org.recastal.numerics.BoundedQuasiNewton.Minimum;
import org.recastal.numerics.RandomStream;
import org.recastal.surrogate.HyperparameterBounds.Range;
import org.recastal.surrogate.HyperparameterPrior.Bell;
import org.recastal.surrogate.MarginalLikelihood.Candidate;

/**
 * Looks for the hyperparameters of highest likelihood (and prior) from several starts: the warm
 * start, a sensible one, and the best of many random ones by likelihood alone. All of them climb a
 * little; the best few climb to the top, and the highest counts.
 *
 * @param bounds the box that is searched
 * @param prior the weak belief that is added, or {@link HyperparameterPrior#NONE}
 * @param loyalty logarithm of the Bayes factor, per line, by which another hill must be higher than
 *     the one of the warm start: the points of a scan lie where earlier fits sent them, and what
 *     they did not ask is easily explained otherwise
 * @param fits among which the effort is shared
 */
record HyperparameterFit(
    HyperparameterBounds bounds, HyperparameterPrior prior, double loyalty, int fits) {

  /** Very strong evidence (Kass and Raftery 1995, J. Am. Stat. Assoc. 90, 773, §3.2). */
  private static final double VERY_STRONG = 5;

  private static final double SENSIBLE_LENGTH = 0.3;
  private static final double SENSIBLE_NOISE = 1e-5;

  /** Both axes of a tilt lie in [0, 1]: a steeper one is as good as a length along one of them. */
  static final double STEEPEST = 5;

  private static final double DRAWN_TILT = 0.7;
  private static final Bell TILT = Bell.about(0, 0.5);

  /** Ends of the first climb closer than this in every log parameter count as one. */
  private static final double SAME_SLOPE = 0.5;

  /** A fit that is alone. */
  HyperparameterFit(HyperparameterBounds bounds, HyperparameterPrior prior, double loyalty) {
    this(bounds, prior, loyalty, 1);
  }

  /**
   * What the user's settings mean: no length beyond 10 cubes or below a fiftieth of one, and a weak
   * belief. Lengths of the axes that differ at will after a few points have ruined level-set scans;
   * the tails of the belief let strong evidence win (docs/decisions/0004-gaussian-process.md).
   */
  static HyperparameterFit of(GpSettings settings) {
    HyperparameterBounds bounds =
        new HyperparameterBounds(
            new Range(0.05, 1000),
            new Range(0.02, 10),
            STEEPEST,
            new Range(settings.noiseMin(), settings.noiseMax()));
    return switch (settings.purpose()) {
      case CONTOURS -> new HyperparameterFit(bounds, ofContours(), VERY_STRONG);
      case EXTREMA ->
          new HyperparameterFit(bounds, ofExtrema(Bell.around(1, 2.4), 1, Bell.around(1e-6, 3)), 0);
      case HEDGED_EXTREMA ->
          new HyperparameterFit(bounds, ofExtrema(Bell.around(1, 0.5), 0, Bell.around(1e-4, 3)), 0);
    };
  }

  /** The same without loyalty: the highest hill counts. */
  HyperparameterFit impartial() {
    return new HyperparameterFit(bounds, prior, 0, fits);
  }

  /** The same as one of several that look for the same. */
  HyperparameterFit among(int others) {
    return new HyperparameterFit(bounds, prior, loyalty, others);
  }

  private static HyperparameterPrior ofContours() {
    return new HyperparameterPrior(
        Bell.around(2, 1), Bell.around(0.3, 0.7), Bell.around(1, 0.25), TILT, Bell.around(1e-5, 2));
  }

  /**
   * The signal varies about as much as the values do, over lengths that are rather short and may
   * differ: a large variance over long lengths, which a few points explain as well, leaves no doubt
   * in the gaps between them (docs/decisions/0014-extrema.md).
   *
   * @param alike of the lengths of the axes around their mean
   * @param narrowing of that with the number of axes
   */
  private static HyperparameterPrior ofExtrema(Bell alike, double narrowing, Bell noise) {
    return new HyperparameterPrior(
        Bell.around(1, 0.3), Bell.around(0.15, 0.7), alike, TILT, noise, 0.5, narrowing);
  }

  /** What is assumed where there is nothing to learn from. */
  static Hyperparameters sensible(FitVector at) {
    return at.hyperparameters(at.logs(1, SENSIBLE_LENGTH, SENSIBLE_NOISE));
  }

  /** Runs the search. */
  Hyperparameters search(
      MarginalLikelihood likelihood,
      FitVector at,
      Optional<Hyperparameters> warmStart,
      RandomStream random) {
    FitEffort effort = FitEffort.of(likelihood.size(), at.lengths()).among(fits);
    BoundedQuasiNewton climb =
        new BoundedQuasiNewton(effort.firstIterations(), effort.gradientTolerance(), 1e-6);
    BoundedQuasiNewton finish =
        new BoundedQuasiNewton(effort.lastIterations(), effort.gradientTolerance(), 1e-11);
    Optional<double[]> warm = warmStart.filter(w -> at.fits(w.lengths(), w.tilts())).map(at::of);
    List<Minimum> found = new ArrayList<>();
    for (double[] start : starts(likelihood, at, warm, effort, random)) {
      found.add(minimise(climb, likelihood, at, start));
    }
    List<Minimum> chosen = apart(found, effort.finished());
    boolean loyal = loyalty > 0 && warm.isPresent();
    if (loyal && !chosen.contains(found.get(0))) {
      chosen.add(found.get(0));
    }
    List<Minimum> finished =
        chosen.stream().map(m -> minimise(finish, likelihood, at, m.point())).toList();
    Minimum top = best(finished, Minimum::value, 1).get(0);
    if (loyal) {
      Minimum known = finished.get(chosen.indexOf(found.get(0)));
      top = known.value() < top.value() + loyalty * likelihood.lines() ? known : top;
    }
    if (!Double.isFinite(top.value())) {
      throw RecastAlException.badInput(
          "no hyperparameters within their bounds explain the "
              + likelihood.size()
              + " points: raise the lower bound of the noise");
    }
    return at.hyperparameters(top.point());
  }

  private Minimum minimise(
      BoundedQuasiNewton search, MarginalLikelihood f, FitVector at, double[] start) {
    return search.minimise(f, start, bounds.lower(at), bounds.upper(at));
  }

  private List<double[]> starts(
      MarginalLikelihood likelihood,
      FitVector at,
      Optional<double[]> warm,
      FitEffort effort,
      RandomStream random) {
    List<double[]> starts = new ArrayList<>();
    warm.ifPresent(starts::add);
    double[] sensible = at.logs(1, SENSIBLE_LENGTH, SENSIBLE_NOISE);
    starts.add(likelihood.profiled(sensible).map(Candidate::theta).orElse(sensible));
    List<Candidate> drawn = new ArrayList<>();
    for (int i = 0; i < effort.screened(); i++) {
      likelihood.profiled(draw(at, random)).ifPresent(drawn::add);
    }
    best(drawn, c -> -c.value(), effort.randomStarts()).forEach(c -> starts.add(c.theta()));
    return starts;
  }

  /** Log-uniform within the bounds, but not in their far corners. */
  private double[] draw(FitVector at, RandomStream random) {
    Range drawnLengths = bounds.length().within(0.05, 10);
    Range drawnNoise = bounds.noise().within(1e-6, 0.5);
    double[] low = at.logs(1, drawnLengths.min(), drawnNoise.min());
    double[] high = at.logs(1, drawnLengths.max(), drawnNoise.max());
    double[] theta = new double[at.count()];
    for (int i = 0; i < theta.length; i++) {
      theta[i] = low[i] + random.nextDouble() * (high[i] - low[i]);
    }
    for (int k = at.firstTilt(); k < at.noise(); k++) {
      theta[k] = DRAWN_TILT * random.nextGaussian();
    }
    return theta;
  }

  /** The best few that do not stand on one another's slope. */
  private static List<Minimum> apart(List<Minimum> found, int count) {
    List<Minimum> kept = new ArrayList<>();
    for (Minimum m : best(found, Minimum::value, found.size())) {
      if (kept.size() < count && kept.stream().noneMatch(k -> near(k.point(), m.point()))) {
        kept.add(m);
      }
    }
    return kept;
  }

  private static boolean near(double[] a, double[] b) {
    for (int i = 0; i < a.length; i++) {
      if (Math.abs(a[i] - b[i]) > SAME_SLOPE) {
        return false;
      }
    }
    return true;
  }

  private static <T> List<T> best(List<T> all, ToDoubleFunction<T> cost, int count) {
    return all.stream().sorted(Comparator.comparingDouble(cost)).limit(count).toList();
  }
}

package org.recastal.acquisition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.recastal.acquisition.Target.LevelSet;
import org.recastal.acquisition.Target.LevelSets;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.RandomStream;
import org.recastal.surrogate.Posterior;

/**
 * Darts thrown into the band where a class is not settled, each at least a radius from all known
 * points; the radius shrinks until the batch is full (the sampling near predicted contours of EPJ
 * Web Conf. 295 (2024) 09013). It ignores how much a point would tell, so it forgives a surrogate
 * that is wrong about it.
 */
final class PoissonDiscs implements Strategy {

  /** The band: classes less sure than this number of standard deviations, 95 %. */
  private static final double BAND = 1.96;

  private static final double SHRINK = 0.85;
  private static final double SMALLEST = 1e-6;

  private final StrategySettings settings;

  PoissonDiscs(StrategySettings settings) {
    this.settings = settings;
  }

  @Override
  public Batch choose(Situation situation, int size) {
    if (!(situation.target() instanceof LevelSets target)) {
      throw Scores.noExtremum(settings.name());
    }
    Matrix none = Matrix.zeros(0, situation.space().dimension());
    Matrix candidates =
        CandidateSet.of(
            situation.space(), situation.taken(), none, situation.random().child("set"));
    double[] sureness = sureness(situation, target, candidates);
    List<Integer> band =
        answering(
            band(sureness, size, situation.random().child("darts")), candidates, situation, size);
    List<Suggestion> suggestions = new ArrayList<>();
    Taken taken = new Taken(situation.taken());
    for (double radius = 1; radius > SMALLEST && suggestions.size() < size; radius *= SHRINK) {
      for (int i : band) {
        double[] point = candidates.row(i);
        if (suggestions.size() < size && Distances.toNearest(point, taken.points()) >= radius) {
          suggestions.add(suggestion(point, radius, sureness[i]));
          taken.add(point);
        }
      }
    }
    return new Batch(suggestions, StrategyMemory.NONE);
  }

  /** Standard deviations between mean and threshold, of the line where they are fewest. */
  private static double[] sureness(Situation situation, LevelSets target, Matrix candidates) {
    Posterior posterior = situation.surrogate().posterior(candidates);
    double[] sureness = new double[candidates.rows()];
    Arrays.fill(sureness, Double.POSITIVE_INFINITY);
    for (LevelSet set : target.sets()) {
      double[] mean = posterior.mean(set.line());
      double[] deviation = posterior.standardDeviation(set.line());
      for (int i = 0; i < sureness.length; i++) {
        double off = Math.abs(mean[i] - set.threshold());
        sureness[i] = Math.min(sureness[i], off / deviation[i]);
      }
    }
    return sureness;
  }

  /** The candidates of the band in random order; the least sure ones when it holds too few. */
  private static List<Integer> band(double[] sureness, int size, RandomStream random) {
    List<Integer> inside =
        new ArrayList<>(
            IntStream.range(0, sureness.length).filter(i -> sureness[i] < BAND).boxed().toList());
    if (inside.size() < size) {
      inside =
          new ArrayList<>(
              IntStream.range(0, sureness.length)
                  .boxed()
                  .sorted(Comparator.comparingDouble(i -> sureness[i]))
                  .limit(size)
                  .toList());
    }
    for (int i = inside.size() - 1; i > 0; i--) {
      Collections.swap(inside, i, random.nextInt(i + 1));
    }
    return inside;
  }

  /** A place is thrown at as often as an answer comes there, when enough places are left. */
  private static List<Integer> answering(
      List<Integer> band, Matrix candidates, Situation situation, int size) {
    RandomStream random = situation.random().child("answers");
    List<Integer> kept =
        band.stream()
            .filter(i -> random.nextDouble() < situation.space().chance(candidates.row(i)))
            .toList();
    return kept.size() < size ? band : kept;
  }

  private static Suggestion suggestion(double[] point, double radius, double sureness) {
    String why =
        String.format(
            Locale.ROOT,
            "near the contour (%.2g standard deviations), at least %.2g of the axes from others",
            sureness,
            radius);
    return new Suggestion(Arrays.stream(point).boxed().toList(), -sureness, why);
  }
}

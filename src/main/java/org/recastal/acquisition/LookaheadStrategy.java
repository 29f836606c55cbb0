package org.recastal.acquisition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.recastal.acquisition.Target.LevelSet;
import org.recastal.acquisition.Target.LevelSets;
import org.recastal.acquisition.lookahead.Gain;
import org.recastal.acquisition.lookahead.GainTable;
import org.recastal.acquisition.lookahead.JointBelief;
import org.recastal.acquisition.lookahead.References;
import org.recastal.numerics.Matrix;
import org.recastal.surrogate.PointBelief;
import org.recastal.surrogate.Surrogate;

/**
 * Stepwise uncertainty reduction: each point of a batch is the one whose answer is expected to take
 * most doubt from the classes of the whole space, given the answers to come at the points before it
 * (Bect et al. 2012, Stat. Comput. 22, 773; batches as in Chevalier et al. 2014, Technometrics 56,
 * 455). A gain that has been computed bounds the later ones of its candidate, so few are computed
 * again (Minoux 1978, accelerated greedy).
 */
final class LookaheadStrategy implements Strategy {

  /**
   * A surrogate that explains this part of the variance of each value from the others is trusted,
   * and none explores: the doubt summed over the whole space sends points into empty regions by
   * itself.
   */
  private static final double EXPLAINED = 0.5;

  /**
   * Fewer answers contradict nothing: those at one edge agree on a process that is sure of the rest
   * (docs/decisions/0017-growing-rounds.md).
   */
  private static final int FEW = 8;

  /** With more answers per axis it is trusted unasked. */
  private static final int MANY = 50;

  private static final int LOOKED_AROUND = 8;
  private static final double APART = 0.05;

  private final StrategySettings settings;
  private final GainTable gain;

  LookaheadStrategy(StrategySettings settings, Gain gain) {
    this.settings = settings;
    this.gain = new GainTable(gain);
  }

  @Override
  public Batch choose(Situation situation, int size) {
    if (!(situation.target() instanceof LevelSets target)) {
      throw Scores.noExtremum(settings.name());
    }
    List<LevelSet> sets = target.normalised();
    Surrogate surrogate =
        Belief.before(situation, StrategySettings.BatchRule.KRIGING_BELIEVER).surrogate();
    References references =
        References.of(surrogate, situation.space(), sets, situation.random().child("doubt"));
    Matrix candidates = candidates(situation, surrogate, references, sets);
    JointBelief belief =
        new JointBelief(
            surrogate, references.points(), references.weights(), candidates, sets, gain);
    return new Batch(
        new Greedy(situation, surrogate, candidates, belief).choose(size), StrategyMemory.NONE);
  }

  /** The free pool, or points of the box and more of them around the most promising. */
  private Matrix candidates(
      Situation situation, Surrogate surrogate, References references, List<LevelSet> sets) {
    Matrix none = Matrix.zeros(0, situation.space().dimension());
    Matrix spread =
        CandidateSet.of(
            situation.space(), situation.taken(), none, situation.random().child("set"));
    if (situation.space().pool().isPresent()) {
      return spread;
    }
    JointBelief belief =
        new JointBelief(surrogate, references.points(), references.weights(), spread, sets, gain);
    double[] gains = new double[spread.rows()];
    Arrays.setAll(gains, i -> situation.space().chance(spread.row(i)) * belief.gainOf(i));
    return CandidateSet.of(
        situation.space(), situation.taken(), best(spread, gains), situation.random().child("set"));
  }

  private static Matrix best(Matrix points, double[] gains) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < gains.length; i++) {
      order.add(i);
    }
    order.sort((i, j) -> Double.compare(gains[j], gains[i]));
    List<double[]> best = new ArrayList<>();
    for (int i : order) {
      double[] point = points.row(i);
      boolean near =
          !best.isEmpty()
              && Distances.toNearest(point, Matrix.ofRows(best, points.columns())) < APART;
      if (!near && best.size() < LOOKED_AROUND) {
        best.add(point);
      }
    }
    return Matrix.ofRows(best, points.columns());
  }

  private static boolean isTrusted(Surrogate surrogate) {
    if (surrogate.observations() < FEW) {
      return false;
    }
    return surrogate.observations() > MANY * surrogate.dimension()
        || surrogate.leaveOneOut().map(l -> l.explained() >= EXPLAINED).orElse(true);
  }

  /** One batch while it grows. */
  private final class Greedy {

    private final Situation situation;
    private final Surrogate surrogate;
    private final Matrix candidates;
    private final JointBelief belief;
    private final double[] chance;
    private final double[] bound;
    private final double[] gap;
    private final boolean[] used;
    private final double doubt;
    private final boolean trusted;

    Greedy(Situation situation, Surrogate surrogate, Matrix candidates, JointBelief belief) {
      this.situation = situation;
      this.surrogate = surrogate;
      this.candidates = candidates;
      this.belief = belief;
      this.doubt = belief.doubt();
      this.trusted = isTrusted(situation.surrogate());
      this.used = new boolean[candidates.rows()];
      this.chance = new double[candidates.rows()];
      Arrays.setAll(chance, i -> situation.space().chance(candidates.row(i)));
      this.bound = new double[candidates.rows()];
      Arrays.setAll(bound, this::expectedGain);
      this.gap = new double[candidates.rows()];
      Arrays.setAll(gap, i -> Distances.toNearest(candidates.row(i), situation.taken()));
    }

    List<Suggestion> choose(int size) {
      List<Suggestion> suggestions = new ArrayList<>();
      while (suggestions.size() < size) {
        boolean explores = explores(suggestions.size());
        int next = farthest();
        if (next < 0) {
          return suggestions;
        }
        next = explores ? next : best();
        suggestions.add(suggestion(next, explores));
        used[next] = true;
        belief.take(next);
        double[] point = candidates.row(next);
        Matrix added = new Matrix(1, point.length, point);
        for (int i = 0; i < gap.length; i++) {
          gap[i] = Math.min(gap[i], Distances.toNearest(candidates.row(i), added));
          used[i] |= gap[i] <= Taken.SAME;
        }
      }
      return suggestions;
    }

    private boolean explores(int chosen) {
      return !trusted && settings.explores(situation.taken().rows() + chosen);
    }

    /** Nothing is learnt of the contour where no answer comes. */
    private double expectedGain(int candidate) {
      return chance[candidate] * belief.gainOf(candidate);
    }

    private int farthest() {
      int best = -1;
      for (int i = 0; i < gap.length; i++) {
        best = !used[i] && (best < 0 || gap[i] > gap[best]) ? i : best;
      }
      return best;
    }

    private int best() {
      boolean[] fresh = new boolean[bound.length];
      while (true) {
        int top = -1;
        for (int i = 0; i < bound.length; i++) {
          top = !used[i] && (top < 0 || bound[i] > bound[top]) ? i : top;
        }
        if (fresh[top]) {
          return top;
        }
        bound[top] = expectedGain(top);
        fresh[top] = true;
      }
    }

    private Suggestion suggestion(int candidate, boolean explores) {
      double[] point = candidates.row(candidate);
      PointBelief there = surrogate.beliefAt(point);
      double expected = expectedGain(candidate);
      String why =
          explores
              ? "explores, " + number(gap[candidate]) + " of the axes from the nearest point"
              : "expected to take "
                  + number(100 * expected / doubt)
                  + " % of the doubt about the contour";
      return new Suggestion(
          Arrays.stream(point).boxed().toList(),
          expected,
          why,
          Optional.of(Suggestion.Expectation.of(there)));
    }
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3g", value);
  }
}

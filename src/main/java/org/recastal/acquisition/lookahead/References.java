package org.recastal.acquisition.lookahead;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.recastal.acquisition.CandidateSpace;
import org.recastal.acquisition.Target.LevelSet;
import org.recastal.acquisition.design.Design;
import org.recastal.acquisition.design.InitialDesign;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.Normal;
import org.recastal.numerics.RandomStream;
import org.recastal.surrogate.Posterior;
import org.recastal.surrogate.Surrogate;

/**
 * The places where doubt is summed: the pool, or Sobol points of a box. When there are many, fewer
 * stand for them, drawn in proportion to their doubt and weighted by its inverse (importance
 * sampling as in Chevalier et al. 2014, §3.2), with a share for places that seem to be settled.
 *
 * @param points {@code (r × d)}
 * @param weights what each stands for, as fraction of the space, length r
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record References(Matrix points, double[] weights) {

  private static final int MOST = 600;
  private static final int SPREAD = 4096;
  private static final double SETTLED_SHARE = 0.1;

  /** The references of a situation. */
  public static References of(
      Surrogate surrogate, CandidateSpace space, List<LevelSet> sets, RandomStream random) {
    Matrix all =
        space
            .pool()
            .orElseGet(
                () ->
                    InitialDesign.points(
                        Design.SOBOL_SCRAMBLED,
                        SPREAD,
                        space,
                        Matrix.zeros(0, space.dimension()),
                        random.child("references")));
    References drawn =
        all.rows() <= MOST
            ? new References(all, equal(all.rows()))
            : drawn(all, chances(surrogate, all, sets), random.child("draw").nextDouble());
    return drawn.weighedBy(space);
  }

  /** What no evaluation can answer counts for nothing. */
  private References weighedBy(CandidateSpace space) {
    double[] weighed = weights.clone();
    for (int i = 0; i < weighed.length; i++) {
      weighed[i] *= space.chance(points.row(i));
    }
    return new References(points, weighed);
  }

  private static double[] equal(int n) {
    double[] weights = new double[n];
    Arrays.fill(weights, 1.0 / n);
    return weights;
  }

  /** How much each place is worth drawing; the sum is {@link #MOST}. */
  private static double[] chances(Surrogate surrogate, Matrix all, List<LevelSet> sets) {
    double[] doubt = new double[all.rows()];
    Posterior posterior = surrogate.posterior(all);
    for (LevelSet set : sets) {
      double[] mean = posterior.mean(set.line());
      double[] deviation = posterior.standardDeviation(set.line());
      for (int i = 0; i < doubt.length; i++) {
        double u = Math.abs(mean[i] - set.threshold()) / deviation[i];
        doubt[i] += deviation[i] > 0 ? set.weight() * Normal.cdf(-u) : 0;
      }
    }
    double sum = Arrays.stream(doubt).sum();
    double share = sum > 0 ? SETTLED_SHARE : 1;
    for (int i = 0; i < doubt.length; i++) {
      double drawn = sum > 0 ? (1 - share) * doubt[i] / sum : 0;
      doubt[i] = MOST * (drawn + share / doubt.length);
    }
    return doubt;
  }

  /** Systematic sampling: place i is drawn as often as whole numbers fall into its chance. */
  private static References drawn(Matrix all, double[] chances, double offset) {
    List<double[]> points = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    double reached = offset;
    for (int i = 0; i < chances.length; i++) {
      double next = reached + chances[i];
      int times = (int) Math.floor(next) - (int) Math.floor(reached);
      if (times > 0) {
        points.add(all.row(i));
        weights.add(times / (chances[i] * all.rows()));
      }
      reached = next;
    }
    return new References(
        Matrix.ofRows(points, all.columns()),
        weights.stream().mapToDouble(Double::doubleValue).toArray());
  }
}

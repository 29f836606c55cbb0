package org.recastal.acquisition.score;

import java.util.List;
import org.recastal.acquisition.Target.LevelSet;
import org.recastal.acquisition.Target.LevelSets;

/**
 * The straddle κ σ − |μ − T| (Bryan et al. 2005, "Active learning for identifying function
 * threshold boundaries", NIPS 18), in the units of the values.
 *
 * <p>Straddles of several level sets must not simply be added: a point on one contour would be
 * punished for lying far from the other. Where any straddle is positive the value is the weighted
 * sum of the positive ones; elsewhere it is the largest (least negative) one.
 */
public final class Straddle implements Score {

  private final List<LevelSet> sets;
  private final double kappa;

  /**
   * Over one or more level sets.
   *
   * @param kappa width in standard deviations, 1.96 in the paper
   */
  public Straddle(List<LevelSet> sets, double kappa) {
    this.sets = new LevelSets(sets).normalised();
    this.kappa = kappa;
  }

  @Override
  public Slope slope(double[] mean, double[] deviation) {
    int lines = mean.length;
    Slope largest = Slope.hopeless(lines);
    double sum = 0;
    Slope positive = new Slope(0, new double[lines], new double[lines]);
    for (LevelSet set : sets) {
      Slope one = single(set, mean, deviation);
      if (one.value() > 0) {
        sum += set.weight() * one.value();
        positive.byMean()[set.line()] += set.weight() * one.byMean()[set.line()];
        positive.byDeviation()[set.line()] += set.weight() * one.byDeviation()[set.line()];
      }
      largest = one.value() > largest.value() ? one : largest;
    }
    return sum > 0 ? new Slope(sum, positive.byMean(), positive.byDeviation()) : largest;
  }

  private Slope single(LevelSet set, double[] mean, double[] deviation) {
    double off = mean[set.line()] - set.threshold();
    double value = kappa * deviation[set.line()] - Math.abs(off);
    return Slope.ofLine(set.line(), mean.length, value, -Math.signum(off), kappa);
  }

  @Override
  public String word() {
    return "straddle";
  }
}

package org.recastal.acquisition.score;

import java.util.List;
import org.recastal.acquisition.Target.LevelSet;
import org.recastal.acquisition.Target.LevelSets;

/**
 * The logarithm of the weighted mean over level sets of σ^power · exp(log(u)), u = (μ − T)/σ; what
 * {@code log} is, says the score. Weights are scaled to a sum of one.
 */
abstract class LogLevelSetScore implements Score {

  private final List<LevelSet> sets;
  private final int power;
  private final String word;

  LogLevelSetScore(List<LevelSet> sets, int power, String word) {
    this.sets = new LevelSets(sets).normalised();
    this.power = power;
    this.word = word;
  }

  /** The logarithm of one level set's share at σ = 1. */
  abstract double log(double u);

  /** The derivative of {@link #log}. */
  abstract double logSlope(double u);

  @Override
  public final Slope slope(double[] mean, double[] deviation) {
    double[] terms = new double[sets.size()];
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < terms.length; i++) {
      terms[i] = term(sets.get(i), mean, deviation);
      largest = Math.max(largest, terms[i]);
    }
    return largest == Double.NEGATIVE_INFINITY
        ? Slope.hopeless(mean.length)
        : combined(mean, deviation, terms, largest);
  }

  private double term(LevelSet set, double[] mean, double[] deviation) {
    double sigma = deviation[set.line()];
    return sigma > 0
        ? Math.log(set.weight()) + power * Math.log(sigma) + log(set.deviations(mean, deviation))
        : Double.NEGATIVE_INFINITY;
  }

  private Slope combined(double[] mean, double[] deviation, double[] terms, double largest) {
    double sum = 0;
    for (double term : terms) {
      sum += Math.exp(term - largest);
    }
    double value = largest + Math.log(sum);
    Slope slope = new Slope(value, new double[mean.length], new double[mean.length]);
    for (int i = 0; i < terms.length; i++) {
      LevelSet set = sets.get(i);
      double share = Math.exp(terms[i] - value);
      if (share > 0) {
        double u = set.deviations(mean, deviation);
        double sigma = deviation[set.line()];
        double byMean = share * logSlope(u) / sigma;
        slope.byMean()[set.line()] += byMean;
        slope.byDeviation()[set.line()] += share * power / sigma - u * byMean;
      }
    }
    return slope;
  }

  @Override
  public final double times(double value, double chance) {
    return value + Math.log(chance);
  }

  @Override
  public final double natural(double value) {
    return Math.exp(value);
  }

  @Override
  public final String word() {
    return word;
  }
}

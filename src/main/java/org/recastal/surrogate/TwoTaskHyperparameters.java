package org.recastal.surrogate;

import java.util.List;

/**
 * What a fit of two tasks learns, in units of the standardised values of each task and of the unit
 * cube. Where the tasks fall and rise together (κ_sr &lt; 0 says that they do not) they share one
 * linear mean.
 *
 * @param lengths correlation length per axis, or one for all axes
 * @param tilts as in {@link Hyperparameters}
 * @param covariance κ
 * @param cheapNoise variance of the error of cheap values
 * @param expensiveNoise variance of the error of expensive values
 */
public record TwoTaskHyperparameters(
    List<Double> lengths,
    List<Double> tilts,
    TaskCovariance covariance,
    double cheapNoise,
    double expensiveNoise) {

  public TwoTaskHyperparameters {
    lengths = List.copyOf(lengths);
    tilts = List.copyOf(tilts);
    if (!(cheapNoise >= 0 && expensiveNoise >= 0)) {
      throw new IllegalArgumentException("noise must not be negative");
    }
  }

  /** Without tilts. */
  public TwoTaskHyperparameters(
      List<Double> lengths, TaskCovariance covariance, double cheapNoise, double expensiveNoise) {
    this(lengths, List.of(), covariance, cheapNoise, expensiveNoise);
  }

  /** What a process of the expensive task alone would be told. */
  public Hyperparameters ofExpensive() {
    return new Hyperparameters(covariance.expensive(), lengths, tilts, expensiveNoise);
  }

  /** +1 when cheap and expensive values rise together, −1 when one falls where the other rises. */
  int orientation() {
    return covariance.cross() < 0 ? -1 : 1;
  }
}

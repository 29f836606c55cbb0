package org.recastal.acquisition;

/**
 * What a user may choose of a strategy.
 *
 * @param name which score, or the hedge over three of them
 * @param batch how the points of a batch are kept apart
 * @param xi improvement margin of EI and PI, in standard deviations of the observed values
 * @param kappa width of the confidence bound and of the straddle
 * @param eta learning rate of the hedge
 * @param compatibleWithSkopt scikit-optimize's rule and constants, in raw units
 */
public record StrategySettings(
    Name name, BatchRule batch, double xi, double kappa, double eta, boolean compatibleWithSkopt) {

  /** The strategies. */
  public enum Name {
    GP_HEDGE,
    EI,
    PI,
    CONFIDENCE_BOUND,
    ENTROPY,
    STRADDLE,
    RANDOM
  }

  /** What is believed of a chosen point while the rest of the batch is chosen. */
  public enum BatchRule {
    KRIGING_BELIEVER,
    LIAR_MIN,
    LIAR_MEAN,
    LIAR_MAX
  }

  /** The defaults for a strategy: kriging believer, ξ = 0.01, κ = 1.96, η = 1. */
  public static StrategySettings of(Name name) {
    return new StrategySettings(name, BatchRule.KRIGING_BELIEVER, 0.01, 1.96, 1.0, false);
  }
}

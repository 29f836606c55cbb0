package org.recastal.acquisition;

import org.recastal.acquisition.lookahead.Gain;

/** The strategies by their settings. */
public final class Strategies {

  private Strategies() {}

  /**
   * The strategy with these settings. Its {@code choose} refuses a target that it cannot serve: a
   * contour under the hedge or an improvement score, an extremum under a level-set score.
   */
  public static Strategy of(StrategySettings settings) {
    Strategy plain = plain(settings);
    return settings.name().servesExtrema() ? new InWarpedUnits(plain) : plain;
  }

  private static Strategy plain(StrategySettings settings) {
    return switch (settings.name()) {
      case EI_AND_MEAN -> new TurnsStrategy(settings);
      case GP_HEDGE -> new HedgeStrategy(settings);
      case RANDOM -> new RandomStrategy();
      case EI,
          PI,
          CONFIDENCE_BOUND,
          ENTROPY,
          STRADDLE,
          FEASIBILITY,
          RANJAN,
          TMSE,
          GINI,
          CONTOUR_UCB,
          RANDOMISED_STRADDLE ->
          new ScoreStrategy(settings);
      case POISSON_DISCS -> new PoissonDiscs(settings);
      case ENTROPY_AND_DISCS ->
          new Mixture(
              new ScoreStrategy(StrategySettings.of(StrategySettings.Name.ENTROPY)),
              new PoissonDiscs(settings));
      case SUR -> new LookaheadStrategy(settings, Gain.MISCLASSIFICATION);
      case SUR_GINI -> new LookaheadStrategy(settings, Gain.CLASS_VARIANCE);
      case SUR_ENTROPY -> new LookaheadStrategy(settings, Gain.ENTROPY);
      case TIMSE -> new LookaheadStrategy(settings, Gain.TARGETED_VARIANCE);
    };
  }
}

package org.recastal.acquisition;

import java.util.List;
import java.util.Locale;
import org.recastal.RecastAlException;
import org.recastal.acquisition.StrategySettings.Name;
import org.recastal.acquisition.Target.LevelSets;
import org.recastal.acquisition.Target.Minimum;
import org.recastal.acquisition.score.ConfidenceBound;
import org.recastal.acquisition.score.ExclusionEntropy;
import org.recastal.acquisition.score.ExpectedImprovement;
import org.recastal.acquisition.score.Incumbent;
import org.recastal.acquisition.score.ProbabilityOfImprovement;
import org.recastal.acquisition.score.Score;
import org.recastal.acquisition.score.Straddle;

/** The score that serves a target under a strategy's settings. */
final class Scores {

  private Scores() {}

  static Score of(StrategySettings settings, Target target, Belief belief) {
    if (target instanceof Minimum minimum) {
      boolean raw = settings.compatibleWithSkopt();
      return ofMinimum(settings.name(), settings, belief.incumbent(minimum.line(), raw));
    }
    return ofLevelSets(settings, (LevelSets) target);
  }

  /** EI, confidence bound, PI: the arms of the hedge in scikit-optimize's order. */
  static List<Score> hedgeArms(StrategySettings settings, Incumbent incumbent) {
    double margin = settings.compatibleWithSkopt() ? settings.xi() : 0;
    return List.of(
        new ExpectedImprovement(incumbent, margin),
        new ConfidenceBound(incumbent, settings.kappa()),
        new ProbabilityOfImprovement(incumbent, settings.xi()));
  }

  private static Score ofMinimum(Name name, StrategySettings settings, Incumbent incumbent) {
    return switch (name) {
      case EI -> new ExpectedImprovement(incumbent, settings.xi());
      case PI -> new ProbabilityOfImprovement(incumbent, settings.xi());
      case CONFIDENCE_BOUND -> new ConfidenceBound(incumbent, settings.kappa());
      default ->
          throw RecastAlException.badInput(
              "strategy "
                  + word(name)
                  + " looks for a contour, the goal is an extremum: choose gp-hedge, ei, pi,"
                  + " confidence-bound or random");
    };
  }

  private static Score ofLevelSets(StrategySettings settings, LevelSets target) {
    return switch (settings.name()) {
      case ENTROPY -> new ExclusionEntropy(target.sets());
      case STRADDLE -> new Straddle(target.sets(), settings.kappa());
      default ->
          throw RecastAlException.badInput(
              "strategy "
                  + word(settings.name())
                  + " looks for an extremum, the goal is a contour: choose entropy, straddle or"
                  + " random");
    };
  }

  private static String word(Name name) {
    return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

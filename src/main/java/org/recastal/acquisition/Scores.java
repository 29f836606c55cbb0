package org.recastal.acquisition;

import java.util.List;
import org.recastal.RecastAlException;
import org.recastal.acquisition.StrategySettings.Name;
import org.recastal.acquisition.Target.LevelSets;
import org.recastal.acquisition.Target.Minimum;
import org.recastal.acquisition.score.ConfidenceBound;
import org.recastal.acquisition.score.ExclusionEntropy;
import org.recastal.acquisition.score.ExpectedFeasibility;
import org.recastal.acquisition.score.ExpectedImprovement;
import org.recastal.acquisition.score.GiniIndex;
import org.recastal.acquisition.score.Incumbent;
import org.recastal.acquisition.score.ProbabilityOfImprovement;
import org.recastal.acquisition.score.RanjanImprovement;
import org.recastal.acquisition.score.Score;
import org.recastal.acquisition.score.Straddle;
import org.recastal.acquisition.score.TargetedMeanSquareError;

/** The score that serves a target under a strategy's settings. */
final class Scores {

  /** Points per axis within which the margin of improvement halves. */
  private static final double HALVES_WITHIN = 4;

  private Scores() {}

  static Score of(StrategySettings settings, Target target, Belief belief) {
    if (target instanceof Minimum minimum) {
      return ofMinimum(settings, minimum.line(), belief);
    }
    return ofLevelSets(settings, (LevelSets) target);
  }

  /** EI, confidence bound, PI: the arms of the hedge in scikit-optimize's order. */
  static List<Score> hedgeArms(StrategySettings settings, int line, Belief belief) {
    boolean compatible = settings.compatibleWithSkopt();
    Incumbent incumbent = belief.incumbent(line, compatible);
    return List.of(
        new ExpectedImprovement(incumbent, compatible ? settings.xi() : 0),
        new ConfidenceBound(incumbent, settings.kappa()),
        new ProbabilityOfImprovement(incumbent, margin(settings, belief)));
  }

  /** EI beyond the lowest believed value: with noisy answers the lowest one itself is luck. */
  static ExpectedImprovement beyondBelieved(StrategySettings settings, int line, Belief belief) {
    return new ExpectedImprovement(belief.believedIncumbent(line), margin(settings, belief));
  }

  private static Score ofMinimum(StrategySettings settings, int line, Belief belief) {
    Incumbent incumbent = belief.incumbent(line, settings.compatibleWithSkopt());
    return switch (settings.name()) {
      case EI -> new ExpectedImprovement(incumbent, margin(settings, belief));
      case PI -> new ProbabilityOfImprovement(incumbent, margin(settings, belief));
      case CONFIDENCE_BOUND -> new ConfidenceBound(incumbent, settings.kappa());
      default -> throw noExtremum(settings.name());
    };
  }

  /** A strategy that cannot look for an extremum. */
  static RecastAlException noExtremum(Name name) {
    return RecastAlException.badInput(
        "strategy "
            + name.word()
            + " looks for a contour, the goal is an extremum: choose "
            + Name.words(Name::servesExtrema));
  }

  /**
   * A wide margin makes PI explore, a narrow one lets it refine: ξ halves with every four answered
   * points per axis (a cooling schedule as in Brochu, Cora, de Freitas 2010, arXiv:1012.2599,
   * §2.3.1).
   */
  private static double margin(StrategySettings settings, Belief belief) {
    double halvings = belief.observations() / (HALVES_WITHIN * belief.surrogate().dimension());
    return settings.compatibleWithSkopt() ? settings.xi() : settings.xi() * Math.pow(0.5, halvings);
  }

  private static Score ofLevelSets(StrategySettings settings, LevelSets target) {
    return switch (settings.name()) {
      case ENTROPY -> new ExclusionEntropy(target.sets());
      case STRADDLE -> new Straddle(target.sets(), settings.kappa());
      case FEASIBILITY -> new ExpectedFeasibility(target.sets());
      case RANJAN -> new RanjanImprovement(target.sets());
      case TMSE -> new TargetedMeanSquareError(target.sets());
      case GINI -> new GiniIndex(target.sets());
      default -> throw noContour(settings.name());
    };
  }

  /** A strategy that cannot look for contours. */
  static RecastAlException noContour(Name name) {
    return RecastAlException.badInput(
        "strategy "
            + name.word()
            + " looks for an extremum, the goal is a contour: choose "
            + Name.words(Name::servesContours));
  }
}

package org.recastal.acquisition;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a user may choose of a strategy.
 *
 * @param name which score, or the hedge over three of them
 * @param batch how the points of a batch are kept apart
 * @param xi improvement margin at the start (it halves with every four points per axis), in
 *     standard deviations of the observed values, of PI, of EI when that is the strategy itself,
 *     and in scikit-optimize's way (raw units) of both arms of the hedge; else the hedge's EI has
 *     none, it weighs an improvement by its size anyway
 * @param kappa width of the confidence bound and of the straddle
 * @param eta learning rate of the hedge
 * @param compatibleWithSkopt scikit-optimize's rule and constants, in raw units
 * @param exploreEvery each how many-eth point goes where no point is near instead of where the
 *     score says; 0 for never
 */
public record StrategySettings(
    Name name,
    BatchRule batch,
    double xi,
    double kappa,
    double eta,
    boolean compatibleWithSkopt,
    int exploreEvery) {

  private static final int EXPLORE_EVERY = 8;

  /** Settings that explore as often as is usual for the strategy. */
  public StrategySettings(
      Name name,
      BatchRule batch,
      double xi,
      double kappa,
      double eta,
      boolean compatibleWithSkopt) {
    this(name, batch, xi, kappa, eta, compatibleWithSkopt, usualExploration(name));
  }

  /** The strategies. */
  public enum Name {
    EI_AND_MEAN,
    GP_HEDGE,
    EI,
    PI,
    CONFIDENCE_BOUND,
    SUR,
    SUR_GINI,
    SUR_ENTROPY,
    TIMSE,
    ENTROPY,
    STRADDLE,
    RANDOMISED_STRADDLE,
    CONTOUR_UCB,
    FEASIBILITY,
    RANJAN,
    TMSE,
    GINI,
    POISSON_DISCS,
    ENTROPY_AND_DISCS,
    RANDOM;

    private static final Set<Name> SCORES_OF_CONTOURS =
        Collections.unmodifiableSet(EnumSet.range(SUR, ENTROPY_AND_DISCS));

    /** Whether it can look for contours. */
    public boolean servesContours() {
      return this == RANDOM || SCORES_OF_CONTOURS.contains(this);
    }

    /** Whether it can look for an extremum. */
    public boolean servesExtrema() {
      return !SCORES_OF_CONTOURS.contains(this);
    }

    /** What specs and messages call it. */
    public String word() {
      return this == CONFIDENCE_BOUND ? "lcb" : name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The words of those that serve a goal, such as {@code "ei, pi or random"}. */
    public static String words(Predicate<Name> serves) {
      List<String> words = Arrays.stream(values()).filter(serves).map(Name::word).toList();
      int last = words.size() - 1;
      return String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }
  }

  /** What is believed of a chosen point while the rest of the batch is chosen. */
  public enum BatchRule {
    KRIGING_BELIEVER,
    LIAR_MIN,
    LIAR_MEAN,
    LIAR_MAX
  }

  /**
   * The defaults for a strategy: kriging believer, ξ = 0.01 (0 for EI, alone or by turns), κ =
   * 1.96, η = 0.3. The rate is close to √(8 ln k / T) of the hedge's theory for k = 3 arms and some
   * tens of rounds.
   */
  public static StrategySettings of(Name name) {
    double xi = name == Name.EI || name == Name.EI_AND_MEAN ? 0 : 0.01;
    return new StrategySettings(name, BatchRule.KRIGING_BELIEVER, xi, 1.96, 0.3, false);
  }

  /** The hedge with the constants of scikit-optimize 0.10.2. */
  public static StrategySettings likeSkopt() {
    return new StrategySettings(Name.GP_HEDGE, BatchRule.LIAR_MIN, 0.01, 1.96, 1.0, true);
  }

  /** The default strategy when an extremum is looked for: expected improvement and lowest mean. */
  public static StrategySettings defaultForExtremum() {
    return of(Name.EI_AND_MEAN);
  }

  /**
   * The default strategy when contours are looked for: stepwise uncertainty reduction, with one
   * point in eight exploring while the surrogate is not trusted.
   */
  public static StrategySettings defaultForContour() {
    return of(Name.SUR);
  }

  /** The default strategy for a kind of target; docs/decisions/0012 and 0014 say why. */
  public static StrategySettings defaultFor(Target target) {
    return target instanceof Target.Minimum ? defaultForExtremum() : defaultForContour();
  }

  /** Whether the next point explores when so many are known or chosen, in whatever batches. */
  boolean explores(int known) {
    return exploreEvery > 0 && known % exploreEvery == exploreEvery - 1;
  }

  private static int usualExploration(Name name) {
    return name.servesExtrema() ? 0 : EXPLORE_EVERY;
  }
}

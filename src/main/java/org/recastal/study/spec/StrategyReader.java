package org.recastal.study.spec;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.recastal.acquisition.StrategySettings;
import org.recastal.acquisition.StrategySettings.BatchRule;
import org.recastal.acquisition.StrategySettings.Name;
import org.recastal.study.spec.GoalSpec.Find;

/** Reads the block of {@link StrategySpec}. */
final class StrategyReader {

  /** The words of the spec that are not simply the constant's name. */
  private static final Map<String, Name> OTHER_WORDS =
      Map.of("ucb", Name.CONFIDENCE_BOUND, "lcb", Name.CONFIDENCE_BOUND);

  private static final Map<String, BatchRule> BATCH_WORDS =
      Map.of(
          "kriging-believer", BatchRule.KRIGING_BELIEVER,
          "cl-min", BatchRule.LIAR_MIN,
          "cl-mean", BatchRule.LIAR_MEAN,
          "cl-max", BatchRule.LIAR_MAX);

  private StrategyReader() {}

  /** The strategy for a goal when the spec says nothing of it. */
  static StrategySpec usual(Optional<GoalSpec> goal) {
    return new StrategySpec(StrategySettings.of(usualName(goal)));
  }

  private static Name usualName(Optional<GoalSpec> goal) {
    return isContour(goal) ? Name.ENTROPY : Name.GP_HEDGE;
  }

  static StrategySpec read(Block strategy, Optional<GoalSpec> goal) {
    Optional<Name> named = strategy.choice("name", StrategyReader::name);
    named.ifPresent(name -> checkGoal(strategy, name, goal));
    Name name = named.orElse(usualName(goal));
    if (strategy.has("compatible") && name != Name.GP_HEDGE) {
      strategy.mistake(
          "compatible", "skopt's rule is one of gp-hedge: remove it, or name: gp-hedge");
    }
    StrategySettings usual =
        strategy.has("compatible") ? StrategySettings.likeSkopt() : StrategySettings.of(name);
    return new StrategySpec(
        new StrategySettings(
            name,
            strategy.text("batch").map(BATCH_WORDS::get).orElse(usual.batch()),
            strategy.number("xi").orElse(usual.xi()),
            strategy.number("kappa").orElse(usual.kappa()),
            strategy.number("eta").orElse(usual.eta()),
            strategy.has("compatible"),
            strategy.count("explore-every").orElse(usual.exploreEvery())));
  }

  /** The word of a strategy in specs. */
  static String word(Name name) {
    return name == Name.CONFIDENCE_BOUND ? "lcb" : Block.word(name);
  }

  /** The word of a batch rule in specs. */
  static String word(BatchRule rule) {
    return BATCH_WORDS.entrySet().stream()
        .filter(e -> e.getValue() == rule)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  private static Optional<Name> name(String word) {
    Optional<Name> other = Optional.ofNullable(OTHER_WORDS.get(word));
    return other.isPresent()
        ? other
        : EnumSet.allOf(Name.class).stream().filter(n -> Block.word(n).equals(word)).findFirst();
  }

  private static void checkGoal(Block strategy, Name name, Optional<GoalSpec> goal) {
    boolean fits = isContour(goal) ? name.servesContours() : name.servesExtrema();
    if (goal.isPresent() && !fits) {
      String expected =
          isContour(goal)
              ? "sur, sur-gini, sur-entropy, timse, entropy, straddle, randomised-straddle, contour-ucb,"
                  + " feasibility, ranjan, tmse, gini, poisson-discs, entropy-and-discs or random for a"
                  + " contour"
              : "gp-hedge, ei, pi, ucb, lcb or random for " + Block.word(goal.get().find());
      String word = strategy.text("name").orElseThrow();
      strategy.mistake("name", "expected " + expected + ", found \"" + word + "\"");
    }
  }

  private static boolean isContour(Optional<GoalSpec> goal) {
    return goal.map(g -> g.find() == Find.CONTOUR).orElse(false);
  }
}

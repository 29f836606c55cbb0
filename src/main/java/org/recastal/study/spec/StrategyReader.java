package org.recastal.study.spec;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.recastal.acquisition.StrategySettings;
import org.recastal.acquisition.StrategySettings.BatchRule;
import org.recastal.acquisition.StrategySettings.Name;
import org.recastal.study.spec.GoalSpec.Find;

/** Reads the block of {@link StrategySpec}. */
final class StrategyReader {

  /** The same bound, seen from the other side. */
  private static final String OTHER_WORD = "ucb";

  private static final Map<String, BatchRule> BATCH_WORDS =
      Map.of(
          "kriging-believer", BatchRule.KRIGING_BELIEVER,
          "cl-min", BatchRule.LIAR_MIN,
          "cl-mean", BatchRule.LIAR_MEAN,
          "cl-max", BatchRule.LIAR_MAX);

  private StrategyReader() {}

  /** The strategy for a goal when the spec says nothing of it. */
  static StrategySpec usual(Optional<GoalSpec> goal) {
    return new StrategySpec(usualSettings(goal));
  }

  /** Whether an extremum is looked for, and not by another program's rule from end to end. */
  static boolean looksForExtremum(Optional<Block> strategy, Optional<GoalSpec> goal) {
    return goal.isPresent()
        && !isContour(goal)
        && strategy.filter(s -> s.has("compatible")).isEmpty();
  }

  /** Whether the hedge is named, which keeps the start and the belief that it was measured with. */
  static boolean hedges(Optional<Block> strategy) {
    return strategy.flatMap(s -> s.text("name")).filter(Name.GP_HEDGE.word()::equals).isPresent();
  }

  private static StrategySettings usualSettings(Optional<GoalSpec> goal) {
    return isContour(goal)
        ? StrategySettings.defaultForContour()
        : StrategySettings.defaultForExtremum();
  }

  static StrategySpec read(Block strategy, Optional<GoalSpec> goal) {
    Optional<Name> named = strategy.choice("name", StrategyReader::name);
    named.ifPresent(name -> checkGoal(strategy, name, goal));
    Name usualName =
        strategy.has("compatible") && !isContour(goal) ? Name.GP_HEDGE : usualSettings(goal).name();
    Name name = named.orElse(usualName);
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

  /** The word of a batch rule in specs. */
  static String word(BatchRule rule) {
    return BATCH_WORDS.entrySet().stream()
        .filter(e -> e.getValue() == rule)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  private static Optional<Name> name(String word) {
    String usual = word.equals(OTHER_WORD) ? Name.CONFIDENCE_BOUND.word() : word;
    return Arrays.stream(Name.values()).filter(n -> n.word().equals(usual)).findFirst();
  }

  private static void checkGoal(Block strategy, Name name, Optional<GoalSpec> goal) {
    boolean fits = isContour(goal) ? name.servesContours() : name.servesExtrema();
    if (goal.isPresent() && !fits) {
      String expected =
          isContour(goal)
              ? Name.words(Name::servesContours) + " for a contour"
              : Name.words(Name::servesExtrema) + " for " + Block.word(goal.get().find());
      String word = strategy.text("name").orElseThrow();
      strategy.mistake("name", "expected " + expected + ", found \"" + word + "\"");
    }
  }

  static boolean isContour(Optional<GoalSpec> goal) {
    return goal.map(g -> g.find() == Find.CONTOUR).orElse(false);
  }
}

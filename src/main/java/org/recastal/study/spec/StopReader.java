package org.recastal.study.spec;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.recastal.study.spec.GoalSpec.Find;
import org.recastal.study.spec.StopSpec.Streak;

/** Reads the block of {@link StopSpec}. */
final class StopReader {

  private StopReader() {}

  /** No rule but the end of the rounds. */
  static StopSpec usual() {
    return new StopSpec(
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static StopSpec read(Block stop, Optional<GoalSpec> goal) {
    refuseWithoutContour(stop, "misclassified", goal);
    refuseWithoutContour(stop, "contour-moved", goal);
    return new StopSpec(
        count(stop, "points"),
        count(stop, "rounds"),
        stop.text("wall-time").flatMap(DurationText::parse),
        stop.number("score-below").map(OptionalDouble::of).orElse(OptionalDouble.empty()),
        stop.block("misclassified").flatMap(b -> streak(b, "below")),
        stop.block("contour-moved").flatMap(b -> streak(b, "less-than")));
  }

  private static void refuseWithoutContour(Block stop, String key, Optional<GoalSpec> goal) {
    if (stop.has(key) && goal.isPresent() && goal.get().find() != Find.CONTOUR) {
      String find = Block.word(goal.get().find());
      stop.keyMistake(key, "only a contour has this, and the goal is " + find + ": remove it");
    }
  }

  private static OptionalInt count(Block stop, String key) {
    return stop.count(key).map(OptionalInt::of).orElse(OptionalInt.empty());
  }

  private static Optional<Streak> streak(Block block, String threshold) {
    return block.number(threshold).map(t -> new Streak(t, block.count("rounds").orElse(1)));
  }
}

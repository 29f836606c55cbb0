package org.recastal.study.spec;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.recastal.study.spec.GoalSpec.Find;
import org.recastal.study.spec.StopSpec.Streak;

/** Reads the block of {@link StopSpec}. */
final class StopReader {

  private static final Pattern WALL_TIME =
      Pattern.compile("(?=\\d)(?:(\\d{1,5})d)?(?:(\\d{1,5})h)?(?:(\\d{1,5})m)?(?:(\\d{1,5})s)?");

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
        stop.text("wall-time").flatMap(StopReader::duration),
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

  private static Optional<Duration> duration(String text) {
    Matcher matcher = WALL_TIME.matcher(text);
    return matcher.matches()
        ? Optional.of(
            Duration.ofDays(group(matcher, 1))
                .plusHours(group(matcher, 2))
                .plusMinutes(group(matcher, 3))
                .plusSeconds(group(matcher, 4)))
        : Optional.empty();
  }

  private static long group(Matcher matcher, int index) {
    return matcher.group(index) == null ? 0 : Long.parseLong(matcher.group(index));
  }
}

package org.recastal.study.spec;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.recastal.space.Scale;
import org.recastal.space.SearchSpace;
import org.recastal.study.spec.CertaintySpec.Bound;
import org.recastal.study.spec.GoalSpec.Find;
import org.recastal.study.spec.StopSpec.Streak;

/** Reads the block of {@link StopSpec}. */
final class StopReader {

  private static final double USUAL_CONFIDENCE = 0.95;

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

  static StopSpec read(Block stop, Optional<GoalSpec> goal, Optional<SearchSpace> space) {
    refuseWithoutContour(stop, "misclassified", goal);
    refuseWithoutContour(stop, "contour-moved", goal);
    refuseWithoutContour(stop, "contour-error", goal);
    refuseWithoutContour(stop, "level-set", goal);
    Optional<Block> wrong = stop.block("misclassified");
    Optional<Block> sure = wrong.filter(b -> b.has("confidence"));
    sure.filter(b -> b.has("rounds"))
        .ifPresent(
            b ->
                b.keyMistake(
                    "rounds", "a confidence is about one round: remove rounds, or confidence"));
    return new StopSpec(
        count(stop, "points"),
        count(stop, "rounds"),
        stop.text("wall-time").flatMap(DurationText::parse),
        stop.number("score-below").map(OptionalDouble::of).orElse(OptionalDouble.empty()),
        wrong.filter(b -> sure.isEmpty()).flatMap(b -> streak(b, "below")),
        stop.block("contour-moved").flatMap(b -> streak(b, "less-than")),
        new CertaintySpec(
            stop.block("contour-error").map(b -> lengths(b, space)).orElse(Map.of()),
            sure.flatMap(b -> bound(b, "below")),
            stop.block("level-set").flatMap(b -> bound(b, "tolerance"))));
  }

  private static Optional<Bound> bound(Block block, String most) {
    return block
        .number(most)
        .map(m -> new Bound(m, block.number("confidence").orElse(USUAL_CONFIDENCE)));
  }

  private static Map<String, Double> lengths(Block block, Optional<SearchSpace> space) {
    Map<String, Double> lengths = new LinkedHashMap<>();
    for (String name : block.mapping().entries().keySet()) {
      block.number(name).ifPresent(length -> lengths.put(name, length));
      space.ifPresent(s -> check(block, name, s));
    }
    return lengths;
  }

  private static void check(Block block, String name, SearchSpace space) {
    int axis = space.names().indexOf(name);
    if (axis < 0) {
      block.keyMistake(
          name, "no parameter is called that; expected " + String.join(", ", space.names()));
    } else if (space.parameters().get(axis).scale() == Scale.LOG
        && block.number(name).filter(x -> x <= 1).isPresent()) {
      block.mistake(name, "the axis is logarithmic: expected a factor above 1, such as 1.1");
    }
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

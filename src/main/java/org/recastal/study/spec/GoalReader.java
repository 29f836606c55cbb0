package org.recastal.study.spec;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.recastal.limits.Line;
import org.recastal.limits.Quantity;
import org.recastal.study.spec.GoalSpec.Find;
import org.recastal.study.spec.SpecNode.Entry;
import org.recastal.study.spec.SpecNode.Mapping;
import org.recastal.study.spec.SpecNode.Sequence;

/** Reads the block of {@link GoalSpec}. */
final class GoalReader {

  private static final Set<Line> COMPARED = Set.of(Line.OBSERVED, Line.EXPECTED);

  private final Block goal;
  private final Optional<Quantity> quantity;

  GoalReader(Block goal, Optional<LimitsSpec> limits) {
    this.goal = goal;
    this.quantity = limits.map(LimitsSpec::quantity);
  }

  /** What is looked for, or nothing when a mistake was told. */
  Optional<GoalSpec> read() {
    Optional<Find> find = goal.choice("find", Find.values());
    if (find.isEmpty()) {
      return Optional.empty();
    }
    Map<Line, Double> of = lines(find.get());
    checkLines(find.get(), of);
    checkQuantity(find.get());
    checkLevel(find.get());
    return Optional.of(new GoalSpec(find.get(), of, goal.number("at").orElse(Double.NaN)));
  }

  private Map<Line, Double> lines(Find find) {
    Map<Line, Double> out = new EnumMap<>(Line.class);
    if (!goal.has("of")) {
      out.put(Line.OBSERVED, 1.0);
      if (comparesLines(find)) {
        out.put(Line.EXPECTED, 1.0);
      }
    }
    goal.choice("of", Line::ofWord).ifPresent(line -> out.put(line, 1.0));
    goal.mapping().get("of").ifPresent(of -> addLines(of, out));
    return out;
  }

  private void addLines(SpecNode of, Map<Line, Double> out) {
    if (of instanceof Sequence sequence) {
      List<SpecNode> items = sequence.items();
      for (int i = 0; i < items.size(); i++) {
        Optional<Line> line = Block.textOf(items.get(i)).flatMap(Line::ofWord);
        if (line.isPresent() && out.put(line.get(), 1.0) != null) {
          String path = KeyPath.of(KeyPath.of(goal.path(), "of"), i);
          goal.mistakes().add(items.get(i).place(), path, "given twice; remove one");
        }
      }
    } else if (of instanceof Mapping mapping) {
      for (Map.Entry<String, Entry> entry : mapping.entries().entrySet()) {
        Optional<Double> weight = Block.numberOf(entry.getValue().value()).map(Number::doubleValue);
        Line.ofWord(entry.getKey())
            .ifPresent(line -> weight.filter(w -> w > 0).ifPresent(w -> out.put(line, w)));
      }
    }
  }

  private void checkLines(Find find, Map<Line, Double> of) {
    if (comparesLines(find) && !of.isEmpty() && !of.keySet().equals(COMPARED)) {
      goal.mistake(
          "of",
          Block.word(find)
              + " compares observed with expected: give [observed, expected] or nothing");
    }
    if ((find == Find.MINIMUM || find == Find.MAXIMUM) && of.size() > 1) {
      goal.mistake("of", "expected one line for " + Block.word(find) + ", found " + of.size());
    }
  }

  private void checkQuantity(Find find) {
    if (quantity.equals(Optional.of(Quantity.P_VALUE))
        && find != Find.MINIMUM
        && find != Find.MAXIMUM) {
      goal.mistake(
          "find", "expected minimum or maximum for a p-value, found \"" + Block.word(find) + "\"");
    }
  }

  private void checkLevel(Find find) {
    Optional<Double> at = goal.number("at");
    if (find == Find.CONTOUR && !goal.has("at")) {
      goal.mistake("at", "missing; a contour needs its level, " + levels());
    }
    if (find != Find.CONTOUR && goal.has("at")) {
      goal.mistake("at", Block.word(find) + " has no level: remove it, or find: contour");
    }
    if (find == Find.CONTOUR
        && quantity.equals(Optional.of(Quantity.CLS))
        && at.map(a -> a >= 1).orElse(false)) {
      goal.mistake("at", "expected a CLs between 0 and 1, found " + at.get());
    }
  }

  private String levels() {
    return quantity.equals(Optional.of(Quantity.CLS))
        ? "like 0.05 for CLs at 95 %"
        : "like 1.0, in the unit of the limits";
  }

  private static boolean comparesLines(Find find) {
    return find == Find.EXCESS || find == Find.DEFICIT;
  }
}

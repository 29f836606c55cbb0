package org.recastal.study.spec;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.recastal.jobs.Step;
import org.recastal.jobs.StepOutput;

/** Puts steps into an order in which each comes after those whose outputs it takes. */
final class StepOrder {

  private StepOrder() {}

  /** The steps in order, those that are free in the order of the spec; nothing for a circle. */
  static Optional<List<Step>> of(List<Step> steps, Block block) {
    List<Step> ordered = new ArrayList<>();
    List<Step> left = new ArrayList<>(steps);
    Set<String> done = new HashSet<>();
    while (!left.isEmpty()) {
      Optional<Step> next = left.stream().filter(s -> done.containsAll(sources(s))).findFirst();
      if (next.isEmpty()) {
        tellCircle(left, block);
        return Optional.empty();
      }
      ordered.add(next.get());
      left.remove(next.get());
      done.add(next.get().name());
    }
    return Optional.of(ordered);
  }

  private static Set<String> sources(Step step) {
    return step.inputs().values().stream().map(StepOutput::step).collect(Collectors.toSet());
  }

  private static void tellCircle(List<Step> left, Block block) {
    // Each of these waits for another of them, so going from one to the next must come back.
    List<String> way = new ArrayList<>();
    Step at = left.get(0);
    while (!way.contains(at.name())) {
      way.add(at.name());
      at = sourceAmong(left, at);
    }
    List<String> circle = new ArrayList<>(way.subList(way.indexOf(at.name()), way.size()));
    circle.add(at.name());
    block
        .block(at.name())
        .orElseThrow()
        .mistake(
            "inputs", "steps take each other's outputs in a circle: " + String.join(" ← ", circle));
  }

  private static Step sourceAmong(List<Step> left, Step step) {
    return left.stream().filter(s -> sources(step).contains(s.name())).findFirst().orElseThrow();
  }
}

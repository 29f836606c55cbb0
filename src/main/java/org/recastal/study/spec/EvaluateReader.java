package org.recastal.study.spec;

import java.util.List;
import java.util.Optional;

/** Reads the block of {@link EvaluateSpec}. */
final class EvaluateReader {

  private static final List<String> WAYS = List.of("replay", "likelihood", "steps", "outside");

  private final Block root;
  private final Block evaluate;
  private final SpecFolder folder;

  EvaluateReader(Block root, Block evaluate, SpecFolder folder) {
    this.root = root;
    this.evaluate = evaluate;
    this.folder = folder;
  }

  /** How points are evaluated, or nothing when a mistake was told. */
  Optional<EvaluateSpec> read(
      List<String> parameters, Optional<LimitsSpec> limits, Optional<PatchAxes> patches) {
    List<String> given = WAYS.stream().filter(evaluate::has).toList();
    if (given.size() > 1) {
      evaluate.keyMistake(
          given.get(1),
          "expected exactly one way to evaluate, found " + String.join(" and ", given));
      return Optional.empty();
    }
    if (given.isEmpty()) {
      tellNoWay();
      return Optional.empty();
    }
    checkCompanions(given.get(0));
    return switch (given.get(0)) {
      case "replay" ->
          evaluate
              .block("replay")
              .flatMap(b -> new ReplayReader(b, parameters, limits, folder).read(root.has("pool")))
              .map(EvaluateSpec.class::cast);
      case "likelihood" ->
          evaluate
              .block("likelihood")
              .flatMap(b -> new LikelihoodReader(root, b, folder).read(patches, limits))
              .map(EvaluateSpec.class::cast);
      case "steps" ->
          evaluate
              .block("steps")
              .flatMap(
                  b ->
                      new StepsReader(root, b, folder)
                          .read(evaluate.block("limits"), limits, parameters))
              .map(EvaluateSpec.class::cast);
      default -> evaluate.block("outside").map(b -> new OutsideSpec());
    };
  }

  /** Silent when the schema has told of an unknown key, which may be a way misspelt. */
  private void tellNoWay() {
    boolean onlyLimits = evaluate.mapping().entries().keySet().stream().allMatch("limits"::equals);
    if (onlyLimits) {
      evaluate
          .mistakes()
          .add(
              evaluate.mapping().place(),
              evaluate.path(),
              "expected one of " + Spelling.choices(WAYS));
    }
  }

  private void checkCompanions(String way) {
    if (way.equals("steps")) {
      if (!evaluate.has("limits")) {
        evaluate.mistake("limits", "missing; expected {from: step.output, format: …}");
      }
      return;
    }
    if (evaluate.has("limits")) {
      evaluate.keyMistake("limits", "belongs to steps, and this is " + way + ": remove it");
    }
    if (root.has("executors")) {
      root.keyMistake(
          "executors", "belong to evaluate.steps, and this evaluates by " + way + ": remove them");
    }
  }
}

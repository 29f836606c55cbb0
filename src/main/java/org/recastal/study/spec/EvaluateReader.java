package org.recastal.study.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the block of {@link EvaluateSpec}. */
final class EvaluateReader {

  private static final String LIKELIHOOD = "likelihood";
  private static final String STEPS = "steps";
  private static final List<String> WAYS = List.of("replay", LIKELIHOOD, STEPS, "outside");

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
    List<String> given = ways();
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
      case LIKELIHOOD -> likelihood(limits, patches).map(EvaluateSpec.class::cast);
      case STEPS -> steps(parameters, limits, patches).map(EvaluateSpec.class::cast);
      default -> evaluate.block("outside").map(b -> new OutsideSpec());
    };
  }

  /** The ways that are given; a likelihood beside steps computes their limits. */
  private List<String> ways() {
    List<String> given = new ArrayList<>(WAYS.stream().filter(evaluate::has).toList());
    if (given.contains(STEPS)) {
      given.remove(LIKELIHOOD);
    }
    return given;
  }

  private Optional<LikelihoodSpec> likelihood(
      Optional<LimitsSpec> limits, Optional<PatchAxes> patches) {
    return evaluate
        .block(LIKELIHOOD)
        .flatMap(b -> new LikelihoodReader(root, b, folder).read(patches, limits));
  }

  private Optional<StepsSpec> steps(
      List<String> parameters, Optional<LimitsSpec> limits, Optional<PatchAxes> patches) {
    boolean yields = evaluate.has(LIKELIHOOD);
    Optional<Block> limitFile = evaluate.block("limits");
    Optional<StepsSpec.Reading> reading =
        yields
            ? likelihood(limits, patches).map(StepsSpec.Yields::new)
            : limitFile
                .flatMap(b -> new DeclarationReader(b, parameters).read(limits))
                .map(StepsSpec.LimitFile::new);
    Optional<Block> answer = yields ? evaluate.block(LIKELIHOOD) : limitFile;
    return evaluate
        .block(STEPS)
        .flatMap(
            b ->
                new StepsReader(root, b, folder)
                    .read(answer, yields ? "signal" : "from", reading, parameters));
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

  /** Whether cheap limits are computed by steps, which run on the same executors. */
  private boolean hasCheapSteps() {
    return root.block("surrogate")
        .flatMap(b -> b.block("cheap"))
        .flatMap(b -> b.block("evaluate"))
        .filter(b -> b.has(STEPS))
        .isPresent();
  }

  private void checkCompanions(String way) {
    if (way.equals(STEPS)) {
      if (!evaluate.has("limits") && !evaluate.has(LIKELIHOOD)) {
        evaluate.mistake("limits", "missing; expected {from: step.output, format: …}");
      }
      if (evaluate.has("limits") && evaluate.has(LIKELIHOOD)) {
        evaluate.keyMistake("limits", "the likelihood gives the limits: remove one of the two");
      }
      return;
    }
    if (evaluate.has("limits")) {
      evaluate.keyMistake("limits", "belongs to steps, and this is " + way + ": remove it");
    }
    if (root.has("executors") && !hasCheapSteps()) {
      root.keyMistake(
          "executors", "belong to evaluate.steps, and this evaluates by " + way + ": remove them");
    }
  }
}

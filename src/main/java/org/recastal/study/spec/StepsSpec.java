package org.recastal.study.spec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.recastal.jobs.Chain;
import org.recastal.jobs.StepOutput;
import org.recastal.limits.readers.LimitDeclaration;

/**
 * A chain of steps is run for each point, and limits are read from one of its outputs, or computed
 * from the yields in it.
 *
 * <pre>{@code
 * evaluate:
 *   steps:
 *     generate:
 *       command: [./generate, --card, run.card]
 *       templates: {run.card: run.card.tmpl}
 *       outputs: {events: events.lhe}
 *     fit:
 *       command: [python3, fit.py, --mass, "{{mZd:%.1f}}"]
 *       inputs: {events.lhe: generate.events}
 *       outputs: {limits: limits.json}
 *       time-limit: 2h
 *       attempts: 3
 *       invalid-exits: [3]
 *       on: here
 *   limits: {from: fit.limits, format: pyhf}
 * executors:
 *   here: {local: {jobs: 4}}
 * }</pre>
 *
 * @param chain the steps
 * @param answer the output that holds the limits, or what they are computed from
 * @param reading how they come from it
 * @param executors by name; every executor that a step names is here
 */
public record StepsSpec(
    Chain chain, StepOutput answer, Reading reading, Map<String, ExecutorSpec> executors)
    implements EvaluateSpec {

  /** How limits come from the file that a chain leaves. */
  public sealed interface Reading {}

  /** The file holds limits. */
  public record LimitFile(LimitDeclaration declaration) implements Reading {}

  /** The file holds the yields of a signal, and a likelihood gives its limits. */
  public record Yields(LikelihoodSpec likelihood) implements Reading {}

  public StepsSpec {
    executors = Collections.unmodifiableMap(new LinkedHashMap<>(executors));
  }

  /** How the limits of a file are read, when it holds some. */
  public Optional<LimitDeclaration> declaration() {
    return reading instanceof LimitFile file ? Optional.of(file.declaration()) : Optional.empty();
  }

  /** What yields are added to, when the file holds those. */
  public Optional<LikelihoodSpec> likelihood() {
    return reading instanceof Yields yields ? Optional.of(yields.likelihood()) : Optional.empty();
  }
}

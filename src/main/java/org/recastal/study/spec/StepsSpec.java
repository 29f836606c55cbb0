package org.recastal.study.spec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.recastal.jobs.Chain;
import org.recastal.jobs.StepOutput;
import org.recastal.limits.readers.LimitDeclaration;

/**
 * A chain of steps is run for each point, and limits are read from one of its outputs.
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
 * @param limits the output that holds the limits
 * @param declaration how they are read
 * @param executors by name; every executor that a step names is here
 */
public record StepsSpec(
    Chain chain,
    StepOutput limits,
    LimitDeclaration declaration,
    Map<String, ExecutorSpec> executors)
    implements EvaluateSpec {

  public StepsSpec {
    executors = Collections.unmodifiableMap(new LinkedHashMap<>(executors));
  }
}

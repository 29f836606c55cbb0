package org.recastal.study;

import org.recastal.study.replay.ReplayEvaluator;
import org.recastal.study.spec.ReplaySpec;
import org.recastal.study.spec.ScanSpec;

/**
 * A spec ready to be worked on.
 *
 * @param spec whose space has the evaluator's pool, when the evaluator has one
 * @param evaluator answers its points
 */
public record Evaluation(ScanSpec spec, Evaluator evaluator) {

  /** Opens what the spec's {@code evaluate:} block names. */
  public static Evaluation of(ScanSpec spec) {
    ReplaySpec replay = (ReplaySpec) spec.evaluate(); // the only way that the sealed type permits
    ReplayEvaluator evaluator =
        ReplayEvaluator.open(replay, spec.space(), spec.limits(), spec.seed());
    return new Evaluation(
        evaluator.pool().map(p -> spec.withSpace(spec.space().withPool(p))).orElse(spec),
        evaluator);
  }
}

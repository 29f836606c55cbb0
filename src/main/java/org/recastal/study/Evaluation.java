package org.recastal.study;

import org.recastal.space.SearchSpace;
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
    SearchSpace space = evaluator.pool().map(spec.space()::withPool).orElse(spec.space());
    return new Evaluation(withSpace(spec, space), evaluator);
  }

  private static ScanSpec withSpace(ScanSpec spec, SearchSpace space) {
    return new ScanSpec(
        spec.name(),
        spec.title(),
        space,
        spec.limits(),
        spec.goal(),
        spec.start(),
        spec.rounds(),
        spec.surrogate(),
        spec.strategy(),
        spec.evaluate(),
        spec.stop(),
        spec.seed());
  }
}

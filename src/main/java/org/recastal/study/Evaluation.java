package org.recastal.study;

import java.util.Optional;
import org.recastal.study.replay.ReplayEvaluator;
import org.recastal.study.spec.ReplaySpec;
import org.recastal.study.spec.ScanSpec;

/**
 * A spec ready to be worked on.
 *
 * @param spec whose space has the evaluator's pool, when the evaluator has one
 * @param embedded answers points at once; empty when points are evaluated by jobs or outside
 */
public record Evaluation(ScanSpec spec, Optional<Evaluator> embedded) {

  /** Opens what the spec's {@code evaluate:} block names. */
  public static Evaluation of(ScanSpec spec) {
    if (!(spec.evaluate() instanceof ReplaySpec replay)) {
      return new Evaluation(spec, Optional.empty());
    }
    ReplayEvaluator evaluator =
        ReplayEvaluator.open(replay, spec.space(), spec.limits(), spec.seed());
    return new Evaluation(
        evaluator.pool().map(p -> spec.withSpace(spec.space().withPool(p))).orElse(spec),
        Optional.of(evaluator));
  }

  /** How the points of a scan come to their end. */
  Work work(ScanFolder folder, ScanListener listener) {
    AnswerCheck check = new AnswerCheck(spec.limits(), spec.goal());
    return embedded
        .<Work>map(evaluator -> new EmbeddedWork(evaluator, check, listener))
        .orElse(Work.none());
  }
}

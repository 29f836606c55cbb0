package org.recastal.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recastal.limits.Diagnosis;
import org.recastal.limits.Outcome;
import org.recastal.space.Point;
import org.recastal.space.PointId;
import org.recastal.study.journal.Event;

/**
 * Points answered by an evaluator inside this program, one at a time: every answer is safe in the
 * journal before the next is worked for.
 */
record EmbeddedWork(Evaluator evaluator, AnswerCheck check, ScanListener listener) implements Work {

  @Override
  public boolean advance(Logbook logbook) {
    Optional<PointState> next =
        logbook.state().points().stream().filter(PointState::isAwaited).findFirst();
    next.ifPresent(p -> evaluate(p.point(), logbook));
    return next.isPresent();
  }

  private void evaluate(Point point, Logbook logbook) {
    listener.evaluating(point, logbook.state());
    Map<PointId, Outcome> answers = evaluator.evaluate(List.of(point));
    Outcome outcome =
        Optional.ofNullable(answers.get(point.id()))
            .orElseGet(
                () ->
                    new Outcome.Ill(
                        new Diagnosis(
                            Diagnosis.Illness.MISSING, "the evaluator did not answer this point")));
    logbook.append(new Event.PointEvaluated(point.id(), check.checked(outcome)));
  }
}

package org.recastal.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.recastal.RecastAlException;
import org.recastal.limits.Diagnosis;
import org.recastal.limits.Outcome;
import org.recastal.space.Point;
import org.recastal.space.PointId;
import org.recastal.study.journal.Event;

/**
 * Points answered by an evaluator inside this program. Answers go into the journal in the order of
 * the points, each as soon as it and those before it are known, however many are worked for at the
 * same time.
 */
record EmbeddedWork(Evaluator evaluator, AnswerCheck check, ScanListener listener) implements Work {

  @Override
  public boolean advance(Logbook logbook) {
    List<Point> awaited = awaited(logbook);
    if (awaited.size() > 1 && evaluator.atOnce() > 1) {
      together(awaited, logbook);
    } else if (!awaited.isEmpty()) {
      Point next = awaited.get(0);
      listener.evaluating(next, logbook.state());
      append(next, outcome(next), logbook);
    }
    return !awaited.isEmpty();
  }

  /** The points to be answered, in the order of their suggestion. */
  static List<Point> awaited(Logbook logbook) {
    return logbook.state().points().stream()
        .filter(PointState::isAwaited)
        .map(PointState::point)
        .toList();
  }

  private void together(List<Point> points, Logbook logbook) {
    ExecutorService threads =
        Executors.newFixedThreadPool(Math.min(points.size(), evaluator.atOnce()));
    try {
      List<Future<Outcome>> outcomes = new ArrayList<>();
      points.forEach(point -> outcomes.add(threads.submit(() -> outcome(point))));
      for (int i = 0; i < outcomes.size(); i++) {
        listener.evaluating(points.get(i), logbook.state());
        append(points.get(i), resultOf(outcomes.get(i)), logbook);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** Waits for an outcome. */
  static Outcome resultOf(Future<Outcome> outcome) {
    try {
      return outcome.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RecastAlException(
          RecastAlException.Kind.FAILURE, "interrupted while points were evaluated", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    }
  }

  void append(Point point, Outcome outcome, Logbook logbook) {
    logbook.append(new Event.PointEvaluated(point.id(), check.checked(outcome)));
  }

  Outcome outcome(Point point) {
    Map<PointId, Outcome> answers = evaluator.evaluate(List.of(point));
    return Optional.ofNullable(answers.get(point.id()))
        .orElseGet(
            () ->
                new Outcome.Ill(
                    new Diagnosis(
                        Diagnosis.Illness.MISSING, "the evaluator did not answer this point")));
  }
}

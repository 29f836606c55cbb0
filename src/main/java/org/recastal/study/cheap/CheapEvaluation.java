package org.recastal.study.cheap;

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
import org.recastal.limits.LimitCheck;
import org.recastal.limits.Outcome;
import org.recastal.space.Point;
import org.recastal.space.PointId;
import org.recastal.study.Evaluation;
import org.recastal.study.Evaluator;
import org.recastal.study.spec.EvaluateSpec;

/** Cheap limits by an evaluator inside this program. */
final class CheapEvaluation implements CheapWork.Source {

  private final CheapTables tables;
  private final EvaluateSpec evaluate;
  private Optional<Evaluator> evaluator = Optional.empty();

  CheapEvaluation(CheapTables tables, EvaluateSpec evaluate) {
    this.tables = tables;
    this.evaluate = evaluate;
  }

  @Override
  public boolean advance(List<Point> points) {
    List<Integer> missing = tables.missing(points);
    if (missing.isEmpty()) {
      return false;
    }
    List<Point> own = tables.points(points, missing.get(0));
    tables.write(missing.get(0), own, outcomes(own));
    return true;
  }

  private Evaluator evaluator() {
    if (evaluator.isEmpty()) {
      evaluator = Evaluation.of(tables.spec().withEvaluate(evaluate)).prepared().embedded();
    }
    return evaluator.orElseThrow();
  }

  /** In the order of the points, whatever is ready first. */
  private List<Outcome> outcomes(List<Point> points) {
    Evaluator ready = evaluator();
    ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, ready.atOnce()));
    try {
      List<Future<Outcome>> waiting = new ArrayList<>();
      points.forEach(p -> waiting.add(threads.submit(() -> outcome(ready, p))));
      List<Outcome> outcomes = new ArrayList<>();
      for (Future<Outcome> future : waiting) {
        outcomes.add(result(future));
      }
      return outcomes;
    } finally {
      threads.shutdownNow();
    }
  }

  private static Outcome outcome(Evaluator evaluator, Point point) {
    Map<PointId, Outcome> answers = evaluator.evaluate(List.of(point));
    return Optional.ofNullable(answers.get(point.id()))
        .orElseGet(
            () -> LimitCheck.ill(Diagnosis.Illness.MISSING, "the evaluator did not answer it"));
  }

  private static Outcome result(Future<Outcome> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RecastAlException(
          RecastAlException.Kind.FAILURE, "interrupted while cheap limits were computed", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    }
  }
}

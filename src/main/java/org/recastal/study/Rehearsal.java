package org.recastal.study;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.recastal.limits.Outcome;
import org.recastal.space.Point;
import org.recastal.study.journal.Event;
import org.recastal.study.journal.Journal;
import org.recastal.study.spec.ReplaySpec;
import org.recastal.study.spec.ScanSpec;

/**
 * A scan run in memory by the loop that runs real ones, with an evaluator in place of the spec's.
 * The tables of the start lend their points, the evaluator answers them; nothing is written.
 */
public final class Rehearsal {

  /** Marks points as answered inside this program; its table is never opened. */
  private static final ReplaySpec EMBEDDED =
      new ReplaySpec(
          Path.of("rehearsal"),
          ReplaySpec.Mode.INTERPOLATE,
          Map.of(),
          Map.of(),
          "",
          Optional.empty(),
          0);

  private Rehearsal() {}

  /**
   * Runs until a stop rule fires.
   *
   * @param spec whose space has the pool of its evaluator, when that has one
   * @param evaluator answers every point
   * @param clock tells the time for the wall-time rule
   * @param listener is told every event
   */
  public static StudyState run(
      ScanSpec spec, Evaluator evaluator, InstantSource clock, ScanListener listener) {
    AnswerCheck check = new AnswerCheck(spec.limits(), spec.goal());
    return with(
        spec, evaluator, clock, listener, Evaluation.embedded(spec, evaluator, check, listener));
  }

  /**
   * The same in an order of one's own.
   *
   * @param ending which of the awaited points, at least one, end next
   */
  public static StudyState run(
      ScanSpec spec,
      Evaluator evaluator,
      InstantSource clock,
      ScanListener listener,
      UnaryOperator<List<Point>> ending) {
    AnswerCheck check = new AnswerCheck(spec.limits(), spec.goal());
    EmbeddedWork work = new EmbeddedWork(evaluator, check, listener);
    return with(
        spec,
        evaluator,
        clock,
        listener,
        logbook -> {
          List<Point> ended = ending.apply(EmbeddedWork.awaited(logbook));
          ended.forEach(p -> work.append(p, work.outcome(p), logbook));
          return !ended.isEmpty();
        });
  }

  private static StudyState with(
      ScanSpec spec, Evaluator evaluator, InstantSource clock, ScanListener listener, Work work) {
    Logbook logbook = Logbook.inMemory(StudyState.EMPTY, clock, listener);
    logbook.append(
        new Event.ScanStarted(Journal.FORMAT, "rehearsal", "rehearsal", ScanLabels.of(spec)));
    logbook.append(new Event.PointsTold("rehearsal", told(spec, evaluator)));
    return new ScanLoop(spec.withEvaluate(EMBEDDED), logbook, work, clock)
        .run(
            idle -> {
              throw new IllegalStateException("an embedded evaluator answers at once");
            });
  }

  /** The points of {@code start: {results: …}}; those that failed there have failed here too. */
  private static List<Event.ToldPoint> told(ScanSpec spec, Evaluator evaluator) {
    List<Event.ToldPoint> told = new ArrayList<>();
    for (Event.ToldPoint known : StartTables.results(spec)) {
      Outcome outcome =
          known.outcome() instanceof Outcome.Answered
              ? evaluator.evaluate(List.of(known.point())).get(known.point().id())
              : known.outcome();
      told.add(new Event.ToldPoint(known.point(), outcome));
    }
    return told;
  }
}

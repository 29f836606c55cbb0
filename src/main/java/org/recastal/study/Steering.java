package org.recastal.study;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.recastal.RecastAlException;
import org.recastal.acquisition.StrategyMemory;
import org.recastal.space.Point;
import org.recastal.study.journal.Event;
import org.recastal.study.observe.SteeringInput;
import org.recastal.study.spec.ScanSpec;
import org.recastal.study.stop.Standing;
import org.recastal.study.stop.StopRules;

/**
 * Ask and tell in one call that leaves no trace: what is known and what runs comes in, the next
 * points go out. The answer follows from the input and the spec alone.
 */
public final class Steering {

  private static final InstantSource NO_CLOCK = InstantSource.fixed(Instant.EPOCH);

  private final ScanSpec spec;
  private final StudyState begun;
  private final int given;

  private Steering(ScanSpec spec, List<PointState> points) {
    this.spec = spec;
    this.given = points.size();
    Logbook logbook = unwritten(StudyState.EMPTY);
    new Rounds(spec, logbook, NO_CLOCK, true).tellStart();
    StudyState told =
        logbook.append(new Event.BatchSuggested(0, true, List.of(), StrategyMemory.NONE));
    List<PointState> all = new ArrayList<>(told.points());
    all.addAll(points);
    this.begun = told.withPoints(all);
  }

  /**
   * The next points.
   *
   * @param points none when the work is finished
   * @param finished why it is
   */
  public record Answer(List<Point> points, Optional<String> finished) {
    public Answer {
      points = List.copyOf(points);
    }
  }

  /**
   * Chooses the next points.
   *
   * @param in what iDDS gives, see {@link SteeringInput}
   * @param source of it, for messages
   * @param size how many points are wanted
   * @param most how many points there may be in all; the spec's {@code stop: {points: N}} counts
   *     too
   * @return no points, and why, when the work is finished
   */
  public static Answer next(ScanSpec spec, JsonNode in, String source, int size, OptionalInt most) {
    if (size < 1) {
      throw RecastAlException.badInput("-n " + size + ": expected at least 1 point");
    }
    return new Steering(spec, SteeringInput.points(spec, in, source)).next(size, most);
  }

  private Answer next(int size, OptionalInt most) {
    int known = begun.points().size() - given;
    int bySpec = spec.stop().points().orElse(Integer.MAX_VALUE) - known;
    int allowed = Math.min(most.orElse(Integer.MAX_VALUE), bySpec);
    int wanted = Math.min(size, allowed - given);
    if (wanted <= 0) {
      return finished("there are " + given + " points, " + allowed + " were allowed");
    }
    if (!new StartPlan(spec, begun).remaining().isEmpty()) {
      return answer(begun, wanted);
    }
    // Every call has streams of random numbers of its own, named by how many points there are.
    StudyState later = atRound(Math.max(1, given));
    Optional<Decision> stop = decision(later, wanted).filter(Decision::stop);
    return stop.isPresent() ? finished(stop.get().reason()) : answer(later, wanted);
  }

  private Answer answer(StudyState state, int size) {
    Logbook logbook = unwritten(state);
    HandOut.Batch batch =
        new HandOut(logbook, new Rounds(spec, logbook, NO_CLOCK, true)).suggest(size);
    List<Point> points = batch.points().stream().map(PointState::point).toList();
    return new Answer(points, points.isEmpty() ? batch.notice() : Optional.empty());
  }

  private static Answer finished(String why) {
    return new Answer(List.of(), Optional.of(why));
  }

  private StudyState atRound(int round) {
    Logbook logbook = unwritten(begun);
    return logbook.append(new Event.BatchSuggested(round, true, List.of(), StrategyMemory.NONE));
  }

  /**
   * What the stop rules say that need no history. Rounds are none of theirs, since a call knows no
   * earlier one.
   */
  private Optional<Decision> decision(StudyState state, int size) {
    if (!begun.outside().isEmpty() || !new Learner(spec, state).canLearn()) {
      return Optional.empty();
    }
    Logbook logbook = unwritten(state);
    new Rounds(spec, logbook, NO_CLOCK, true).fit();
    Learner learner = new Learner(spec, logbook.state());
    return Optional.of(
        StopRules.decide(
            new Standing(
                spec,
                begun,
                learner.summarise(),
                NO_CLOCK.instant(),
                new NextBatch(learner, size),
                learner::knowledge)));
  }

  private static Logbook unwritten(StudyState state) {
    return Logbook.inMemory(state, InstantSource.fixed(Instant.EPOCH), ScanListener.silent());
  }
}

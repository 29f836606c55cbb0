package org.recastal.study.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recastal.RecastAlException;
import org.recastal.acquisition.StrategyMemory;
import org.recastal.limits.Outcome;
import org.recastal.space.Point;
import org.recastal.space.PointId;
import org.recastal.study.Decision;
import org.recastal.study.PointState;
import org.recastal.study.PointState.Status;
import org.recastal.study.RoundFit;
import org.recastal.study.RoundSummary;
import org.recastal.study.StudyState;

/** From events to what is known: one small method per event. Not thread-safe, used once. */
public final class Replay {

  private Optional<StudyState.Begun> begun;
  private final List<PointState> points;
  private boolean told;
  private int rounds;
  private StrategyMemory memory;
  private final List<RoundFit> fits;
  private final List<RoundSummary> summaries;
  private final List<Decision> decisions;
  private boolean reopened;

  private Replay(StudyState from) {
    begun = from.begun();
    points = new ArrayList<>(from.points());
    told = from.told();
    rounds = from.rounds();
    memory = from.memory();
    fits = new ArrayList<>(from.fits());
    summaries = new ArrayList<>(from.summaries());
    decisions = new ArrayList<>(from.decisions());
    reopened = from.reopened();
  }

  /** The state after all entries. */
  public static StudyState of(List<Entry> entries) {
    return new Replay(StudyState.EMPTY).allOf(entries);
  }

  /** The state after one more entry. */
  public static StudyState apply(StudyState state, Entry entry) {
    return new Replay(state).allOf(List.of(entry));
  }

  private StudyState allOf(List<Entry> entries) {
    for (Entry entry : entries) {
      try {
        apply(entry);
      } catch (IllegalArgumentException e) {
        throw new RecastAlException(
            RecastAlException.Kind.FAILURE,
            "journal line "
                + entry.number()
                + " does not follow from those before: "
                + e.getMessage()
                + "; restore the journal from a copy",
            e);
      }
    }
    return new StudyState(
        begun, points, told, rounds, memory, fits, summaries, decisions, reopened);
  }

  private void apply(Entry entry) {
    Event event = entry.event();
    if (event instanceof Event.ScanStarted e) {
      started(entry, e);
    } else if (event instanceof Event.PointsTold e) {
      told(e);
    } else if (event instanceof Event.BatchSuggested e) {
      suggested(e);
    } else if (event instanceof Event.PointEvaluated e) {
      evaluated(e);
    } else if (event instanceof Event.RoundFitted e) {
      fitted(e);
    } else if (event instanceof Event.Decided e) {
      decided(e);
    } else {
      changed((Event.SpecChanged) event);
    }
  }

  private void started(Entry entry, Event.ScanStarted e) {
    begun = Optional.of(new StudyState.Begun(entry.time(), e.program(), e.digest(), e.scan()));
  }

  private void told(Event.PointsTold e) {
    told = true;
    for (Event.ToldPoint p : e.points()) {
      points.add(finished(pending(p.point(), 0, "told from " + e.source()), p.outcome()));
    }
  }

  private void suggested(Event.BatchSuggested e) {
    rounds = e.round();
    memory = e.memory();
    e.points().forEach(p -> points.add(pending(p.point(), e.round(), p.why())));
  }

  private void evaluated(Event.PointEvaluated e) {
    int place = pendingPlace(e.id());
    points.set(place, finished(points.get(place), e.outcome()));
  }

  private int pendingPlace(PointId id) {
    for (int i = points.size() - 1; i >= 0; i--) {
      if (points.get(i).status() == Status.PENDING && points.get(i).point().id().equals(id)) {
        return i;
      }
    }
    throw new IllegalArgumentException("point " + id + " was answered but is not pending");
  }

  private void fitted(Event.RoundFitted e) {
    fits.removeIf(f -> f.round() == e.fit().round());
    fits.add(e.fit());
  }

  private void decided(Event.Decided e) {
    decisions.add(e.decision());
    summaries.add(e.summary());
    reopened = false;
  }

  private void changed(Event.SpecChanged e) {
    begun = begun.map(b -> new StudyState.Begun(b.at(), b.program(), e.digest(), e.scan()));
    reopened = true;
    fits.clear(); // the kernel may be another
    if (e.differences().stream().anyMatch(d -> d.startsWith("strategy."))) {
      memory = StrategyMemory.NONE;
    }
  }

  private static PointState pending(Point point, int round, String why) {
    return new PointState(point, round, Status.PENDING, Optional.empty(), Optional.empty(), why);
  }

  private static PointState finished(PointState p, Outcome outcome) {
    if (outcome instanceof Outcome.Answered a) {
      return new PointState(
          p.point(), p.round(), Status.LIMIT, Optional.of(a.limit()), Optional.empty(), p.why());
    }
    Outcome.Ill ill = (Outcome.Ill) outcome;
    return new PointState(
        p.point(),
        p.round(),
        Status.FAILED,
        Optional.empty(),
        Optional.of(ill.diagnosis()),
        p.why());
  }
}

package org.recastal.study.journal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.recastal.RecastAlException;
import org.recastal.acquisition.StrategyMemory;
import org.recastal.space.PointId;
import org.recastal.study.Decision;
import org.recastal.study.PointState;
import org.recastal.study.PointState.Origin;
import org.recastal.study.PointState.Status;
import org.recastal.study.RoundFit;
import org.recastal.study.RoundSummary;
import org.recastal.study.StudyState;

/** From events to what is known: one small method per event. Not thread-safe, used once. */
public final class Replay {

  private static final Set<Status> ANY = EnumSet.allOf(Status.class);
  private static final Set<Status> GIVEN_UP =
      Set.of(Status.FAILED, Status.ABANDONED, Status.INVALID);

  private Optional<StudyState.Begun> begun;
  private final List<PointState> points;
  private boolean told;
  private int rounds;
  private StrategyMemory memory;
  private final List<RoundFit> fits;
  private final List<RoundSummary> summaries;
  private final List<Decision> decisions;
  private final List<StudyState.Pin> pins;
  private final List<StudyState.Veto> vetoes;
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
    pins = new ArrayList<>(from.pins());
    vetoes = new ArrayList<>(from.vetoes());
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
        begun, points, told, rounds, memory, fits, summaries, decisions, pins, vetoes, reopened);
  }

  private void apply(Entry entry) {
    Event event = entry.event();
    if (event instanceof Event.ScanStarted e) {
      started(entry, e);
    } else if (event instanceof Event.PointsTold e) {
      told(e);
    } else if (event instanceof Event.BatchSuggested e) {
      suggested(e);
    } else if (event instanceof Event.RoundFitted e) {
      fitted(e);
    } else if (event instanceof Event.Decided e) {
      decided(e);
    } else if (event instanceof Event.SpecChanged e) {
      changed(e);
    } else if (event instanceof Event.PointPinned e) {
      pins.add(new StudyState.Pin(e.point(), e.reason()));
      reopened |= !decisions.isEmpty();
    } else if (event instanceof Event.RegionVetoed e) {
      vetoes.add(new StudyState.Veto(e.where(), e.reason()));
      reopened |= !decisions.isEmpty();
    } else {
      onePoint(event);
    }
  }

  private void onePoint(Event event) {
    if (event instanceof Event.PointEvaluated e) {
      change(e.id(), Set.of(Status.PENDING), p -> p.ended(e.outcome()));
    } else if (event instanceof Event.JobIntended e) {
      change(e.id(), Set.of(Status.PENDING), p -> p.intended(e.step(), e.attempt(), e.executor()));
    } else if (event instanceof Event.JobSubmitted e) {
      change(e.id(), ANY, p -> p.submitted(e.step(), e.attempt(), e.reference()));
    } else if (event instanceof Event.JobEnded e) {
      change(e.id(), ANY, p -> p.jobEnded(e.step(), e.attempt(), e.end()));
    } else if (event instanceof Event.PointRetried e) {
      change(e.id(), GIVEN_UP, p -> p.retried(e.reason()));
      reopen();
    } else {
      Event.PointAbandoned e = (Event.PointAbandoned) event;
      change(e.id(), Set.of(Status.PENDING, Status.FAILED), p -> p.abandoned(e.reason()));
    }
  }

  private void started(Entry entry, Event.ScanStarted e) {
    begun = Optional.of(new StudyState.Begun(entry.time(), e.program(), e.digest(), e.scan()));
  }

  private void told(Event.PointsTold e) {
    Origin origin = told ? Origin.OBSERVED : Origin.KNOWN;
    told = true;
    for (Event.ToldPoint p : e.points()) {
      int known = place(p.point().id());
      if (known < 0) {
        String why = "told from " + e.source();
        add(PointState.pending(p.point(), Math.max(0, rounds), origin, why).ended(p.outcome()));
      } else {
        points.set(known, points.get(known).ended(p.outcome()));
      }
      pins.removeIf(pin -> pin.point().equals(p.point()));
    }
    if (origin == Origin.OBSERVED) {
      reopen();
    }
  }

  /**
   * Observed points stand by id among those that came with no batch in between, so that the order
   * in which they were told makes no difference to any number.
   */
  private void add(PointState point) {
    int place = points.size();
    while (point.origin() == Origin.OBSERVED
        && place > 0
        && points.get(place - 1).origin() == Origin.OBSERVED
        && points.get(place - 1).point().id().compareTo(point.point().id()) > 0) {
      place--;
    }
    points.add(place, point);
  }

  /** The last decision was taken on other answers, and so was the last fit. */
  private void reopen() {
    fits.removeIf(f -> f.round() >= rounds);
    reopened |= !decisions.isEmpty();
  }

  private void suggested(Event.BatchSuggested e) {
    rounds = e.round();
    memory = e.memory();
    Origin origin = e.handedOut() ? Origin.HANDED_OUT : Origin.SUGGESTED;
    for (Event.SuggestedPoint p : e.points()) {
      points.add(PointState.pending(p.point(), e.round(), origin, p.why()));
      pins.removeIf(pin -> pin.point().equals(p.point()));
    }
  }

  private void change(PointId id, Set<Status> from, UnaryOperator<PointState> to) {
    int place = place(id);
    if (place < 0) {
      throw new IllegalArgumentException("point " + id + " was never suggested");
    }
    PointState point = points.get(place);
    if (!from.contains(point.status())) {
      throw new IllegalArgumentException(
          "point " + id + " is " + point.status().name().toLowerCase(Locale.ROOT));
    }
    points.set(place, to.apply(point));
  }

  private int place(PointId id) {
    for (int i = points.size() - 1; i >= 0; i--) {
      if (points.get(i).point().id().equals(id)) {
        return i;
      }
    }
    return -1;
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
}

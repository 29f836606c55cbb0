package org.recastal.study;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.recastal.acquisition.StrategyMemory;
import org.recastal.space.Constraint;
import org.recastal.space.Point;
import org.recastal.space.PointId;
import org.recastal.space.SearchSpace;
import org.recastal.study.journal.ScanLabel;

/**
 * Everything that is known of a scan: the journal, replayed. Immutable.
 *
 * @param begun the first event; empty before it
 * @param points every point ever suggested or told, in journal order
 * @param told whether the start results were told (also when there were none)
 * @param rounds number of rounds suggested so far, the start not counted; −1 before the start
 * @param memory what the strategy returned with its last batch
 * @param fits one per round that was fitted, in order
 * @param summaries one per decision taken
 * @param decisions in order; the last one ends the scan when it says stop
 * @param pins points that a person wants next, not suggested yet
 * @param vetoes where a person wants no points
 * @param reopened whether something was changed or told after the last decision, which is then
 *     taken anew
 */
public record StudyState(
    Optional<Begun> begun,
    List<PointState> points,
    boolean told,
    int rounds,
    StrategyMemory memory,
    List<RoundFit> fits,
    List<RoundSummary> summaries,
    List<Decision> decisions,
    List<Pin> pins,
    List<Veto> vetoes,
    boolean reopened) {

  /** Before the first event. */
  public static final StudyState EMPTY =
      new StudyState(
          Optional.empty(),
          List.of(),
          false,
          -1,
          StrategyMemory.NONE,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          false);

  /** A point that a person wants next. */
  public record Pin(Point point, String reason) {

    /** Whether it can be suggested: not known by now, and in no place that was forbidden later. */
    boolean isOpen(StudyState state, SearchSpace space) {
      return state.point(point.id()).isEmpty() && state.allowedPart(space).allows(point.toArray());
    }

    /** Why it is suggested. */
    String why() {
      return reason.isEmpty() ? "pinned" : "pinned: " + reason;
    }
  }

  /**
   * Where a person wants no points.
   *
   * @param where an inequality between parameters
   */
  public record Veto(String where, String reason) {}

  /**
   * How a scan began.
   *
   * @param at when
   * @param program by which program, with version and commit
   * @param digest SHA-256 of the spec in force
   * @param scan what the spec in force says, in short
   */
  public record Begun(Instant at, String program, String digest, ScanLabel scan) {}

  public StudyState {
    points = List.copyOf(points);
    fits = List.copyOf(fits);
    summaries = List.copyOf(summaries);
    decisions = List.copyOf(decisions);
    pins = List.copyOf(pins);
    vetoes = List.copyOf(vetoes);
  }

  /** This state with other points. */
  StudyState withPoints(List<PointState> others) {
    return new StudyState(
        begun, others, told, rounds, memory, fits, summaries, decisions, pins, vetoes, reopened);
  }

  /** The newest state of a point. */
  public Optional<PointState> point(PointId id) {
    for (int i = points.size() - 1; i >= 0; i--) {
      if (points.get(i).point().id().equals(id)) {
        return Optional.of(points.get(i));
      }
    }
    return Optional.empty();
  }

  /** The points that were handed out and not answered yet, in journal order. */
  public List<PointState> outside() {
    return points.stream().filter(PointState::isOutside).toList();
  }

  /** Whether the scan's own evaluator has points to answer. */
  public boolean isAwaiting() {
    return points.stream().anyMatch(PointState::isAwaited);
  }

  /** The part of a space where nobody forbade points. */
  public SearchSpace allowedPart(SearchSpace space) {
    return vetoes.isEmpty()
        ? space
        : space.without(vetoes.stream().map(v -> new Constraint(v.where())).toList());
  }

  /** The points with this status, in journal order. */
  public List<PointState> with(PointState.Status status) {
    return points.stream().filter(p -> p.status() == status).toList();
  }

  /** How many points have this status. */
  public int count(PointState.Status status) {
    return with(status).size();
  }

  public Optional<Decision> lastDecision() {
    return decisions.isEmpty()
        ? Optional.empty()
        : Optional.of(decisions.get(decisions.size() - 1));
  }

  /** The decision after the last suggested round, when it was taken and still stands. */
  public Optional<Decision> standingDecision() {
    return lastDecision().filter(d -> d.round() == rounds && !reopened);
  }

  /** Whether the scan has ended: a rule says so, and nothing that was begun before is awaited. */
  public boolean isStopped() {
    return standingDecision().map(Decision::stop).orElse(false) && !isAwaiting();
  }

  /** What was fitted after a round. */
  public Optional<RoundFit> fit(int round) {
    return fits.stream().filter(f -> f.round() == round).findFirst();
  }

  /** The newest fit. */
  public Optional<RoundFit> lastFit() {
    return fits.isEmpty() ? Optional.empty() : Optional.of(fits.get(fits.size() - 1));
  }
}

package org.recastal.study;

import java.util.List;
import java.util.Optional;
import org.recastal.acquisition.StrategyMemory;

/**
 * Everything that is known of a scan: the journal, replayed. Immutable.
 *
 * @param points every point ever suggested or told, in journal order
 * @param rounds number of rounds suggested so far, the start not counted; −1 before the start
 * @param memory what the strategy returned with its last batch
 * @param summaries one per decision taken
 * @param decisions in order; the last one ends the scan when it says stop
 */
public record StudyState(
    List<PointState> points,
    int rounds,
    StrategyMemory memory,
    List<RoundSummary> summaries,
    List<Decision> decisions) {

  public StudyState {
    points = List.copyOf(points);
    summaries = List.copyOf(summaries);
    decisions = List.copyOf(decisions);
  }

  /** The points with this status, in journal order. */
  public List<PointState> with(PointState.Status status) {
    return points.stream().filter(p -> p.status() == status).toList();
  }

  public Optional<Decision> lastDecision() {
    return decisions.isEmpty()
        ? Optional.empty()
        : Optional.of(decisions.get(decisions.size() - 1));
  }
}

package org.recastal.study.stop;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.recastal.acquisition.Batch;
import org.recastal.study.ContourKnowledge;
import org.recastal.study.RoundSummary;
import org.recastal.study.StudyState;
import org.recastal.study.spec.ScanSpec;

/**
 * How a scan stands after a finished round: what stop rules look at.
 *
 * @param state with the round's answers and fit, before its decision
 * @param summary of the round
 * @param now the time
 * @param knowledge of the goal's contours; costly too
 * @param next what would be evaluated next; costly, so asked for by the last rules only
 */
public record Standing(
    ScanSpec spec,
    StudyState state,
    RoundSummary summary,
    Instant now,
    Supplier<Batch> next,
    Supplier<Optional<ContourKnowledge>> knowledge) {

  public int round() {
    return state.rounds();
  }

  /** Whether there are enough answers to judge a contour by. */
  boolean tellsOfContour(RoundSummary round) {
    return round.answered() >= RoundSummary.enough(spec.space().dimension());
  }

  /** Points answered or given up. */
  public int finished() {
    return (int) state.points().stream().filter(p -> p.status().isFinished()).count();
  }
}

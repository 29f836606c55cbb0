package org.recastal.study;

import java.util.Optional;
import org.recastal.limits.Diagnosis;
import org.recastal.limits.LimitRecord;
import org.recastal.space.Point;

/**
 * What the journal says of one point.
 *
 * @param point where
 * @param round 0 for the start, then 1, 2, …
 * @param status how it stands
 * @param limit present exactly when the status is LIMIT
 * @param diagnosis present when the last attempt failed
 * @param why one line: why it was suggested ("told from zd-1d.csv", "sobol design", a score)
 */
public record PointState(
    Point point,
    int round,
    Status status,
    Optional<LimitRecord> limit,
    Optional<Diagnosis> diagnosis,
    String why) {

  /** How a point stands. */
  public enum Status {
    PENDING,
    LIMIT,
    FAILED,
    ABANDONED,
    INVALID;

    public boolean isFinished() {
      return this != PENDING;
    }
  }
}

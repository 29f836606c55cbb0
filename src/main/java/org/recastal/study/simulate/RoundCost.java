package org.recastal.study.simulate;

import java.time.Duration;
import java.util.List;
import org.recastal.space.PointId;

/**
 * What the jobs of a round take.
 *
 * @param jobs attempts at steps
 * @param failedJobs how many of these failed
 * @param wall from the first submission to the end of the last job
 * @param busy sum over all jobs
 * @param slots how many jobs run at once, over all executors of the chain
 * @param failedPoints points of which a step failed in every attempt
 */
public record RoundCost(
    int jobs, int failedJobs, Duration wall, Duration busy, int slots, List<PointId> failedPoints) {

  public RoundCost {
    failedPoints = List.copyOf(failedPoints);
  }

  /** Share of the slots' time that nothing used; 0 of a round without jobs. */
  public double idle() {
    double available = (double) wall.toMillis() * slots;
    return available > 0 ? 1 - busy.toMillis() / available : 0;
  }
}

package org.recastal.study;

import java.util.Optional;
import org.recastal.jobs.JobEnd;
import org.recastal.jobs.JobReference;

/**
 * What the journal says of one job.
 *
 * @param step name of the step
 * @param attempt 1, 2, …
 * @param executor name of the executor
 * @param reference empty between intent and submission
 * @param end empty while it is open
 */
public record JobEntry(
    String step,
    int attempt,
    String executor,
    Optional<JobReference> reference,
    Optional<JobEnd> end) {

  public boolean isOpen() {
    return end.isEmpty();
  }

  boolean is(String otherStep, int otherAttempt) {
    return step.equals(otherStep) && attempt == otherAttempt;
  }

  JobEntry submitted(JobReference to) {
    return new JobEntry(step, attempt, executor, Optional.of(to), end);
  }

  JobEntry ended(JobEnd how) {
    return new JobEntry(step, attempt, executor, reference, Optional.of(how));
  }
}

package org.recastal.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.recastal.jobs.JobEnd;
import org.recastal.jobs.JobReference;
import org.recastal.limits.Diagnosis;
import org.recastal.limits.LimitRecord;
import org.recastal.limits.Outcome;
import org.recastal.space.Point;

/**
 * What the journal says of one point.
 *
 * @param point where
 * @param round 0 for the start, then 1, 2, …
 * @param origin how it came into the scan
 * @param status how it stands
 * @param limit present exactly when the status is LIMIT
 * @param diagnosis present when it failed
 * @param why one line: why it was suggested ("told from zd-1d.csv", "sobol design", a score); why
 *     it was abandoned or is invalid
 * @param jobs every attempt at every step, in journal order
 * @param earlierJobs how many of these came before the point was last tried anew; they do not count
 *     as attempts
 */
public record PointState(
    Point point,
    int round,
    Origin origin,
    Status status,
    Optional<LimitRecord> limit,
    Optional<Diagnosis> diagnosis,
    String why,
    List<JobEntry> jobs,
    int earlierJobs) {

  /** How a point came into the scan. */
  public enum Origin {
    /** Its answer was known at the start. */
    KNOWN,
    /** Somebody told its answer later, without being asked. */
    OBSERVED,
    /** Suggested, to be evaluated by this scan. */
    SUGGESTED,
    /** Suggested to somebody outside, who evaluates it. */
    HANDED_OUT
  }

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

  public PointState {
    jobs = List.copyOf(jobs);
  }

  /** A point that waits for its evaluation. */
  public static PointState pending(Point point, int round, Origin origin, String why) {
    return new PointState(
        point,
        round,
        origin,
        Status.PENDING,
        Optional.empty(),
        Optional.empty(),
        why,
        List.of(),
        0);
  }

  /** This point with its end. */
  public PointState ended(Outcome outcome) {
    if (outcome instanceof Outcome.Answered a) {
      return with(Status.LIMIT, Optional.of(a.limit()), Optional.empty(), why);
    } else if (outcome instanceof Outcome.Ill ill) {
      return with(Status.FAILED, Optional.empty(), Optional.of(ill.diagnosis()), why);
    }
    String reason = ((Outcome.Invalid) outcome).reason();
    return with(Status.INVALID, Optional.empty(), Optional.empty(), reason);
  }

  /** This point, given up. */
  public PointState abandoned(String reason) {
    return with(Status.ABANDONED, Optional.empty(), diagnosis, reason);
  }

  /** This point, waiting again, with all its attempts ahead of it. */
  public PointState retried(String reason) {
    return new PointState(
        point,
        round,
        origin,
        Status.PENDING,
        Optional.empty(),
        Optional.empty(),
        reason,
        jobs,
        jobs.size());
  }

  /** This point with a job that is going to be submitted. */
  public PointState intended(String step, int attempt, String executor) {
    if (jobs.stream().anyMatch(j -> j.is(step, attempt))) {
      throw new IllegalArgumentException(
          "attempt " + attempt + " at " + step + " of " + point.id() + " was intended twice");
    }
    List<JobEntry> more = new ArrayList<>(jobs);
    more.add(new JobEntry(step, attempt, executor, Optional.empty(), Optional.empty()));
    return withJobs(more);
  }

  /** This point with a job that is with its executor. */
  public PointState submitted(String step, int attempt, JobReference reference) {
    return changed(step, attempt, job -> job.submitted(reference));
  }

  /** This point with a job that has ended. */
  public PointState jobEnded(String step, int attempt, JobEnd end) {
    return changed(step, attempt, job -> job.ended(end));
  }

  private PointState changed(String step, int attempt, UnaryOperator<JobEntry> change) {
    if (jobs.stream().noneMatch(j -> j.is(step, attempt) && j.isOpen())) {
      throw new IllegalArgumentException(
          "attempt " + attempt + " at " + step + " of " + point.id() + " is not open");
    }
    return withJobs(jobs.stream().map(j -> j.is(step, attempt) ? change.apply(j) : j).toList());
  }

  private PointState withJobs(List<JobEntry> others) {
    return new PointState(point, round, origin, status, limit, diagnosis, why, others, earlierJobs);
  }

  private PointState with(
      Status now, Optional<LimitRecord> record, Optional<Diagnosis> illness, String reason) {
    return new PointState(point, round, origin, now, record, illness, reason, jobs, earlierJobs);
  }

  /** Whether somebody outside was asked to evaluate it. */
  public boolean handedOut() {
    return origin == Origin.HANDED_OUT;
  }

  /** Whether a job of it is open. */
  public boolean isRunning() {
    return jobs.stream().anyMatch(JobEntry::isOpen);
  }

  /** Whether this scan's own evaluator has to answer it. */
  public boolean isAwaited() {
    return status == Status.PENDING && !handedOut();
  }

  /** Whether somebody outside has still to answer it. */
  public boolean isOutside() {
    return status == Status.PENDING && handedOut();
  }
}

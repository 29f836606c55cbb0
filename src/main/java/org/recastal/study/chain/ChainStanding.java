package org.recastal.study.chain;

import java.util.List;
import java.util.Optional;
import org.recastal.jobs.Chain;
import org.recastal.jobs.JobEnd;
import org.recastal.jobs.Step;
import org.recastal.study.JobEntry;
import org.recastal.study.PointState;

/**
 * How a pending point stands in its chain. It follows from the journal alone.
 *
 * @param chain the steps
 * @param answering name of the step whose output holds the limits: it is done again when a point is
 *     retried whose files were all there and no limit
 * @param point pending
 */
record ChainStanding(Chain chain, String answering, PointState point) {

  /** An attempt that can be made now. */
  record Attempt(Step step, int number) {}

  /** The attempts that can be made now, in the order of the chain. */
  List<Attempt> attempts() {
    if (verdict().isPresent()) {
      return List.of();
    }
    return chain.steps().stream()
        .filter(s -> !isDone(s) && !isOpen(s) && inputsAreThere(s))
        .map(s -> new Attempt(s, nextNumber(s)))
        .toList();
  }

  /** Why no further step is made, if so: a step gave up, or said that there is no such point. */
  Optional<JobEnd> verdict() {
    return chain.steps().stream().flatMap(s -> verdict(s).stream()).findFirst();
  }

  private Optional<JobEnd> verdict(Step step) {
    List<JobEnd> ends = ends(step);
    Optional<JobEnd> invalid = last(ends, JobEnd.Kind.INVALID);
    if (invalid.isPresent()) {
      return invalid;
    }
    long failures = ends.stream().filter(e -> e.kind() == JobEnd.Kind.FAILED).count();
    return failures < step.attempts()
        ? Optional.empty()
        : last(ends, JobEnd.Kind.FAILED).map(e -> givenUp(step, failures, e));
  }

  private static JobEnd givenUp(Step step, long failures, JobEnd last) {
    String times = failures == 1 ? "" : " " + failures + " times, at last";
    return new JobEnd(
        last.kind(), "step " + step.name() + " failed" + times + ": " + last.message());
  }

  private static Optional<JobEnd> last(List<JobEnd> ends, JobEnd.Kind kind) {
    return ends.stream().filter(e -> e.kind() == kind).reduce((a, b) -> b);
  }

  boolean hasOpenJobs() {
    return point.jobs().stream().anyMatch(JobEntry::isOpen);
  }

  boolean isComplete() {
    return chain.steps().stream().allMatch(this::isDone);
  }

  boolean isDone(Step step) {
    return doneAttempt(step).isPresent();
  }

  /** The newest successful attempt at a step. */
  Optional<Integer> doneAttempt(Step step) {
    List<JobEntry> jobs = step.name().equals(answering) ? counted() : point.jobs();
    return jobs.stream()
        .filter(j -> j.step().equals(step.name()))
        .filter(j -> j.end().map(e -> e.kind() == JobEnd.Kind.DONE).orElse(false))
        .map(JobEntry::attempt)
        .reduce((a, b) -> b);
  }

  private boolean isOpen(Step step) {
    return point.jobs().stream().anyMatch(j -> j.step().equals(step.name()) && j.isOpen());
  }

  private boolean inputsAreThere(Step step) {
    return step.inputs().values().stream()
        .allMatch(input -> chain.step(input.step()).map(this::isDone).orElse(false));
  }

  private int nextNumber(Step step) {
    return 1
        + point.jobs().stream()
            .filter(j -> j.step().equals(step.name()))
            .mapToInt(JobEntry::attempt)
            .max()
            .orElse(0);
  }

  private List<JobEnd> ends(Step step) {
    return counted().stream()
        .filter(j -> j.step().equals(step.name()))
        .flatMap(j -> j.end().stream())
        .toList();
  }

  private List<JobEntry> counted() {
    return point.jobs().subList(point.earlierJobs(), point.jobs().size());
  }
}

package org.recastal.study.chain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recastal.RecastAlException;
import org.recastal.jobs.Executor;
import org.recastal.jobs.JobEnd;
import org.recastal.jobs.JobFolder;
import org.recastal.jobs.JobReference;
import org.recastal.jobs.JobStatus;
import org.recastal.jobs.Outputs;
import org.recastal.jobs.Step;
import org.recastal.limits.Outcome;
import org.recastal.space.PointId;
import org.recastal.study.JobEntry;
import org.recastal.study.Logbook;
import org.recastal.study.PointState;
import org.recastal.study.Work;
import org.recastal.study.journal.Event;

/**
 * Points answered by chains of jobs. Around each submission the order is: intent into the journal,
 * submission under an idempotency key, reference into the journal. What to do next follows from the
 * journal and the executors alone, so a driver that is killed between any two of these loses
 * nothing and starts nothing twice.
 */
public final class ChainWork implements Work {

  private final ChainJobs jobs;
  private final Answer answer;

  public ChainWork(ChainJobs jobs, Answer answer) {
    this.jobs = jobs;
    this.answer = answer;
  }

  @Override
  public boolean advance(Logbook logbook) {
    boolean collected = collect(logbook);
    boolean ended = endPoints(logbook);
    boolean submitted = submit(logbook);
    return collected || ended || submitted;
  }

  /** An open job of a point. */
  private record OpenJob(PointState point, JobEntry entry) {}

  private static List<OpenJob> openJobs(Logbook logbook) {
    List<OpenJob> open = new ArrayList<>();
    for (PointState p : logbook.state().points()) {
      for (JobEntry entry : p.jobs()) {
        if (entry.isOpen()) {
          open.add(new OpenJob(p, entry));
        }
      }
    }
    return open;
  }

  /** Writes down which jobs have ended, and how. */
  private boolean collect(Logbook logbook) {
    Map<String, Map<JobReference, OpenJob>> byExecutor = new LinkedHashMap<>();
    for (OpenJob job : openJobs(logbook)) {
      job.entry()
          .reference()
          .ifPresent(
              reference ->
                  byExecutor
                      .computeIfAbsent(job.entry().executor(), e -> new LinkedHashMap<>())
                      .put(reference, job));
    }
    boolean progress = false;
    for (Map.Entry<String, Map<JobReference, OpenJob>> e : byExecutor.entrySet()) {
      Executor executor = jobs.executor(e.getKey());
      Map<JobReference, JobStatus> statuses = executor.poll(e.getValue().keySet());
      for (Map.Entry<JobReference, OpenJob> job : e.getValue().entrySet()) {
        JobStatus status = statuses.get(job.getKey());
        if (status.isOver()) {
          end(logbook, executor, job.getKey(), job.getValue(), status);
          progress = true;
        }
      }
    }
    return progress;
  }

  private void end(
      Logbook logbook, Executor executor, JobReference reference, OpenJob job, JobStatus status) {
    Step step = jobs.step(job.entry().step());
    JobEntry entry = job.entry();
    JobFolder folder = jobs.folder(job.point(), step, entry.attempt());
    executor.fetch(reference, folder, step.outputs().values());
    JobEnd end = Outputs.judge(step, folder, status);
    logbook.append(new Event.JobEnded(job.point().point().id(), step.name(), entry.attempt(), end));
  }

  /** Reads the limits of complete chains, and gives up those that cannot go on. */
  private boolean endPoints(Logbook logbook) {
    boolean progress = false;
    for (PointState p : logbook.state().points()) {
      if (p.isAwaited() && !p.jobs().isEmpty()) {
        Optional<Outcome> outcome = outcome(jobs.standing(p));
        outcome.ifPresent(o -> logbook.append(new Event.PointEvaluated(p.point().id(), o)));
        progress |= outcome.isPresent();
      }
    }
    return progress;
  }

  private Optional<Outcome> outcome(ChainStanding standing) {
    if (standing.hasOpenJobs()) {
      return Optional.empty();
    }
    Optional<JobEnd> verdict = standing.verdict();
    if (verdict.isPresent()) {
      return Optional.of(Answer.without(verdict.get()));
    }
    return standing.isComplete()
        ? Optional.of(answer.of(standing.point(), jobs.answerFile(standing)))
        : Optional.empty();
  }

  /** Submits what an earlier driver intended, then as many further attempts as there are slots. */
  private boolean submit(Logbook logbook) {
    List<OpenJob> open = openJobs(logbook);
    boolean progress = false;
    for (OpenJob job : open) {
      if (job.entry().reference().isEmpty()) {
        hand(logbook, job.point(), job.entry());
        progress = true;
      }
    }
    Map<String, Integer> free = jobs.slots();
    open.forEach(job -> free.merge(job.entry().executor(), -1, Integer::sum));
    for (PointState p : logbook.state().points()) {
      if (free.values().stream().noneMatch(n -> n > 0)) {
        return progress;
      }
      if (p.isAwaited()) {
        progress |= submit(logbook, p, free);
      }
    }
    return progress;
  }

  private boolean submit(Logbook logbook, PointState point, Map<String, Integer> free) {
    boolean progress = false;
    for (ChainStanding.Attempt attempt : jobs.standing(point).attempts()) {
      Step step = attempt.step();
      if (free.get(step.executor()) > 0) {
        free.merge(step.executor(), -1, Integer::sum);
        JobEntry entry =
            new JobEntry(
                step.name(), attempt.number(), step.executor(), Optional.empty(), Optional.empty());
        logbook.append(
            new Event.JobIntended(
                point.point().id(), entry.step(), entry.attempt(), entry.executor()));
        hand(logbook, point, entry);
        progress = true;
      }
    }
    return progress;
  }

  /**
   * Gives an intended job to its executor, unless an earlier driver did, and notes the reference. A
   * job that cannot be made of this point has failed; a disk or an executor in trouble stops the
   * driver instead.
   */
  private void hand(Logbook logbook, PointState point, JobEntry entry) {
    PointId id = point.point().id();
    try {
      JobReference reference = jobs.submitted(point, entry);
      logbook.append(new Event.JobSubmitted(id, entry.step(), entry.attempt(), reference));
    } catch (RecastAlException e) {
      if (e.kind() != RecastAlException.Kind.BAD_INPUT) {
        throw e;
      }
      JobEnd end = new JobEnd(JobEnd.Kind.FAILED, "it cannot be started: " + e.getMessage());
      logbook.append(new Event.JobEnded(id, entry.step(), entry.attempt(), end));
    }
  }

  /**
   * Cancels every open job of the given points, and writes that down.
   *
   * @return how many were open
   */
  public int cancel(Logbook logbook, List<PointState> points) {
    int count = 0;
    for (PointState p : points) {
      for (JobEntry entry : p.jobs()) {
        if (entry.isOpen()) {
          jobs.cancel(p, entry);
          logbook.append(
              new Event.JobEnded(
                  p.point().id(),
                  entry.step(),
                  entry.attempt(),
                  new JobEnd(JobEnd.Kind.CANCELLED, "cancelled")));
          count++;
        }
      }
    }
    return count;
  }
}

package org.recastal.study.chain;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.recastal.RecastAlException;
import org.recastal.jobs.Executor;
import org.recastal.jobs.Job;
import org.recastal.jobs.JobFolder;
import org.recastal.jobs.JobKey;
import org.recastal.jobs.JobReference;
import org.recastal.jobs.PointFacts;
import org.recastal.jobs.Preparation;
import org.recastal.jobs.Step;
import org.recastal.numerics.RandomStream;
import org.recastal.space.Point;
import org.recastal.study.JobEntry;
import org.recastal.study.PointState;
import org.recastal.study.spec.ScanSpec;
import org.recastal.study.spec.StepsSpec;

/** The jobs that a spec's steps make of points, and the executors that they go to. */
public final class ChainJobs {

  private static final long LARGEST_SEED = 900_000_000L;

  private final ScanSpec scan;
  private final StepsSpec steps;
  private final Path points;
  private final Map<String, Executor> executors;
  private final Function<Point, Optional<Path>> data;
  private final Preparation preparation;

  /**
   * Jobs of one scan.
   *
   * @param points the {@code points/} folder of the scan
   * @param executors by name
   * @param data the folder of files that came with a point, if any did
   */
  public ChainJobs(
      ScanSpec scan,
      StepsSpec steps,
      Path points,
      Map<String, Executor> executors,
      Function<Point, Optional<Path>> data) {
    this.scan = scan;
    this.steps = steps;
    this.points = points;
    this.executors = Map.copyOf(executors);
    this.data = data;
    this.preparation = new Preparation(steps.chain());
  }

  Executor executor(String name) {
    return Optional.ofNullable(executors.get(name))
        .orElseThrow(
            () ->
                RecastAlException.badInput(
                    "jobs are open on executor " + name + ", which the spec no longer has"));
  }

  /** How many jobs each executor takes, in a map of its own. */
  Map<String, Integer> slots() {
    Map<String, Integer> slots = new LinkedHashMap<>();
    executors.forEach((name, executor) -> slots.put(name, executor.slots()));
    return slots;
  }

  Step step(String name) {
    return steps
        .chain()
        .step(name)
        .orElseThrow(
            () ->
                RecastAlException.badInput(
                    "the journal has a job of step " + name + ", which the spec does not have"));
  }

  ChainStanding standing(PointState point) {
    return new ChainStanding(steps.chain(), steps.answer().step(), point);
  }

  /** Where the limits of a complete chain are, or what they are computed from. */
  Path answerFile(ChainStanding standing) {
    Step step = step(steps.answer().step());
    int attempt = standing.doneAttempt(step).orElseThrow();
    return folder(standing.point(), step, attempt)
        .work()
        .resolve(step.outputs().get(steps.answer().output()));
  }

  JobFolder folder(PointState point, Step step, int attempt) {
    return JobFolder.of(points, key(point, step.name(), attempt));
  }

  /** Submits a job, unless that was done before; either way, its reference. */
  JobReference submitted(PointState point, JobEntry entry) {
    Executor executor = executor(entry.executor());
    return executor
        .find(key(point, entry.step(), entry.attempt()))
        .orElseGet(() -> executor.submit(prepared(point, entry)));
  }

  private Job prepared(PointState point, JobEntry entry) {
    Step step = step(entry.step());
    JobFolder folder = folder(point, step, entry.attempt());
    Map<String, JobFolder> earlier = earlier(standing(point));
    return preparation.prepare(step, facts(point.point()), entry.attempt(), folder, earlier);
  }

  private Map<String, JobFolder> earlier(ChainStanding standing) {
    Map<String, JobFolder> folders = new LinkedHashMap<>();
    for (Step step : steps.chain().steps()) {
      standing
          .doneAttempt(step)
          .ifPresent(n -> folders.put(step.name(), folder(standing.point(), step, n)));
    }
    return folders;
  }

  private PointFacts facts(Point point) {
    Map<String, Double> parameters = new LinkedHashMap<>();
    for (int i = 0; i < scan.space().names().size(); i++) {
      parameters.put(scan.space().names().get(i), point.coordinates().get(i));
    }
    return new PointFacts(
        scan.name(), point.id().value(), parameters, seed(point), data.apply(point));
  }

  /** Positive, and small enough for every generator's seed. */
  private long seed(Point point) {
    String purpose = "program:" + point.id().value();
    return 1 + Math.floorMod(RandomStream.named(scan.seed(), 0, purpose).nextLong(), LARGEST_SEED);
  }

  void cancel(PointState point, JobEntry entry) {
    Executor executor = executor(entry.executor());
    entry
        .reference()
        .or(() -> executor.find(key(point, entry.step(), entry.attempt())))
        .ifPresent(executor::cancel);
  }

  private JobKey key(PointState point, String step, int attempt) {
    return new JobKey(scan.name(), point.point().id().value(), step, attempt);
  }
}

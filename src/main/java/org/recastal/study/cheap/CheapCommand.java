package org.recastal.study.cheap;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.recastal.RecastAlException;
import org.recastal.jobs.Chain;
import org.recastal.jobs.JobEnd;
import org.recastal.jobs.JobFolder;
import org.recastal.jobs.JobKey;
import org.recastal.jobs.JobReference;
import org.recastal.jobs.JobStatus;
import org.recastal.jobs.Outputs;
import org.recastal.jobs.PointFacts;
import org.recastal.jobs.Preparation;
import org.recastal.jobs.Program;
import org.recastal.jobs.Step;
import org.recastal.jobs.local.LocalExecutor;
import org.recastal.space.Point;
import org.recastal.study.spec.CheapSpec.Command;

/**
 * Cheap limits by a program that reads a table of points and leaves a table of limits. It runs
 * detached, as steps do: a later driver finds what an earlier one has started, by the table's
 * number and the attempt, and starts nothing twice.
 */
final class CheapCommand implements CheapWork.Source {

  private static final String STEP = "limits";
  private static final String POINTS_FILE = "points.csv";
  private static final String LIMITS_FILE = "limits.csv";
  private static final int ATTEMPTS = 2;
  private static final int AT_ONCE = 2;

  private final CheapTables tables;
  private final Command command;
  private final LocalExecutor executor;

  CheapCommand(CheapTables tables, Command command) {
    this.tables = tables;
    this.command = command;
    this.executor = new LocalExecutor(tables.path(), AT_ONCE);
  }

  @Override
  public boolean advance(List<Point> points) {
    int running = 0;
    boolean progress = false;
    for (int k : tables.missing(points)) {
      if (running < AT_ONCE) {
        boolean known = executor.find(key(k, 1)).isPresent();
        boolean over = isOver(k, tables.points(points, k));
        running += over ? 0 : 1;
        progress |= over || !known;
      }
    }
    return progress;
  }

  @Override
  public int cancel(List<Point> points) {
    int count = 0;
    for (int k : tables.missing(points)) {
      Optional<JobReference> found = Optional.empty();
      for (int attempt = 1; executor.find(key(k, attempt)).isPresent(); attempt++) {
        found = executor.find(key(k, attempt));
      }
      if (found.isPresent() && !status(found.get()).isOver()) {
        executor.cancel(found.get());
        count++;
      }
    }
    return count;
  }

  private JobStatus status(JobReference reference) {
    return executor.poll(List.of(reference)).get(reference);
  }

  /** Whether the table is there now, with limits or with the reason why there are none. */
  private boolean isOver(int k, List<Point> points) {
    String why = "";
    int failures = 0;
    for (int attempt = 1; failures < ATTEMPTS; attempt++) {
      Optional<JobEnd> end = end(k, attempt, points);
      if (end.isEmpty()) {
        return false;
      }
      if (end.get().kind() == JobEnd.Kind.CANCELLED) {
        continue;
      }
      failures++;
      Optional<String> trouble =
          end.get().kind() == JobEnd.Kind.DONE
              ? taken(k, folder(k, attempt).work().resolve(LIMITS_FILE))
              : Optional.of(end.get().message());
      if (trouble.isEmpty()) {
        return true;
      }
      why = trouble.get();
    }
    tables.writeTrouble(k, points, why);
    return true;
  }

  /** How an attempt ended; empty while it runs, which it does from here on. */
  private Optional<JobEnd> end(int k, int attempt, List<Point> points) {
    Optional<JobReference> found = executor.find(key(k, attempt));
    if (found.isEmpty()) {
      tables.writeBeside(CheapTables.name(k) + "/" + POINTS_FILE, tables.table(points));
      Step step = step(k);
      PointFacts facts =
          new PointFacts(
              tables.spec().name(),
              CheapTables.name(k),
              Map.of(),
              tables.spec().seed(),
              Optional.empty());
      executor.submit(
          new Preparation(new Chain(List.of(step)))
              .prepare(step, facts, attempt, folder(k, attempt), Map.of()));
      return Optional.empty();
    }
    JobStatus status = status(found.get());
    return status.isOver()
        ? Optional.of(Outputs.judge(step(k), folder(k, attempt), status))
        : Optional.empty();
  }

  private Optional<String> taken(int k, Path made) {
    try {
      tables.take(k, made);
      return Optional.empty();
    } catch (RecastAlException e) {
      if (e.kind() != RecastAlException.Kind.BAD_INPUT) {
        throw e;
      }
      return Optional.of(e.getMessage());
    }
  }

  private Step step(int k) {
    List<Path> files = new ArrayList<>(command.files());
    files.add(tables.path().resolve(CheapTables.name(k)).resolve(POINTS_FILE));
    List<String> words =
        command.words().stream()
            .map(w -> w.replace(Command.POINTS, POINTS_FILE).replace(Command.LIMITS, LIMITS_FILE))
            .toList();
    return new Step(
        STEP,
        new Program.Command(words),
        files,
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(STEP, LIMITS_FILE),
        "local",
        Optional.empty(),
        ATTEMPTS,
        Set.of());
  }

  private JobKey key(int k, int attempt) {
    return new JobKey(tables.spec().name(), CheapTables.name(k), STEP, attempt);
  }

  private JobFolder folder(int k, int attempt) {
    return JobFolder.of(tables.path(), key(k, attempt));
  }
}

package org.recastal.jobs.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;
import java.util.regex.Pattern;
import org.recastal.RecastAlException;
import org.recastal.jobs.Executor;
import org.recastal.jobs.Job;
import org.recastal.jobs.JobFolder;
import org.recastal.jobs.JobKey;
import org.recastal.jobs.JobReference;
import org.recastal.jobs.JobStatus;

/**
 * Runs jobs on this machine, detached: they live on when the driver dies, and a later driver finds
 * them by their folders. Linux only.
 *
 * <p>Each job has a small shell around it that claims the job folder (the first one runs the job,
 * all later ones leave), ends the job at its time limit, and writes down how it ended. It is the
 * child of the driver or of init, and nothing of it hangs on the driver. Jobs inherit the driver's
 * environment without what is named like a secret (TOKEN, PASSWORD, SECRET, …), unless the job's
 * own environment sets it.
 *
 * <p>A reference is the path of the job folder below the points folder, so that a scan folder may
 * be moved. No clock that can be set is looked at. May be used by several threads.
 */
public final class LocalExecutor implements Executor {

  /** Three names, none of which is a dot or two. */
  private static final Pattern FORM =
      Pattern.compile("(?:(?!\\.{1,2}(?:/|$))[^/\\x00]+(?:/(?!$)|$)){3}");

  private static final Duration GRACE = Duration.ofSeconds(10);

  /** A wrapper that has claimed a job writes who it is at once; a dead one never does. */
  private static final double LONGEST_CLAIMING_S = 5;

  private final Path points;
  private final int slots;
  private final Duration grace;
  private final DoubleSupplier uptime;
  private final String boot;
  private final Launcher launcher;
  private final Map<JobReference, Claim> claims = new ConcurrentHashMap<>();
  private final Map<JobReference, Double> unnamedSince = new ConcurrentHashMap<>();

  /**
   * Jobs below a points folder.
   *
   * @throws RecastAlException when this machine is no Linux, or lacks setsid, mv or timeout
   */
  public LocalExecutor(Path points, int slots) {
    this(points, slots, GRACE);
  }

  /**
   * Jobs below a points folder.
   *
   * @param grace what a job has between being asked to end and being killed
   */
  public LocalExecutor(Path points, int slots, Duration grace) {
    this(points, slots, grace, ProcessTable::uptime);
  }

  /**
   * With a clock of its own.
   *
   * @param uptime seconds since boot
   */
  LocalExecutor(Path points, int slots, Duration grace, DoubleSupplier uptime) {
    this.points = points.toAbsolutePath().normalize();
    this.slots = slots;
    this.grace = grace;
    this.uptime = uptime;
    this.boot = ProcessTable.boot();
    this.launcher = new Launcher(grace);
  }

  @Override
  public int slots() {
    return slots;
  }

  @Override
  public JobReference submit(Job job) {
    LocalFolder folder = new LocalFolder(JobFolder.of(points, job.key()));
    if (!folder.path().equals(job.folder().path())) {
      throw new IllegalArgumentException(
          "the job folder is " + job.folder().path() + ", expected " + folder.path());
    }
    // A folder that was deleted after it was prepared: polls call the job lost.
    if (!folder.isClaimed() && folder.hasWorkFolder()) {
      launcher.start(job, folder);
    }
    return reference(job.key());
  }

  @Override
  public Map<JobReference, JobStatus> poll(Collection<JobReference> references) {
    Map<JobReference, JobStatus> statuses = new LinkedHashMap<>();
    references.forEach(r -> statuses.put(r, status(r)));
    return statuses;
  }

  @Override
  public void fetch(JobReference reference, JobFolder folder, Collection<String> outputs) {
    // The job has worked in this very folder.
  }

  @Override
  public void cancel(JobReference reference) {
    Optional<LocalFolder> folder = folder(reference).filter(LocalFolder::isClaimed);
    if (folder.isPresent() && !status(reference).isOver()) {
      folder.get().markCancelled();
      processes(reference, folder.get()).ifPresent(p -> p.end(grace));
    }
  }

  @Override
  public Optional<JobReference> find(JobKey key) {
    return new LocalFolder(JobFolder.of(points, key)).isClaimed()
        ? Optional.of(reference(key))
        : Optional.empty();
  }

  private JobReference reference(JobKey key) {
    return new JobReference(points.relativize(JobFolder.of(points, key).path()).toString());
  }

  /** The folder of a reference; empty when it is not of the form point/step/attempt. */
  private Optional<LocalFolder> folder(JobReference reference) {
    return FORM.matcher(reference.text()).matches()
        ? Optional.of(new LocalFolder(new JobFolder(points.resolve(reference.text()))))
        : Optional.empty();
  }

  private JobStatus status(JobReference reference) {
    Optional<LocalFolder> folder = folder(reference);
    if (folder.isEmpty()) {
      return new JobStatus.Lost("'" + reference + "' is no reference of a job on this machine");
    }
    JobStatus status =
        folder.get().isClaimed()
            ? claimed(reference, folder.get())
            : unclaimed(reference, folder.get());
    if (status.isOver()) {
      claims.remove(reference);
      unnamedSince.remove(reference);
    }
    return status;
  }

  private JobStatus unclaimed(JobReference reference, LocalFolder folder) {
    boolean known = claims.containsKey(reference);
    processes(reference, folder).ifPresent(JobProcesses::kill);
    return new JobStatus.Lost(
        known
            ? "its folder " + folder.path() + " was deleted while it ran"
            : "no job was started in " + folder.path());
  }

  private JobStatus claimed(JobReference reference, LocalFolder folder) {
    Optional<JobStatus> end = end(reference, folder);
    if (end.isPresent()) {
      return end.get();
    }
    Optional<Claim> claim = claim(reference, folder);
    if (claim.isEmpty()) {
      return unnamed(reference, folder);
    }
    requireThisMachine(claim.get(), folder);
    if (isRunning(claim.get())) {
      return running(reference, folder);
    }
    // It may have ended between the two looks.
    return end(reference, folder).orElseGet(() -> killed(reference, folder, dead(claim.get())));
  }

  private JobStatus running(JobReference reference, LocalFolder folder) {
    if (folder.isCancelled()) {
      processes(reference, folder).ifPresent(p -> p.end(grace));
      return new JobStatus.Cancelled();
    }
    return folder.hasWorkFolder()
        ? new JobStatus.Running()
        : killed(
            reference,
            folder,
            "its work folder " + folder.folder().work() + " was deleted while it ran");
  }

  /** How it ended by itself or by being cancelled; then nothing of it runs any more. */
  private Optional<JobStatus> end(JobReference reference, LocalFolder folder) {
    Optional<JobStatus> end = folder.end();
    if (end.isPresent() && folder.isCancelled()) {
      return Optional.of(killed(reference, folder, ""));
    }
    if (end.filter(JobStatus.TimedOut.class::isInstance).isPresent()) {
      processes(reference, folder).ifPresent(JobProcesses::kill);
    }
    return end;
  }

  private JobStatus killed(JobReference reference, LocalFolder folder, String why) {
    processes(reference, folder).ifPresent(JobProcesses::kill);
    return folder.isCancelled() ? new JobStatus.Cancelled() : new JobStatus.Lost(why);
  }

  private JobStatus unnamed(JobReference reference, LocalFolder folder) {
    double now = uptime.getAsDouble();
    double since = unnamedSince.computeIfAbsent(reference, r -> now);
    return now - since <= LONGEST_CLAIMING_S
        ? new JobStatus.Running()
        : killed(reference, folder, "its wrapper died before it could write down that it runs");
  }

  private String dead(Claim claim) {
    return claim.boot().equals(boot)
        ? "its wrapper (process "
            + claim.wrapper().pid()
            + ") ended without an exit code; was it killed?"
        : "the machine was restarted while it ran";
  }

  private boolean isRunning(Claim claim) {
    return claim.boot().equals(boot)
        && ProcessTable.entry(claim.wrapper().pid())
            .filter(e -> e.identity().equals(claim.wrapper()))
            .isPresent();
  }

  /** On another machine the job may well run: nothing can be said of it here. */
  private void requireThisMachine(Claim claim, LocalFolder folder) {
    if (!claim.boot().equals(boot) && !claim.host().equals(ProcessTable.host())) {
      throw new RecastAlException(
          RecastAlException.Kind.FAILURE,
          "the job in %s was started on machine '%s': go on there; if it is gone, delete the file 'claim' in this folder"
              .formatted(folder.path(), claim.host()));
    }
  }

  private Optional<Claim> claim(JobReference reference, LocalFolder folder) {
    Claim known = claims.get(reference);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Claim> claim = folder.claim();
    claim.ifPresent(c -> claims.put(reference, c));
    return claim;
  }

  /** The processes of a job, if any can run. */
  private Optional<JobProcesses> processes(JobReference reference, LocalFolder folder) {
    Optional<Claim> claim = claim(reference, folder);
    if (claim.isEmpty()) {
      return Optional.of(JobProcesses.marked(folder.marker()));
    }
    return claim.filter(c -> c.boot().equals(boot)).map(JobProcesses::of);
  }
}

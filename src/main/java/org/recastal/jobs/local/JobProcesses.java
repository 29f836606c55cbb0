package org.recastal.jobs.local;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.recastal.RecastAlException;
import org.recastal.jobs.local.ProcessTable.Entry;
import org.recastal.jobs.local.ProcessTable.Identity;

/**
 * All processes of one job: those of the wrapper's session, those that carry the job's mark in
 * their environment (which finds what has left the session), and all that descend from these.
 */
final class JobProcesses {

  private static final String MARK = "RECAST_AL_JOB_DIR=";
  private static final Duration LONGEST_KILL = Duration.ofSeconds(20);
  private static final long SHORTEST_PAUSE_MS = 2;
  private static final long LONGEST_PAUSE_MS = 50;

  private final String marker;
  private final Optional<Claim> claim;

  /** Found before; a process stays one of the job when its parent is gone. */
  private final Set<Identity> known = new LinkedHashSet<>();

  /** The processes of a claimed job; the claim is of this boot. */
  static JobProcesses of(Claim claim) {
    return new JobProcesses(claim.marker(), Optional.of(claim));
  }

  /** The processes that carry a mark. */
  static JobProcesses marked(String marker) {
    return new JobProcesses(marker, Optional.empty());
  }

  private JobProcesses(String marker, Optional<Claim> claim) {
    this.marker = marker;
    this.claim = claim;
  }

  /** Asks all to end, and kills after the grace what has not; returns when none is left. */
  void end(Duration grace) {
    running().forEach(e -> signal(e, false));
    if (!goneWithin(grace, false)) {
      kill();
    }
  }

  /** Kills all; returns when none is left. */
  void kill() {
    if (!goneWithin(LONGEST_KILL, true)) {
      throw new RecastAlException(
          RecastAlException.Kind.FAILURE,
          "processes %s of the job in %s do not end; end them by hand"
              .formatted(running().stream().map(e -> Long.toString(e.pid())).toList(), marker));
    }
  }

  private boolean goneWithin(Duration time, boolean killing) {
    long end = System.nanoTime() + time.toNanos();
    long pause = SHORTEST_PAUSE_MS;
    for (List<Entry> left = running(); !left.isEmpty() || !isQuiet(); left = running()) {
      if (killing) {
        left.forEach(e -> signal(e, true));
      }
      if (System.nanoTime() > end) {
        return false;
      }
      sleep(pause);
      pause = Math.min(LONGEST_PAUSE_MS, 2 * pause);
    }
    return true;
  }

  /** A second look: the first one misses a process whose environment is just being replaced. */
  private boolean isQuiet() {
    sleep(SHORTEST_PAUSE_MS);
    return running().isEmpty();
  }

  /** The wrapper first, so that it cannot write down how the others ended. */
  private List<Entry> running() {
    List<Entry> all = ProcessTable.all();
    boolean sessionIsOurs = sessionIsOurs(all);
    all.stream()
        .filter(e -> (sessionIsOurs && isInSession(e)) || isMarked(e))
        .forEach(e -> known.add(e.identity()));
    while (known.addAll(descendants(all))) {}
    return all.stream()
        .filter(e -> known.contains(e.identity()))
        .sorted(Comparator.comparing(e -> !isWrapper(e)))
        .toList();
  }

  /** Whether no other process has taken the wrapper's id since. */
  private boolean sessionIsOurs(List<Entry> all) {
    return claim.isPresent()
        && all.stream().noneMatch(e -> e.pid() == claim.get().wrapper().pid() && !isWrapper(e));
  }

  private boolean isWrapper(Entry e) {
    return claim.filter(c -> c.wrapper().equals(e.identity())).isPresent();
  }

  private boolean isInSession(Entry e) {
    return claim.filter(c -> c.wrapper().pid() == e.session()).isPresent();
  }

  private boolean isMarked(Entry e) {
    return ProcessTable.hasEnvironment(e.pid(), MARK + marker);
  }

  private List<Identity> descendants(List<Entry> all) {
    Set<Long> parents =
        all.stream()
            .filter(e -> known.contains(e.identity()))
            .map(Entry::pid)
            .collect(Collectors.toSet());
    return all.stream().filter(e -> parents.contains(e.parent())).map(Entry::identity).toList();
  }

  private static void signal(Entry e, boolean kill) {
    Optional<ProcessHandle> handle =
        ProcessHandle.of(e.pid())
            .filter(
                h ->
                    ProcessTable.entry(e.pid())
                        .filter(now -> now.identity().equals(e.identity()))
                        .isPresent());
    if (kill) {
      handle.ifPresent(ProcessHandle::destroyForcibly);
    } else {
      handle.ifPresent(ProcessHandle::destroy);
    }
  }

  private static void sleep(long ms) {
    try {
      Thread.sleep(ms);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RecastAlException(
          RecastAlException.Kind.FAILURE, "interrupted while ending a job", e);
    }
  }
}

package org.recastal.jobs.local;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.recastal.RecastAlException;
import org.recastal.jobs.local.ProcessTable.Entry;

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
  private final Set<Entry> known = new LinkedHashSet<>();

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
    // Twice in a row: a look may miss a process that was being started.
    for (int quiet = 0; quiet < 2; pause = Math.min(LONGEST_PAUSE_MS, 2 * pause)) {
      List<Entry> left = running();
      quiet = left.isEmpty() ? quiet + 1 : 0;
      if (killing) {
        left.forEach(e -> signal(e, true));
      }
      if (!left.isEmpty()) {
        if (System.nanoTime() > end) {
          return false;
        }
        sleep(pause);
      }
    }
    return true;
  }

  /** The wrapper first, so that it cannot write down how the others ended. */
  private List<Entry> running() {
    List<Entry> all = ProcessTable.all();
    boolean sessionIsOurs = sessionIsOurs(all);
    known.retainAll(all);
    all.stream().filter(e -> (sessionIsOurs && isInSession(e)) || isMarked(e)).forEach(known::add);
    while (known.addAll(all.stream().filter(this::descends).toList())) {}
    return known.stream().sorted(Comparator.comparing(e -> !isWrapper(e))).toList();
  }

  /** Whether no other process has taken the wrapper's id since. */
  private boolean sessionIsOurs(List<Entry> all) {
    return claim.isPresent()
        && all.stream().noneMatch(e -> e.pid() == claim.get().pid() && !isWrapper(e));
  }

  private boolean isWrapper(Entry e) {
    return claim.filter(c -> c.pid() == e.pid() && c.startTicks() == e.startTicks()).isPresent();
  }

  private boolean isInSession(Entry e) {
    return claim.filter(c -> c.pid() == e.session()).isPresent();
  }

  private boolean isMarked(Entry e) {
    return ProcessTable.hasEnvironment(e.pid(), MARK + marker);
  }

  private boolean descends(Entry e) {
    return known.stream().anyMatch(k -> k.pid() == e.parent());
  }

  private static void signal(Entry e, boolean kill) {
    ProcessHandle.of(e.pid())
        .filter(h -> ProcessTable.entry(e.pid()).equals(Optional.of(e)))
        .ifPresent(h -> sendTo(h, kill));
  }

  private static void sendTo(ProcessHandle handle, boolean kill) {
    if (kill) {
      handle.destroyForcibly();
    } else {
      handle.destroy();
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

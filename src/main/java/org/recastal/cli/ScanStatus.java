package org.recastal.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.recastal.RecastAlException;
import org.recastal.study.RoundSummary;
import org.recastal.study.ScanFolder;
import org.recastal.study.StudyState;
import org.recastal.study.journal.Entry;
import org.recastal.study.journal.JournalText;
import org.recastal.study.journal.Replay;
import org.recastal.study.journal.ScanLock;

/**
 * How a scan stands.
 *
 * @param folder of the scan
 * @param state replayed from its journal
 * @param events how many lines the journal has
 * @param lastEvent when the newest was written
 * @param driver who holds the scan at this moment, in words
 */
record ScanStatus(
    ScanFolder folder, StudyState state, int events, Instant lastEvent, Optional<String> driver) {

  static ScanStatus of(ScanFolder folder) {
    List<Entry> entries = JournalText.read(folder.journal()).entries();
    StudyState state = Replay.of(entries);
    if (state.begun().isEmpty()) {
      throw RecastAlException.badInput(
          folder.path() + " holds a scan that has not begun yet; run `recast-al scan` again");
    }
    return new ScanStatus(
        folder,
        state,
        entries.size(),
        entries.get(entries.size() - 1).time(),
        ScanLock.holder(folder.lock()));
  }

  /** {@code stopped}, {@code running}, {@code waiting} (for others) or {@code interrupted}. */
  String word() {
    if (state.isStopped()) {
      return "stopped";
    }
    if (driver.isPresent()) {
      return "running";
    }
    boolean waiting = !state.isAwaiting() && !state.outside().isEmpty();
    return waiting ? "waiting" : "interrupted";
  }

  Optional<RoundSummary> lastSummary() {
    List<RoundSummary> all = state.summaries();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }
}

package org.recastal.study.cheap;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.recastal.acquisition.StrategyMemory;
import org.recastal.limits.Diagnosis;
import org.recastal.limits.Outcome;
import org.recastal.space.Point;
import org.recastal.study.Logbook;
import org.recastal.study.PointState;
import org.recastal.study.Scan;
import org.recastal.study.ScanFolder;
import org.recastal.study.ScanLabels;
import org.recastal.study.ScanListener;
import org.recastal.study.StudyState;
import org.recastal.study.journal.Event;
import org.recastal.study.journal.Journal;
import org.recastal.study.journal.JournalText;
import org.recastal.study.journal.Replay;
import org.recastal.study.journal.ScanLabel;
import org.recastal.study.spec.ScanSpec;
import org.recastal.study.spec.SpecMeaning;

/**
 * The journal of cheap limits each of which is a chain of jobs: that of a scan of its own, which
 * has a start and no rounds. Kept under the lock of the scan.
 *
 * @param spec of that scan
 * @param folder of that scan
 */
record CheapJournal(ScanSpec spec, ScanFolder folder) {

  /** Ready to be written to. */
  record Opened(Journal journal, Logbook logbook) {}

  /** Goes on with the journal, or begins it with these points. */
  Opened open(Scan scan, ScanListener listener, List<Point> points) {
    folder.create();
    Journal.Opened opened = Journal.open(folder.journal(), scan.clock());
    opened
        .setAside()
        .ifPresent(
            file -> listener.notice("the last line of the journal was cut short; kept in " + file));
    Logbook logbook = new Logbook(opened.journal(), Replay.of(opened.text().entries()), listener);
    begin(logbook, scan.program(), points);
    return new Opened(opened.journal(), logbook);
  }

  private void begin(Logbook logbook, String program, List<Point> points) {
    if (logbook.state().begun().isEmpty()) {
      ScanLabel own = ScanLabels.of(spec);
      ScanLabel label =
          new ScanLabel(
              own.name(),
              "cheap limits of " + own.title(),
              own.parameters(),
              own.quantity(),
              own.unit(),
              own.goal(),
              points.size());
      String digest = SpecMeaning.digestOfCheap(spec);
      logbook.append(new Event.ScanStarted(Journal.FORMAT, digest, program, label));
    }
    if (logbook.state().rounds() < 0) {
      List<Event.SuggestedPoint> all =
          points.stream().map(p -> new Event.SuggestedPoint(p, "cheap")).toList();
      logbook.append(new Event.BatchSuggested(0, false, all, StrategyMemory.NONE));
    }
  }

  /** The state at this moment; empty before the first event. */
  Optional<StudyState> read() {
    return Files.isRegularFile(folder.journal())
        ? Optional.of(Replay.of(JournalText.read(folder.journal()).entries()))
        : Optional.empty();
  }

  /** How a point ended. */
  static Outcome outcome(PointState point) {
    return switch (point.status()) {
      case LIMIT -> new Outcome.Answered(point.limit().orElseThrow());
      case INVALID -> new Outcome.Invalid(point.why());
      default ->
          new Outcome.Ill(
              point
                  .diagnosis()
                  .orElseGet(() -> new Diagnosis(Diagnosis.Illness.REPORTED_FAILURE, point.why())));
    };
  }
}

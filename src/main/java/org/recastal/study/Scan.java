package org.recastal.study;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.stream.Collectors;
import org.recastal.RecastAlException;
import org.recastal.study.journal.Event;
import org.recastal.study.journal.Journal;
import org.recastal.study.journal.Replay;
import org.recastal.study.journal.ScanLock;
import org.recastal.study.spec.ScanSpec;
import org.recastal.study.spec.ScanSpecReader;
import org.recastal.study.spec.SpecDifference;
import org.recastal.study.spec.SpecMeaning;

/**
 * Runs a scan, or resumes it, until it stops.
 *
 * @param specFile the spec
 * @param folder where the scan lives
 * @param program name, version and commit of this program, for the journal
 * @param clock tells the time for the journal and the wall-time rule
 */
public record Scan(Path specFile, ScanFolder folder, String program, InstantSource clock) {

  /**
   * Runs until a stop rule fires.
   *
   * @return the state at the end
   * @throws RecastAlException of kind LOCKED when another driver holds the scan; of kind BAD_INPUT
   *     when the spec, or its change since the scan began, is refused
   */
  @SuppressWarnings("try") // the hook works by being there
  public StudyState run(ScanListener listener) {
    ScanSpec spec = ScanSpecReader.read(specFile);
    Evaluation evaluation = Evaluation.of(spec);
    folder.create();
    try (ScanLock lock = ScanLock.take(folder.lock(), clock)) {
      Journal.Opened opened = Journal.open(folder.journal(), clock);
      opened.setAside().ifPresent(file -> listener.notice(tornNotice(file)));
      try (Journal journal = opened.journal();
          KillHook hook = KillHook.of(journal, lock)) {
        Logbook logbook = new Logbook(journal, Replay.of(opened.text().entries()), listener);
        begin(logbook, spec, listener);
        return new ScanLoop(evaluation.spec(), logbook, evaluation.work(listener), clock)
            .run(idle -> {});
      }
    }
  }

  private static String tornNotice(Path file) {
    return "the last line of the journal was cut short; it is kept in "
        + file.getFileName()
        + " and its work is done again";
  }

  private void begin(Logbook loop, ScanSpec spec, ScanListener listener) {
    StudyState state = loop.state();
    String digest = SpecMeaning.digest(spec);
    if (state.begun().isEmpty()) {
      SpecCopy.of(specFile).write(folder);
      loop.append(new Event.ScanStarted(Journal.FORMAT, digest, program, ScanLabels.of(spec)));
      return;
    }
    if (!state.begun().get().digest().equals(digest)) {
      SpecDifference difference = differenceOrRefusal(spec);
      difference.lines().forEach(d -> listener.notice("the spec changed: " + d));
      loop.append(new Event.SpecChanged(digest, ScanLabels.of(spec), difference.lines()));
    }
    // Also when nothing changed: a driver may have died between the event and the copy.
    SpecCopy.of(specFile).write(folder);
  }

  private SpecDifference differenceOrRefusal(ScanSpec spec) {
    ScanSpec before = ScanSpecReader.read(folder.specCopy());
    SpecDifference difference = SpecDifference.between(before, spec);
    if (!difference.keepsOldResults()) {
      throw RecastAlException.badInput(
          specFile
              + " changed since the scan began, and old results would mean something else: "
              + difference.conflicts().stream()
                  .map(SpecDifference.Change::text)
                  .collect(Collectors.joining("; "))
              + "; undo that, or begin a new scan with --dir");
    }
    return difference;
  }
}

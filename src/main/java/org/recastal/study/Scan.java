package org.recastal.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Collectors;
import org.recastal.RecastAlException;
import org.recastal.study.cheap.CheapWork;
import org.recastal.study.journal.Event;
import org.recastal.study.journal.Journal;
import org.recastal.study.spec.ScanSpec;
import org.recastal.study.spec.ScanSpecReader;
import org.recastal.study.spec.SpecDifference;
import org.recastal.study.spec.SpecMeaning;

/**
 * A scan, as it is named on a command line.
 *
 * @param specFile the spec
 * @param folder where the scan lives
 * @param program name, version and commit of this program, for the journal
 * @param clock tells the time for the journal and the wall-time rule
 */
public record Scan(Path specFile, ScanFolder folder, String program, InstantSource clock) {

  /**
   * The scan that a spec, or the folder of a scan, names.
   *
   * @param specOrFolder a spec file, or a folder made by an earlier run
   * @param dir where the scan of a spec lives, when it is not beside the spec
   */
  public static Scan of(
      Path specOrFolder, Optional<Path> dir, String program, InstantSource clock) {
    if (Files.isDirectory(specOrFolder)) {
      ScanFolder folder = ScanFolder.existing(specOrFolder);
      return new Scan(folder.specCopy(), folder, program, clock);
    }
    ScanFolder folder = dir.map(ScanFolder::new).orElse(ScanFolder.besideSpec(specOrFolder));
    return new Scan(specOrFolder, folder, program, clock);
  }

  /**
   * Takes hold of the scan, and begins it if it was not begun before.
   *
   * @throws RecastAlException of kind LOCKED when another driver holds the scan; of kind BAD_INPUT
   *     when the spec, or its change since the scan began, is refused
   */
  public OpenScan open(ScanListener listener) {
    ScanSpec spec = ScanSpecReader.read(specFile);
    Evaluation evaluation = Evaluation.of(spec).prepared();
    folder.create();
    OpenScan open = OpenScan.take(this, evaluation, CheapWork.of(spec, this, listener), listener);
    try {
      begin(open.logbook(), spec, listener);
      return open;
    } catch (RuntimeException e) {
      open.close();
      throw e;
    }
  }

  /**
   * The spec, read without taking hold of the scan; its space has the evaluator's pool, and the
   * cheap limits that are computed are in it once all are there.
   */
  public ScanSpec readSpec() {
    return folder.filled(ScanSpecReader.read(specFile));
  }

  /** The state at this moment; takes no lock and begins nothing. */
  public StudyState readState() {
    return folder.isBegun() ? folder.readState() : StudyState.EMPTY;
  }

  private void begin(Logbook logbook, ScanSpec spec, ScanListener listener) {
    StudyState state = logbook.state();
    String digest = SpecMeaning.digest(spec);
    if (state.begun().isEmpty()) {
      SpecCopy.of(specFile, spec).write(folder);
      logbook.append(new Event.ScanStarted(Journal.FORMAT, digest, program, ScanLabels.of(spec)));
      return;
    }
    if (!state.begun().get().digest().equals(digest)) {
      SpecDifference difference = differenceOrRefusal(spec);
      difference.lines().forEach(d -> listener.notice("the spec changed: " + d));
      logbook.append(new Event.SpecChanged(digest, ScanLabels.of(spec), difference.lines()));
    }
    // Also when nothing changed: a driver may have died between the event and the copy.
    SpecCopy.of(specFile, spec).write(folder);
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

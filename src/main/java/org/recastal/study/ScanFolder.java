package org.recastal.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.recastal.FileTrouble;
import org.recastal.RecastAlException;
import org.recastal.study.cheap.CheapTables;
import org.recastal.study.journal.JournalText;
import org.recastal.study.journal.Replay;
import org.recastal.study.spec.ScanSpec;
import org.recastal.study.spec.ScanSpecReader;

/**
 * The folder of one scan, and the only owner of path names in it. It can be moved and copied;
 * nothing outside it is written.
 *
 * <pre>
 * journal.jsonl   the truth, see docs/journal.md
 * scan.yml        the spec that the journal was made with
 * inputs/         copies of the files that the spec names
 * points/         work folders of points
 * cheap/          cheap limits that were computed, and work folders of what computes them
 * report/         what `recast-al report` draws
 * lock            who drives the scan at this moment
 * </pre>
 *
 * @param path the folder, absolute
 */
public record ScanFolder(Path path) {

  public ScanFolder {
    path = path.toAbsolutePath().normalize();
  }

  /** The default folder of a spec: its name without the ending, beside it. */
  public static ScanFolder besideSpec(Path spec) {
    String name = spec.getFileName().toString();
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name + "-scan";
    return new ScanFolder(spec.toAbsolutePath().resolveSibling(stem));
  }

  /** A folder that holds a scan. */
  public static ScanFolder existing(Path path) {
    ScanFolder folder = new ScanFolder(path);
    if (!Files.isRegularFile(folder.journal())) {
      throw RecastAlException.badInput(
          path
              + " holds no scan (no journal.jsonl in it): give the folder that `recast-al scan` made");
    }
    return folder;
  }

  public Path journal() {
    return path.resolve("journal.jsonl");
  }

  public Path specCopy() {
    return path.resolve("scan.yml");
  }

  public Path inputs() {
    return path.resolve("inputs");
  }

  /** The work folders of points, by point id. */
  public Path points() {
    return path.resolve("points");
  }

  public Path report() {
    return path.resolve("report");
  }

  public Path lock() {
    return path.resolve("lock");
  }

  /** Whether a scan was begun here. */
  public boolean isBegun() {
    return Files.isRegularFile(journal());
  }

  /** The state at this moment; takes no lock, safe while a driver runs. */
  public StudyState readState() {
    return Replay.of(JournalText.read(journal()).entries());
  }

  /** The spec that the journal was made with; its space has the pool of the evaluator's table. */
  public ScanSpec readSpec() {
    return filled(ScanSpecReader.read(specCopy()));
  }

  /** The cheap limits that the scan computes, if it does. */
  public Optional<CheapTables> cheapTables() {
    return CheapTables.of(ScanSpecReader.read(specCopy()), this);
  }

  /** A spec with the pool of its evaluator and the cheap limits that were computed here. */
  ScanSpec filled(ScanSpec spec) {
    ScanSpec pooled = Evaluation.of(spec).spec();
    return CheapTables.of(spec, this).map(tables -> tables.filledIfUseful(pooled)).orElse(pooled);
  }

  /** Makes the folder. */
  public void create() {
    try {
      Files.createDirectories(path);
    } catch (IOException e) {
      throw FileTrouble.in("cannot make the scan folder", path, e);
    }
  }

  /**
   * Writes a file of this folder so that it is either the old or the new one, whole, at any time.
   */
  public void write(Path file, byte[] content) {
    moveIn(file, aside -> Files.write(aside, content));
  }

  /** Copies a file into this folder, with its executable bit; one that is there already stays. */
  public void copy(Path source, Path file) {
    try {
      boolean sameMode = Files.isExecutable(source) == Files.isExecutable(file);
      if (Files.isRegularFile(file) && sameMode && Files.mismatch(source, file) < 0) {
        return;
      }
    } catch (IOException e) {
      throw FileTrouble.in("cannot read", source, e);
    }
    moveIn(
        file,
        aside -> {
          Files.copy(source, aside, StandardCopyOption.REPLACE_EXISTING);
          if (Files.isExecutable(source) && !aside.toFile().setExecutable(true, false)) {
            throw new IOException("it cannot be made executable");
          }
        });
  }

  /** How the content of a file gets aside. */
  private interface Content {
    void writeTo(Path aside) throws IOException;
  }

  private void moveIn(Path file, Content content) {
    if (!file.startsWith(path)) {
      throw new IllegalArgumentException(file + " is outside " + path);
    }
    try {
      Files.createDirectories(file.getParent());
      Path aside = Files.createTempFile(file.getParent(), ".", ".part");
      try {
        content.writeTo(aside);
        Files.move(
            aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(aside);
      }
    } catch (IOException e) {
      throw FileTrouble.in("cannot write", file, e);
    }
  }
}

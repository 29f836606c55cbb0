package org.recastal.jobs;

import java.io.IOException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Set;
import org.recastal.FileTrouble;
import org.recastal.RecastAlException;

/**
 * Puts files into a work folder. Each is written aside and moved in, so that it is there whole or
 * not at all. A file that is there already with this content is left alone: a job may be starting
 * in this folder.
 */
final class Placing {

  private static final CopyOption[] MOVE_IN = {
    StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING
  };

  /** How the content of a file gets aside. */
  private interface Content {
    void writeTo(Path aside) throws IOException;
  }

  private final WorkFolder work;
  private final Path asides;
  private final Set<Path> placed = new HashSet<>();

  private Placing(WorkFolder work, Path asides) {
    this.work = work;
    this.asides = asides;
  }

  /** What is done with a placing. */
  interface Use {
    void with(Placing placing);
  }

  /** Makes the work folder and fills it. */
  static void into(JobFolder folder, Use use) {
    WorkFolder work = new WorkFolder(folder.work());
    work.make();
    Path asides = asidesOf(folder);
    try {
      use.with(new Placing(work, asides));
    } finally {
      deleteAsides(asides);
    }
  }

  private static Path asidesOf(JobFolder folder) {
    try {
      return Files.createTempDirectory(folder.path(), "prepare");
    } catch (IOException e) {
      throw FileTrouble.in("cannot write in", folder.path(), e);
    }
  }

  private static void deleteAsides(Path asides) {
    try (var files = Files.newDirectoryStream(asides)) {
      for (Path file : files) {
        Files.delete(file);
      }
      Files.delete(asides);
    } catch (IOException e) {
      throw FileTrouble.in("cannot delete", asides, e);
    }
  }

  /** Writes a rendered template; it can be run if its source can. */
  void write(String relative, byte[] content, Path source) {
    place(
        relative,
        aside -> {
          Files.write(aside, content);
          keepMode(source, aside);
        });
  }

  /** Copies a file of the spec with its executable bit. */
  void copy(String relative, Path source) {
    requireFile(source);
    place(
        relative,
        aside -> {
          Files.copy(source, aside);
          keepMode(source, aside);
        });
  }

  /** Links an output of an earlier job, or copies it where the file system has no such links. */
  void link(String relative, Path source) {
    requireFile(source);
    place(
        relative,
        aside -> {
          try {
            Files.createLink(aside, source);
          } catch (UnsupportedOperationException | IOException e) {
            Files.copy(source, aside, StandardCopyOption.REPLACE_EXISTING);
          }
        });
  }

  private static void requireFile(Path source) {
    if (Files.isDirectory(source)) {
      throw RecastAlException.badInput(source + " is a folder; name the files in it");
    }
    if (!Files.isRegularFile(source)) {
      throw RecastAlException.badInput("there is no file " + source);
    }
  }

  private static void keepMode(Path source, Path aside) {
    if (Files.isExecutable(source) && !aside.toFile().setExecutable(true, false)) {
      throw new RecastAlException(
          RecastAlException.Kind.FAILURE, "cannot make " + aside + " executable");
    }
  }

  private void place(String relative, Content content) {
    Path target = work.placeFor(relative);
    if (!placed.add(target)) {
      throw RecastAlException.badInput(
          "two files are put at '%s' in the work folder; give one another name"
              .formatted(Printable.text(relative)));
    }
    try {
      Path aside = asides.resolve(Integer.toString(placed.size()));
      content.writeTo(aside);
      if (!isThere(target, aside)) {
        Files.move(aside, target, MOVE_IN);
      }
    } catch (IOException e) {
      throw FileTrouble.in("cannot write", target, e);
    }
  }

  private static boolean isThere(Path target, Path aside) throws IOException {
    return Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)
        && Files.mismatch(target, aside) < 0;
  }
}

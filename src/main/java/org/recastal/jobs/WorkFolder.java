package org.recastal.jobs;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.recastal.FileTrouble;
import org.recastal.RecastAlException;

/**
 * A work folder and the paths in it; none of them leads out of it, neither by its words nor by
 * links that a program has left there.
 */
public record WorkFolder(Path root) {

  /** Why a path is none within a work folder; empty when it is one. */
  public static Optional<String> refusal(String path) {
    if (path.isBlank() || path.indexOf('\0') >= 0) {
      return Optional.of("is empty or holds a NUL");
    }
    if (path.startsWith("/")) {
      return Optional.of("is absolute; a path in the work folder is relative");
    }
    for (String part : path.split("/", -1)) {
      if (part.equals("..") || part.equals(".")) {
        return Optional.of("holds '" + part + "'; a path in the work folder names its folders");
      }
    }
    return inThisLocale(path);
  }

  private static Optional<String> inThisLocale(String path) {
    try {
      return Path.of(path).toString().isEmpty() ? Optional.of("is empty") : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.of("cannot be written in this locale; set LC_ALL=C.UTF-8");
    }
  }

  /** The path of a file in the folder; every folder on the way to it is made. */
  Path placeFor(String relative) {
    refusal(relative)
        .ifPresent(
            why -> {
              throw RecastAlException.badInput("path '" + Printable.text(relative) + "' " + why);
            });
    Path file = root.resolve(relative);
    Path folder = root;
    for (Path part : root.relativize(file.getParent())) {
      folder = folder.resolve(part);
      makeFolder(folder);
    }
    return file;
  }

  /** Makes the folder itself, and those above it. */
  void make() {
    try {
      Files.createDirectories(root.getParent());
    } catch (IOException e) {
      throw FileTrouble.in("cannot make folder", root.getParent(), e);
    }
    makeFolder(root);
  }

  private static void makeFolder(Path folder) {
    if (folder.toString().isEmpty() || Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try {
      Files.createDirectory(folder);
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        throw new RecastAlException(
            RecastAlException.Kind.FAILURE,
            folder + " is a link or a file, and a folder is needed there; nothing was written",
            e);
      }
    } catch (IOException e) {
      throw FileTrouble.in("cannot make folder", folder, e);
    }
  }
}

package org.recastal.study.spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What relative paths of a spec are taken from. */
record SpecFolder(Path path) {

  /** The existing file that a key names; tells a mistake when there is none. */
  Optional<Path> file(Block block, String key) {
    return block
        .mapping()
        .get(key)
        .flatMap(node -> file(node, KeyPath.of(block.path(), key), block.mistakes()));
  }

  /** The existing file that a value names; tells a mistake when there is none. */
  Optional<Path> file(SpecNode node, String keyPath, Mistakes mistakes) {
    return Block.textOf(node)
        .filter(n -> !n.isEmpty())
        .flatMap(n -> existing(n, node, keyPath, mistakes));
  }

  /** The file of this very folder that a word names, if it names one. */
  Optional<Path> beside(String word) {
    try {
      Path given = Path.of(word);
      Path file = path.resolve(given).normalize();
      boolean inside = !given.isAbsolute() && path.equals(file.getParent());
      return inside && Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private Optional<Path> existing(String name, SpecNode node, String keyPath, Mistakes mistakes) {
    try {
      Path file = path.resolve(name).toAbsolutePath().normalize();
      if (Files.isRegularFile(file) && Files.isReadable(file)) {
        return Optional.of(file);
      }
      String state = Files.exists(file) ? "no readable file" : "no such file";
      mistakes.add(node.place(), keyPath, state + ": " + file + hint(file));
    } catch (InvalidPathException e) {
      mistakes.add(node.place(), keyPath, "expected the path of a file, found \"" + name + "\"");
    }
    return Optional.empty();
  }

  private static String hint(Path missing) {
    Path folder = missing.getParent();
    if (folder == null || missing.getFileName() == null || !Files.isDirectory(folder)) {
      return "";
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names =
          files.filter(Files::isRegularFile).map(f -> f.getFileName().toString()).sorted().toList();
      return Spelling.hint(missing.getFileName().toString(), names);
    } catch (IOException e) {
      return " (its folder cannot be read)";
    }
  }
}

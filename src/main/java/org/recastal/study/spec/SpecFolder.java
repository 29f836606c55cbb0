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
    Optional<String> name = block.text(key).filter(n -> !n.isEmpty());
    return name.flatMap(n -> existing(block, key, n));
  }

  private Optional<Path> existing(Block block, String key, String name) {
    try {
      Path file = path.resolve(name).toAbsolutePath().normalize();
      if (Files.isRegularFile(file) && Files.isReadable(file)) {
        return Optional.of(file);
      }
      String state = Files.exists(file) ? "no readable file" : "no such file";
      block.mistake(key, state + ": " + file + hint(file));
    } catch (InvalidPathException e) {
      block.mistake(key, "expected the path of a file, found \"" + name + "\"");
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

package org.recastal.acquisition.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A file of results to which rows are added that are not there yet. */
record ResultRows(Path file) {

  /** Whether a row begins with these columns. */
  boolean hold(String head) throws IOException {
    return Files.exists(file)
        && Files.readAllLines(file).stream().anyMatch(s -> s.startsWith(head + ","));
  }

  void add(String head, List<String> rows) throws IOException {
    List<String> lines = rows.stream().map(r -> head + "," + r).toList();
    Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}

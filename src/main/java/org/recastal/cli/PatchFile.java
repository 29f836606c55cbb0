package org.recastal.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.recastal.FileTrouble;
import org.recastal.RecastAlException;

/**
 * A table that grows by a line per finished signal. The first line, a comment, says what its rows
 * depend on; a file with another one is refused. Each row is on the disk before the next is
 * written: whatever kills the run leaves at most one torn line, which the next run drops. When all
 * rows are there, the file is replaced by one in the order of the patch set.
 */
final class PatchFile implements AutoCloseable {

  private final Path file;
  private final PatchTable table;
  private final String identity;
  private final FileChannel channel;
  private final Map<String, PatchRow> known = new LinkedHashMap<>();

  private PatchFile(Path file, PatchTable table, String identity, FileChannel channel) {
    this.file = file;
    this.table = table;
    this.identity = "# " + identity + "\n";
    this.channel = channel;
  }

  /** Opens a file, or makes it, and reads what it holds. */
  static PatchFile open(Path file, PatchTable table, String identity) {
    try {
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      PatchFile opened = new PatchFile(file, table, identity, channel);
      try {
        opened.lock();
        opened.resume();
      } catch (RecastAlException | IOException e) {
        channel.close();
        throw e;
      }
      return opened;
    } catch (IOException e) {
      throw FileTrouble.in("cannot write", file, e);
    }
  }

  private void lock() throws IOException {
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      throw locked();
    }
    if (lock == null) {
      throw locked();
    }
  }

  private RecastAlException locked() {
    return new RecastAlException(
        RecastAlException.Kind.LOCKED, file + ": another run writes it; wait for its end");
  }

  /** The rows that are there already, by name. */
  Map<String, PatchRow> known() {
    return Map.copyOf(known);
  }

  private void resume() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--; // a torn line
    }
    String text = new String(bytes, 0, end, StandardCharsets.UTF_8);
    String head = identity + table.header();
    if (text.startsWith(head)) {
      channel.truncate(end);
      channel.position(end);
      read(text.substring(head.length()));
    } else if (head.startsWith(text)
        && bytes.length <= head.getBytes(StandardCharsets.UTF_8).length) {
      channel.truncate(0); // not even begun
      append(head);
    } else {
      throw another(text);
    }
  }

  private RecastAlException another(String text) {
    String first = text.lines().findFirst().orElse("");
    String theirs = first.startsWith("# ") ? first.substring(2) : "no table of recast-al limit";
    return RecastAlException.badInput(
        file
            + ": holds other rows than these, name another file or delete it (there: "
            + difference(theirs, identity.strip().substring(2))
            + ")");
  }

  /** The parts of a line that are not in another. */
  private static String difference(String theirs, String ours) {
    List<String> parts = new ArrayList<>(List.of(theirs.split(", ", -1)));
    parts.removeAll(List.of(ours.split(", ", -1)));
    return parts.isEmpty() ? "other columns" : String.join(", ", parts);
  }

  private void read(String rows) throws IOException {
    try (CSVParser parser = CSVParser.parse(rows, CSVFormat.DEFAULT)) {
      for (CSVRecord record : parser) {
        // The comment and the header stand above.
        String place = file + ":" + (parser.getCurrentLineNumber() + 2);
        PatchRow row = table.row(record.toList(), place);
        known.put(row.name(), row);
      }
    }
  }

  /** Adds a row, for good. */
  void append(PatchRow row) {
    try {
      append(table.line(row));
    } catch (IOException e) {
      throw FileTrouble.in("cannot write", file, e);
    }
  }

  private void append(String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(false);
  }

  /** Puts all rows in their order. */
  void finish(List<PatchRow> rows) {
    Path aside = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.writeString(aside, identity + table.csv(rows));
      Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw FileTrouble.in("cannot write", file, e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw FileTrouble.in("cannot close", file, e);
    }
  }
}

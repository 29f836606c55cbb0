package org.recastal.study.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Optional;
import org.recastal.FileTrouble;
import org.recastal.RecastAlException;

/**
 * The append-only file that is the truth of a scan: one event per line, each written with one call
 * and forced to the disk before anything follows from it. Only the holder of the scan's lock opens
 * a journal; readers use {@link JournalText#read}.
 */
public final class Journal implements AutoCloseable {

  /** The version of the format that this program writes. */
  public static final int FORMAT = 1;

  private final Path file;
  private final FileChannel channel;
  private final InstantSource clock;
  private long next;
  private long length;

  private Journal(Path file, FileChannel channel, InstantSource clock, JournalText text) {
    this.file = file;
    this.channel = channel;
    this.clock = clock;
    this.next = text.entries().size() + 1L;
    this.length = text.goodBytes();
  }

  /** An open journal and what was found in it. */
  public record Opened(Journal journal, JournalText text, Optional<Path> setAside) {}

  /**
   * Opens for appending, making the file when there is none. A last line that a crash cut short is
   * moved to a file of its own beside the journal; nothing followed from it.
   *
   * @throws RecastAlException when any other line is damaged
   */
  public static Opened open(Path file, InstantSource clock) {
    JournalText text = JournalText.read(file);
    try {
      Optional<Path> aside =
          text.torn().isPresent() ? Optional.of(setAside(file, text)) : Optional.empty();
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
      return new Opened(new Journal(file, channel, clock, text), text, aside);
    } catch (IOException e) {
      throw FileTrouble.in("cannot open the journal", file, e);
    }
  }

  private static Path setAside(Path file, JournalText text) throws IOException {
    Path aside = freeName(file, text.entries().size() + 1);
    try (FileChannel journal =
            FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileChannel out =
            FileChannel.open(aside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      journal.transferTo(text.goodBytes(), journal.size() - text.goodBytes(), out);
      out.force(true);
      journal.truncate(text.goodBytes());
      journal.force(true);
    }
    return aside;
  }

  private static Path freeName(Path file, int line) {
    String base = file.getFileName().toString().replaceFirst("\\.jsonl$", "") + ".torn-" + line;
    Path name = file.resolveSibling(base);
    for (int i = 2; Files.exists(name); i++) {
      name = file.resolveSibling(base + "-" + i);
    }
    return name;
  }

  /** Writes one event; when it returns, the event is on the disk. */
  public synchronized Entry append(Event event) {
    if (!channel.isOpen()) {
      throw new RecastAlException(
          RecastAlException.Kind.FAILURE, "the scan was let go; run again to resume it");
    }
    Entry entry = new Entry(next, clock.instant(), event);
    byte[] line = LineFormat.write(entry);
    try {
      if (channel.size() != length) {
        throw new RecastAlException(
            RecastAlException.Kind.FAILURE,
            "another program wrote to " + file + " while this one held the scan; stop it first");
      }
      ByteBuffer buffer = ByteBuffer.wrap(line);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(false);
    } catch (IOException e) {
      throw FileTrouble.in(
          "nothing is lost, run again when this is mended: cannot write to", file, e);
    }
    next++;
    length += line.length;
    return entry;
  }

  @Override
  public synchronized void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw FileTrouble.in("cannot close the journal", file, e);
    }
  }
}

package org.recastal.study.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.recastal.FileTrouble;
import org.recastal.RecastAlException;

/**
 * A journal as found on disk. Reading takes no lock and writes nothing, so it is safe at any time,
 * also while a driver writes.
 *
 * @param entries the whole and sound lines, in order
 * @param goodBytes length of those lines
 * @param torn what is wrong with the last line, when it was cut short or garbled by a crash
 */
public record JournalText(List<Entry> entries, long goodBytes, Optional<String> torn) {

  public JournalText {
    entries = List.copyOf(entries);
  }

  public List<Event> events() {
    return entries.stream().map(Entry::event).toList();
  }

  /** Reads a journal; one that is not there is empty. */
  public static JournalText read(Path file) {
    try {
      return parse(file, Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return parse(file, new byte[0]);
    } catch (IOException e) {
      throw FileTrouble.in("cannot read the journal", file, e);
    }
  }

  private static JournalText parse(Path file, byte[] bytes) {
    List<Entry> entries = new ArrayList<>();
    int start = 0;
    while (start < bytes.length) {
      int end = endOfLine(bytes, start);
      if (end == bytes.length) {
        return new JournalText(entries, start, Optional.of("it has no end of line"));
      }
      try {
        entries.add(LineFormat.read(Arrays.copyOfRange(bytes, start, end), entries.size() + 1L));
      } catch (DamagedLineException e) {
        if (end + 1 == bytes.length) {
          return new JournalText(entries, start, Optional.of(e.getMessage()));
        }
        throw damaged(file, entries.size() + 1, e);
      }
      start = end + 1;
    }
    return new JournalText(entries, start, Optional.empty());
  }

  private static int endOfLine(byte[] bytes, int start) {
    int end = start;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    return end;
  }

  private static RecastAlException damaged(Path file, int line, DamagedLineException e) {
    return new RecastAlException(
        RecastAlException.Kind.FAILURE,
        file
            + " line "
            + line
            + " is damaged: "
            + e.getMessage()
            + "; restore the file from a copy, or keep only its first "
            + (line - 1)
            + " lines and lose what came after",
        e);
  }
}

package org.recastal.jobs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The last words of a program. */
final class LastLine {

  /** Only so much of the end of a file is looked at. */
  private static final int MOST_BYTES = 8192;

  private LastLine() {}

  /** The last line of a file that is not blank, printable; empty when there is none to be read. */
  static Optional<String> of(Path file) {
    String[] lines = tail(file).split("[\\r\\n]+", -1);
    for (int i = lines.length - 1; i >= 0; i--) {
      String line = Printable.text(lines[i]);
      if (!line.isEmpty()) {
        return Optional.of(line);
      }
    }
    return Optional.empty();
  }

  /** A file that is gone or cannot be read says nothing; the exit code has been told already. */
  private static String tail(Path file) {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      channel.position(Math.max(0, channel.size() - MOST_BYTES));
      ByteBuffer end = ByteBuffer.allocate(MOST_BYTES);
      while (end.hasRemaining() && channel.read(end) > 0) {}
      return new String(end.array(), 0, end.position(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}

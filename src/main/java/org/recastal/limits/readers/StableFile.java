package org.recastal.limits.readers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.recastal.limits.Diagnosis.Illness;

/**
 * Reads a file whole, and only when nobody writes it meanwhile: its size and time of change must be
 * the same before and after.
 */
final class StableFile {

  /** No limit file is larger, and a memory is easily filled. */
  static final int LARGEST = 64 << 20;

  private static final int ATTEMPTS = 4;

  private final Waiting waiting;
  private final Bytes source;

  /** How a file's bytes are fetched. */
  @FunctionalInterface
  interface Bytes {
    byte[] of(Path file) throws IOException;
  }

  StableFile(Waiting waiting) {
    this(waiting, StableFile::head);
  }

  StableFile(Waiting waiting, Bytes source) {
    this.waiting = waiting;
    this.source = source;
  }

  TextFile read(Path file) {
    String name = Quoted.of(String.valueOf(Optional.ofNullable(file.getFileName()).orElse(file)));
    try {
      return new TextFile(name, text(name, bytes(file, name)));
    } catch (NoSuchFileException e) {
      throw IllFileException.missing(
          name + ": no such file; look at the log of the program that should have written it");
    } catch (IOException e) {
      throw new IllFileException(
          Illness.MISSING, name + ": cannot be read; check its permissions and its disk");
    }
  }

  private byte[] bytes(Path file, String name) throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (attempt > 0) {
        pause(name, attempt - 1);
      }
      BasicFileAttributes before = attributes(file, name);
      byte[] bytes = source.of(file);
      if (isSame(before, attributes(file, name), bytes.length)) {
        return bytes;
      }
    }
    throw growing(name);
  }

  private static BasicFileAttributes attributes(Path file, String name) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    if (!attributes.isRegularFile()) {
      throw IllFileException.missing(name + ": not a file; name the file that holds the limit");
    }
    if (attributes.size() > LARGEST) {
      throw IllFileException.malformed(
          name + ": " + (attributes.size() >> 20) + " MB are no limit file; is it the right one?");
    }
    return attributes;
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(LARGEST + 1);
    }
  }

  private static boolean isSame(BasicFileAttributes before, BasicFileAttributes after, int read) {
    return before.size() == read
        && after.size() == read
        && before.lastModifiedTime().equals(after.lastModifiedTime());
  }

  private void pause(String name, int attempt) {
    try {
      waiting.pause(attempt);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw growing(name);
    }
  }

  private static IllFileException growing(String name) {
    return new IllFileException(
        Illness.STILL_GROWING,
        name + ": changes while it is read; read it again when its program has ended");
  }

  private static String text(String name, byte[] bytes) {
    if (bytes.length == 0) {
      throw IllFileException.missing(
          name + ": empty; its program ended before it wrote, or its disk was full");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw IllFileException.malformed(
          name + ": not UTF-8 text; damaged, compressed, or in another encoding: convert it");
    }
  }
}

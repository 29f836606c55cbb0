package org.recastal.study.spec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.recastal.RecastAlException;

/** What a file that a spec names means: its name and its contents, wherever it lies. */
final class FileMeaning {

  static final int SHORT_DIGEST = 12;

  private FileMeaning() {}

  /** {@code map.csv (contents 0123456789ab)}. */
  static String of(Path file) {
    String name = Optional.ofNullable(file.getFileName()).map(Path::toString).orElse("");
    return name + " (contents " + digest(file).substring(0, SHORT_DIGEST) + ")";
  }

  /** SHA-256 of the contents, in hexadecimal. */
  static String digest(Path file) {
    MessageDigest digest = sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new RecastAlException(
          RecastAlException.Kind.BAD_INPUT, file + " cannot be read, and the spec names it", e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

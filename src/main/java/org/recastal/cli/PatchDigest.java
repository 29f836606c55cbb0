package org.recastal.cli;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.recastal.likelihood.Patch;
import org.recastal.likelihood.PatchSet;

/** The identity of a patch set: names, values and operations. */
final class PatchDigest {

  private PatchDigest() {}

  /** SHA-256, lower-case hexadecimal. */
  static String of(PatchSet signals) {
    MessageDigest digest = sha256();
    add(digest, signals.labels().toString());
    for (Patch patch : signals.patches()) {
      add(digest, patch.name());
      add(digest, patch.values().toString());
      add(digest, patch.operations().toString());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

package org.recastal.study.request;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The names in an archive. Two names that some file system takes for one are refused, and so is a
 * file that is also a folder of others: a later entry never writes over or through an earlier one.
 */
final class ArchiveNames {

  /** Whether a folder is at this name, in the spelling that all file systems agree on. */
  private final Map<String, Boolean> isFolder = new HashMap<>();

  /** The name without superfluous slashes, or nothing when it must not be unpacked. */
  Optional<String> accept(String name, boolean folder) {
    String bare = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    if (!isInside(bare)) {
      return Optional.empty();
    }
    for (int slash = bare.indexOf('/'); slash >= 0; slash = bare.indexOf('/', slash + 1)) {
      if (!isFolder.computeIfAbsent(same(bare.substring(0, slash)), k -> true)) {
        return Optional.empty();
      }
    }
    Boolean before = isFolder.put(same(bare), folder);
    boolean sound = before == null || (before && folder);
    return sound ? Optional.of(bare) : Optional.empty();
  }

  private static boolean isInside(String name) {
    if (name.isEmpty() || name.indexOf('\\') >= 0 || name.indexOf('\0') >= 0) {
      return false;
    }
    if (name.startsWith("/") || name.matches("[A-Za-z]:.*")) {
      return false;
    }
    for (String part : name.split("/", -1)) {
      if (part.isEmpty() || part.equals(".") || part.equals("..")) {
        return false;
      }
    }
    return true;
  }

  private static String same(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}

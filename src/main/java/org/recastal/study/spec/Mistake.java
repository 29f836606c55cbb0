package org.recastal.study.spec;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One mistake in a spec.
 *
 * @param file the spec's file, as given
 * @param line counted from 1
 * @param column counted from 1
 * @param keyPath like {@code parameters.mZd.scale}; empty for the whole file
 * @param message what was expected, what was found, and the nearest right spelling
 */
public record Mistake(String file, int line, int column, String keyPath, String message) {

  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029\\uFEFF]");

  /** What the spec holds is repeated in messages; it must neither break lines nor hide in them. */
  public Mistake {
    keyPath = visible(keyPath);
    message = visible(message);
  }

  private static String visible(String text) {
    return CONTROL
        .matcher(text)
        .replaceAll(
            m ->
                Matcher.quoteReplacement(
                    switch (m.group().charAt(0)) {
                      case '\n' -> "\\n";
                      case '\r' -> "\\r";
                      case '\t' -> "\\t";
                      default -> "\\u%04X".formatted((int) m.group().charAt(0));
                    }));
  }

  /** {@code scan.yml:7:14: parameters.mZd.scale: expected linear or log, found "logg"}. */
  public String text() {
    String place = file + ":" + line + ":" + column + ": ";
    return keyPath.isEmpty() ? place + message : place + keyPath + ": " + message;
  }
}

package org.recastal.limits.readers;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers within text for people. */
final class NumberText {

  // Not within a word, so that the 64 of np.float64(…) is no number.
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\w.])[+-]?(?:(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?|(?i:nan|inf(?:inity)?))(?!\\w)");

  private NumberText() {}

  /** All numbers in their order; NaN for those that are not finite. */
  static List<Double> all(String text) {
    List<Double> found = new ArrayList<>();
    Matcher m = NUMBER.matcher(text);
    while (m.find()) {
      found.add(CellNumber.parse(m.group()).orElse(Double.NaN));
    }
    return found;
  }

  /** The only or last number; refused when there is none. */
  static double last(String text, String where) {
    List<Double> found = all(text);
    if (found.isEmpty()) {
      throw IllFileException.malformed(
          where
              + ": expected a number, found \""
              + Quoted.of(text)
              + "\"; was the file cut short?");
    }
    return found.get(found.size() - 1);
  }
}

package org.recastal.limits.readers;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.recastal.limits.Bound;

/** The numbers that tables are written with. */
final class CellNumber {

  // Double.parseDouble would also take "1d", "0x1p3" and surrounding blanks.
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  private static final Pattern BEYOND = Pattern.compile("(>=?|≥|<=?|≤)\\s*(\\S+)");

  private static final Set<String> NOT_FINITE =
      Set.of("nan", "inf", "+inf", "-inf", "infinity", "-infinity", ".nan", ".inf", "-.inf");

  private static final Set<String> ABSENT = Set.of("", "-", "--", "null", "none", "n/a", "na");

  private CellNumber() {}

  /** The number, NaN for any spelling of not-a-number or infinity, empty for other text. */
  static Optional<Double> parse(String text) {
    if (DECIMAL.matcher(text).matches()) {
      return Optional.of(Double.parseDouble(text));
    }
    return NOT_FINITE.contains(text.toLowerCase(Locale.ROOT))
        ? Optional.of(Double.NaN)
        : Optional.empty();
  }

  /** The bound that a text such as {@code > 30} or {@code <=0.01} states, empty for other text. */
  static Optional<Bound> bound(String text) {
    Matcher m = BEYOND.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    boolean above = m.group(1).startsWith(">") || m.group(1).equals("≥");
    return parse(m.group(2)).map(above ? Bound::above : Bound::below);
  }

  /** Whether the text says that there is no value. */
  static boolean isAbsent(String text) {
    return ABSENT.contains(text.toLowerCase(Locale.ROOT));
  }
}

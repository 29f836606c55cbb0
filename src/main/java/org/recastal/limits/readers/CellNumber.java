package org.recastal.limits.readers;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The numbers that tables are written with. */
final class CellNumber {

  // Double.parseDouble would also take "1d", "0x1p3" and surrounding blanks.
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

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

  /** Whether the text says that there is no value. */
  static boolean isAbsent(String text) {
    return ABSENT.contains(text.toLowerCase(Locale.ROOT));
  }
}

package org.recastal.jobs.template;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The shortest decimal that reads back as the same number, in a form that C, Fortran, Python and
 * people read: {@code 900}, {@code 0.025}, {@code 1e-4}, {@code 2.5e+20}.
 */
public final class PlainNumber {

  /** Every double is told apart by this many digits. */
  private static final int MOST_DIGITS = 17;

  private static final int SMALLEST_PLAIN_EXPONENT = -3;
  private static final int LARGEST_PLAIN_EXPONENT = 15;

  private PlainNumber() {}

  /**
   * The text of a number.
   *
   * @throws NumberFormatException when it is not finite
   */
  public static String text(double value) {
    if (value == 0) {
      return "0";
    }
    BigDecimal shortest = shortest(value);
    int exponent = shortest.precision() - shortest.scale() - 1;
    boolean plain = exponent >= SMALLEST_PLAIN_EXPONENT && exponent <= LARGEST_PLAIN_EXPONENT;
    return plain ? shortest.toPlainString() : scientific(shortest, exponent);
  }

  /** Java 17's own Double.toString is not always the shortest (JDK-4511638). */
  private static BigDecimal shortest(double value) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; digits < MOST_DIGITS; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (rounded.doubleValue() == value) {
        return rounded;
      }
    }
    return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN)).stripTrailingZeros();
  }

  private static String scientific(BigDecimal number, int exponent) {
    String digits = number.unscaledValue().abs().toString();
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    String sign = number.signum() < 0 ? "-" : "";
    return sign + mantissa + "e" + (exponent > 0 ? "+" : "") + exponent;
  }
}

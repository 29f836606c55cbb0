package org.recastal.likelihood;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;

/**
 * The text that Python's {@code repr} gives a float: the fewest digits that read back to the same
 * number, with an exponent below 1e-4 and from 1e16 on.
 */
final class PythonNumber {

  private static final int FIRST_WITH_EXPONENT = 16;
  private static final int LAST_WITH_EXPONENT = -5;

  private PythonNumber() {}

  static String repr(double value) {
    String sign = Double.doubleToRawLongBits(value) < 0 ? "-" : "";
    double size = Math.abs(value);
    if (size == 0) {
      return sign + "0.0";
    }
    BigDecimal shortest = shortest(size);
    String digits = shortest.unscaledValue().toString();
    int exponent = digits.length() - 1 - shortest.scale();
    return sign + layOut(digits, exponent);
  }

  /** The same without {@code .0} at the end. */
  static String plain(double value) {
    String text = repr(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  /** The shortest decimal that reads back; Java's own never has fewer than two digits. */
  private static BigDecimal shortest(double size) {
    BigDecimal decimal = new BigDecimal(NumberOutput.toString(size, true)).stripTrailingZeros();
    if (decimal.precision() != 2) {
      return decimal;
    }
    BigDecimal exact = new BigDecimal(size);
    BigDecimal unit = BigDecimal.ONE.movePointRight(1 - decimal.scale());
    BigDecimal below = decimal.divideToIntegralValue(unit).multiply(unit);
    BigDecimal above = below.add(unit);
    boolean belowFits = below.doubleValue() == size;
    boolean aboveFits = above.doubleValue() == size;
    if (belowFits && aboveFits) {
      aboveFits = above.subtract(exact).compareTo(exact.subtract(below)) < 0;
    }
    return aboveFits
        ? above.stripTrailingZeros()
        : belowFits ? below.stripTrailingZeros() : decimal;
  }

  private static String layOut(String digits, int exponent) {
    if (exponent >= FIRST_WITH_EXPONENT || exponent <= LAST_WITH_EXPONENT) {
      String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
      String power = (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
      return digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + power;
    }
    if (exponent < 0) {
      return "0." + "0".repeat(-exponent - 1) + digits;
    }
    int whole = exponent + 1;
    if (digits.length() <= whole) {
      return digits + "0".repeat(whole - digits.length()) + ".0";
    }
    return digits.substring(0, whole) + "." + digits.substring(whole);
  }
}

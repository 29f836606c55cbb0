package org.recastal.report.plot;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as people read them: few digits, no thousands separators. */
public final class NumberText {
  private NumberText() {}

  /** With {@code digits} significant digits, as {@code 0.34}, {@code 1200} or {@code 3.2e-7}. */
  public static String plain(double value, int digits) {
    if (value == 0 || !Double.isFinite(value)) {
      return value == 0 ? "0" : String.valueOf(value);
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent < -4 || exponent > 6) {
      return rounded.scaleByPowerOfTen(-exponent).stripTrailingZeros().toPlainString()
          + "e"
          + exponent;
    }
    return rounded.toPlainString();
  }

  /** The same for a label: a real minus sign, powers of ten as {@code 3.2×10^{−7}}. */
  public static String label(double value, int digits) {
    String plain = plain(value, digits).replace('-', '\u2212');
    int e = plain.indexOf('e');
    if (e < 0) {
      return plain;
    }
    String mantissa = plain.substring(0, e);
    String power = "10^{" + plain.substring(e + 1) + "}";
    return mantissa.equals("1") ? power : mantissa + "×" + power;
  }
}

package org.recastal.space;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** A length along an axis, from the unit cube into what people measure. */
public final class AxisLength {

  private AxisLength() {}

  /** In the parameter's unit; of a log axis the factor. */
  public static double value(Parameter axis, double length) {
    return axis.scale() == Scale.LOG
        ? Math.pow(axis.max() / axis.min(), length)
        : length * (axis.max() - axis.min());
  }

  /** Such as {@code ± 6 GeV}, or {@code a factor 1.2}. */
  public static String text(Parameter axis, double length) {
    if (Double.isNaN(length)) {
      return "unknown";
    } else if (axis.scale() == Scale.LOG) {
      return String.format(Locale.ROOT, "a factor %.3g", value(axis, length));
    }
    return ("± " + number(value(axis, length)) + " " + axis.unit()).strip();
  }

  /** Two digits, without an exponent where that is readable. */
  private static String number(double value) {
    if (value >= 100 && value < 1e6) {
      return String.format(Locale.ROOT, "%.0f", value);
    }
    return value == 0 ? "0" : new BigDecimal(value).round(new MathContext(2)).toPlainString();
  }
}

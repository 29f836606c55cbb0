package org.recastal.limits.readers;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers in sentences. */
final class Words {

  private Words() {}

  /** Six significant digits, 1000 rather than 1E+3 and 500000 rather than 500000.0. */
  static String of(double value) {
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros();
    boolean plain = (Math.abs(value) >= 1e-4 && Math.abs(value) < 1e15) || value == 0;
    return plain ? rounded.toPlainString() : rounded.toString();
  }
}

package org.recastal.study.spec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * What an unquoted YAML scalar means, by the core schema of YAML 1.2.2 (§10.3.2): {@code 1e-4} is a
 * number; {@code no}, {@code off}, {@code 12:30:00} and {@code 1_000} are text; {@code 012} is
 * twelve.
 */
enum ScalarType {
  TEXT,
  NUMBER,
  BOOLEAN,
  NOTHING,
  /** Infinity, not-a-number, or a number beyond the range of a double. */
  NOT_FINITE;

  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]{1,4})?");
  private static final Pattern OCTAL = Pattern.compile("0o[0-7]+");
  private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]+");
  private static final Pattern TRUTH = Pattern.compile("true|True|TRUE|false|False|FALSE");
  private static final Pattern EMPTY = Pattern.compile("|~|null|Null|NULL");
  private static final Pattern STRANGE =
      Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)|[-+]?([iI]nf(inity)?|[nN]a[nN])");

  static ScalarType of(String plainText) {
    if (DECIMAL.matcher(plainText).matches()
        || OCTAL.matcher(plainText).matches()
        || HEXADECIMAL.matcher(plainText).matches()) {
      return fitsDouble(numberOf(plainText)) ? NUMBER : NOT_FINITE;
    }
    if (TRUTH.matcher(plainText).matches()) {
      return BOOLEAN;
    }
    if (EMPTY.matcher(plainText).matches()) {
      return NOTHING;
    }
    return STRANGE.matcher(plainText).matches() ? NOT_FINITE : TEXT;
  }

  private static boolean fitsDouble(BigDecimal number) {
    double value = number.doubleValue();
    return Double.isFinite(value) && (value != 0 || number.signum() == 0);
  }

  static BigDecimal numberOf(String plainText) {
    if (plainText.startsWith("0o")) {
      return new BigDecimal(new BigInteger(plainText.substring(2), 8));
    }
    if (plainText.startsWith("0x")) {
      return new BigDecimal(new BigInteger(plainText.substring(2), 16));
    }
    return new BigDecimal(plainText);
  }
}

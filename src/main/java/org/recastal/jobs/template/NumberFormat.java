package org.recastal.jobs.template;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number format of C's printf: {@code d e E f g G} with flags, width and precision. It prints
 * what C prints: from the exact binary value, ties to even, in no locale. Java's own Formatter
 * rounds the decimal text, ties up, and knows another {@code %g}.
 *
 * @param conversion one of {@code d e E f g G}
 * @param precision digits after the point, or of all for {@code g}; 0 for {@code d}
 */
public record NumberFormat(String text, String flags, int width, int precision, char conversion) {

  private static final Pattern FORM =
      Pattern.compile("%([-+ 0#]*)(\\d{0,2})(?:(\\.)(\\d{0,2}))?([deEfgG])");
  private static final int DEFAULT_PRECISION = 6;
  private static final int SMALLEST_FIXED_EXPONENT = -4;

  /** What people are told of the form. */
  public static final String EXPECTED =
      "% with flags, width, .precision and one of d e E f g G, such as %.3f";

  /** Reads a format; empty when it is none of these. */
  public static Optional<NumberFormat> parse(String text) {
    Matcher m = FORM.matcher(text);
    if (!m.matches() || (m.group(5).equals("d") && (m.group(3) != null || has(m.group(1), '#')))) {
      return Optional.empty();
    }
    int precision = m.group(3) == null ? DEFAULT_PRECISION : number(m.group(4));
    char conversion = m.group(5).charAt(0);
    return Optional.of(
        new NumberFormat(
            text, m.group(1), number(m.group(2)), conversion == 'd' ? 0 : precision, conversion));
  }

  private static int number(String digits) {
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }

  /** Whether the format prints this number: {@code d} prints whole ones only. */
  public boolean prints(BigDecimal number) {
    return conversion != 'd' || number.stripTrailingZeros().scale() <= 0;
  }

  /** The number as C prints it. */
  public String of(BigDecimal number) {
    BigDecimal size = number.abs();
    String digits =
        switch (Character.toLowerCase(conversion)) {
          case 'd' -> size.toBigInteger().toString();
          case 'f' -> fixed(size, precision);
          case 'e' -> scientific(size, precision);
          default -> general(size);
        };
    return padded(sign(number), conversion <= 'Z' ? digits.toUpperCase(Locale.ROOT) : digits);
  }

  private String fixed(BigDecimal size, int decimals) {
    String digits = size.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    return decimals == 0 && has(flags, '#') ? digits + "." : digits;
  }

  private String scientific(BigDecimal size, int decimals) {
    String digits = rounded(size, decimals + 1).unscaledValue().toString();
    String all = digits + "0".repeat(Math.max(0, decimals + 1 - digits.length()));
    String point = decimals > 0 || has(flags, '#') ? "." : "";
    int exponent = exponent(size, decimals + 1);
    return all.charAt(0)
        + point
        + all.substring(1, decimals + 1)
        + String.format(Locale.ROOT, "e%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
  }

  private String general(BigDecimal size) {
    int digits = Math.max(1, precision);
    int exponent = exponent(size, digits);
    if (exponent >= SMALLEST_FIXED_EXPONENT && exponent < digits) {
      return stripped(fixed(size, digits - 1 - exponent));
    }
    String text = scientific(size, digits - 1);
    int e = text.indexOf('e');
    return stripped(text.substring(0, e)) + text.substring(e);
  }

  /** Without zeros at the end of a fraction, unless {@code #} keeps them. */
  private String stripped(String digits) {
    return has(flags, '#') || !has(digits, '.') ? digits : digits.replaceFirst("\\.?0*$", "");
  }

  private static BigDecimal rounded(BigDecimal size, int digits) {
    return size.round(new MathContext(digits, RoundingMode.HALF_EVEN));
  }

  private static int exponent(BigDecimal size, int digits) {
    BigDecimal rounded = rounded(size, digits);
    return rounded.signum() == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
  }

  private String sign(BigDecimal number) {
    if (number.signum() < 0) {
      return "-";
    }
    return has(flags, '+') ? "+" : has(flags, ' ') ? " " : "";
  }

  private String padded(String sign, String digits) {
    int missing = Math.max(0, width - sign.length() - digits.length());
    if (has(flags, '-')) {
      return sign + digits + " ".repeat(missing);
    }
    return has(flags, '0')
        ? sign + "0".repeat(missing) + digits
        : " ".repeat(missing) + sign + digits;
  }

  private static boolean has(String text, char c) {
    return text.indexOf(c) >= 0;
  }
}

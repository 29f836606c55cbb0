package org.recastal.study.validate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.recastal.RecastAlException;

/**
 * How far a limit may be from its reference, relative to the reference.
 *
 * @param relative 0.05 for 5 %
 */
public record Tolerance(double relative) {

  private static final Pattern TEXT = Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)\\s*(%?)");

  // 0.42 / 0.40 is 1.05 and a little more in doubles; what people call 5 % is within 5 %.
  private static final double DOUBLES = 1e-12;

  public Tolerance {
    if (!(relative >= 0 && Double.isFinite(relative))) {
      throw RecastAlException.badInput("a tolerance must be 0 or more, found " + relative);
    }
  }

  /** Reads {@code 5%} or {@code 0.05}. */
  public static Tolerance parse(String text) {
    Matcher m = TEXT.matcher(text.strip());
    if (!m.matches()) {
      throw RecastAlException.badInput("tolerance \"" + text + "\": expected 5% or 0.05");
    }
    double number = Double.parseDouble(m.group(1));
    return new Tolerance(m.group(2).isEmpty() ? number : number / 100);
  }

  boolean holds(double ratio) {
    return Math.abs(ratio - 1) <= relative + DOUBLES;
  }

  /** Whether some ratio of the interval is within the tolerance. */
  boolean holdsSomewhere(double least, double greatest) {
    return least <= 1 + relative + DOUBLES && greatest >= 1 - relative - DOUBLES;
  }

  @Override
  public String toString() {
    return BigDecimal.valueOf(100 * relative)
            .round(new MathContext(6))
            .stripTrailingZeros()
            .toPlainString()
        + "%";
  }
}

package org.recastal.jobs.template;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What stands for a name.
 *
 * @param plain its text where no format is asked for
 * @param number exactly, when it is one
 */
public record Value(String plain, Optional<BigDecimal> number) {

  public static Value text(String text) {
    return new Value(text, Optional.empty());
  }

  public static Value whole(long number) {
    return new Value(Long.toString(number), Optional.of(BigDecimal.valueOf(number)));
  }

  /**
   * A finite number.
   *
   * @throws NumberFormatException when it is not finite
   */
  public static Value real(double number) {
    return new Value(PlainNumber.text(number), Optional.of(new BigDecimal(number)));
  }
}

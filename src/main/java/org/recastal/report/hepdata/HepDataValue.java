package org.recastal.report.hepdata;

import java.util.List;

/**
 * One cell.
 *
 * @param value a {@link Double}, or text; {@code -} stands for nothing
 * @param errors of a number; errors that are all zero are left out, as the schema wants it
 */
public record HepDataValue(Object value, List<HepDataError> errors) {

  /** What stands where there is no value. */
  public static final HepDataValue MISSING = new HepDataValue("-", List.of());

  public HepDataValue {
    boolean nothing = errors.stream().allMatch(e -> e.plus() == 0 && e.minus() == 0);
    errors = nothing ? List.of() : List.copyOf(errors);
  }

  public static HepDataValue of(double number) {
    return new HepDataValue(number, List.of());
  }

  /** A number as such when the text is one. */
  public static HepDataValue of(String text) {
    try {
      double number = Double.parseDouble(text);
      return Double.isFinite(number) ? of(number) : new HepDataValue(text, List.of());
    } catch (NumberFormatException e) {
      return new HepDataValue(text, List.of()); // it is a word
    }
  }
}

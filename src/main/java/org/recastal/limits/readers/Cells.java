package org.recastal.limits.readers;

import java.util.Optional;

/** Numbers in the cells of a table. */
final class Cells {

  private Cells() {}

  /** The number, NaN for its spellings, empty for an absent value; refused for other text. */
  static Optional<Double> find(LimitTable table, int row, String column) {
    String text = table.cell(row, column);
    Optional<Double> number = CellNumber.parse(text);
    if (number.isEmpty() && !CellNumber.isAbsent(text)) {
      throw IllFileException.malformed(
          table.where(row)
              + ": "
              + Quoted.of(column)
              + " = \""
              + Quoted.of(text)
              + "\" is not a number; are the columns named right?");
    }
    return number;
  }

  /** The number; NaN where it is absent. */
  static double number(LimitTable table, int row, String column) {
    return find(table, row, column).orElse(Double.NaN);
  }
}

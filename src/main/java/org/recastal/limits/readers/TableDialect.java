package org.recastal.limits.readers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.recastal.limits.Bound;
import org.recastal.limits.CrossSectionUnits;
import org.recastal.limits.Diagnosis.Illness;
import org.recastal.limits.Line;

/**
 * Tables of a user's own program, CSV or separated by blanks, and text of {@code key: value} lines.
 * Columns are named as the lines and parameters, or declared. A row is found by the point, or by
 * {@code select: column=value}.
 */
final class TableDialect implements Dialect {

  /** The word for a declared column of the number of simulated events. */
  static final String EVENTS = "events";

  private final LimitDeclaration declaration;

  TableDialect(LimitDeclaration declaration) {
    this.declaration = declaration;
  }

  @Override
  public FileNumbers numbers(TextFile file, Map<String, Double> point) {
    LimitTable table = table(file);
    refuseOtherUnit(table);
    int row = row(table, point);
    FileNumbers numbers = new FileNumbers(table.where(row));
    for (Line line : Line.values()) {
      String column = column(line.word());
      if (declaration.columns().containsKey(line.word())) {
        table.indexOf(column);
      }
      if (table.has(column)) {
        take(table, row, line, numbers);
        String error = column + ".error";
        if (table.has(error)) {
          Cells.find(table, row, error).ifPresent(v -> numbers.putError(line, v));
        }
      }
    }
    if (table.has(column(EVENTS))) {
      Cells.find(table, row, column(EVENTS)).ifPresent(numbers::events);
    }
    return numbers;
  }

  private void take(LimitTable table, int row, Line line, FileNumbers numbers) {
    String column = column(line.word());
    Optional<Bound> bound = CellNumber.bound(table.cell(row, column));
    if (bound.isPresent()) {
      numbers.put(line, bound.get(), column);
    } else {
      Cells.find(table, row, column).ifPresent(v -> numbers.put(line, v, column));
    }
  }

  private LimitTable table(TextFile file) {
    if (declaration.format() == LimitFormat.CSV) {
      return CsvFile.parse(file.name(), file.text());
    }
    return KeyedLines.read(file, this::column).orElseGet(() -> BlankTable.read(file));
  }

  private String column(String word) {
    return declaration.columns().getOrDefault(word, word);
  }

  private void refuseOtherUnit(LimitTable table) {
    String unit = declaration.fileUnit().orElse(declaration.check().unit());
    String stated = table.declarations().getOrDefault(LimitTable.UNIT, unit);
    if (!stated.equals(unit) && CrossSectionUnits.factor(stated, unit).orElse(0) != 1) {
      throw new IllFileException(
          Illness.OTHER_THAN_DECLARED,
          table.source()
              + ": it says that its unit is "
              + Quoted.of(stated)
              + ", not "
              + (unit.isEmpty() ? "none" : unit)
              + "; declare the unit of the file");
    }
  }

  private int row(LimitTable table, Map<String, Double> point) {
    List<Integer> all = IntStream.range(0, table.rows().size()).boxed().toList();
    List<Integer> selected = declaration.select().map(s -> selected(table, all, s)).orElse(all);
    List<Integer> here =
        new RowsAtPoint<Integer>(declaration.columns(), (r, c) -> coordinate(table, r, c))
            .find(selected, point, table.source());
    if (here.size() > 1) {
      throw IllFileException.missing(
          table.source()
              + ": "
              + here.size()
              + " rows could be meant; name the columns of the parameters, or select: column=value");
    }
    return here.get(0);
  }

  private static List<Integer> selected(LimitTable table, List<Integer> rows, String select) {
    int sign = select.indexOf('=');
    String column = select.substring(0, sign);
    String value = select.substring(sign + 1);
    List<Integer> found = rows.stream().filter(r -> table.cell(r, column).equals(value)).toList();
    if (found.isEmpty()) {
      throw IllFileException.missing(
          table.source() + ": no row with " + Quoted.of(select) + "; is the name right?");
    }
    return found;
  }

  private static Optional<Double> coordinate(LimitTable table, int row, String column) {
    return table.has(column) ? CellNumber.parse(table.cell(row, column)) : Optional.empty();
  }
}

package org.recastal.limits.readers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.recastal.RecastAlException;

/**
 * A table of limits as it stands in a file: named columns of text, each row with the line it came
 * from. Nothing is interpreted here; {@link LimitColumns} turns rows into limits.
 *
 * <p>A file ending in {@code .yaml} or {@code .yml} is a HEPData data file, anything else CSV.
 *
 * @param source the file's name, for messages
 * @param headerLine line of the file, from 1, where the columns are named first
 * @param columns in the order of the file, names without repeats
 * @param rows every one with as many cells as there are columns
 * @param declarations what the file says of itself: comment lines {@code # key: value} of a CSV
 *     file, such as {@code # rounding: 0.01} or {@code # unit: fb}
 */
public record LimitTable(
    String source,
    int headerLine,
    List<Column> columns,
    List<Row> rows,
    Map<String, String> declarations) {

  /** The declaration of the unit of a CSV table's limits. */
  public static final String UNIT = "unit";

  /** The declaration of the distance between neighbouring printed values, such as 0.01. */
  public static final String ROUNDING = "rounding";

  /**
   * A named column.
   *
   * @param unit as the file states it, empty when it states none
   */
  public record Column(String name, String unit) {}

  /**
   * One row.
   *
   * @param line line of the file, from 1
   * @param cells text without surrounding blanks, one per column
   */
  public record Row(int line, List<String> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  public LimitTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    declarations = Map.copyOf(declarations);
    Set<String> seen = new HashSet<>();
    for (Column column : columns) {
      if (!seen.add(column.name())) {
        throw RecastAlException.badInput(
            source
                + ":"
                + headerLine
                + ": two columns are named \""
                + column.name()
                + "\"; rename one");
      }
    }
  }

  /** Reads a file; every mistake in it is refused with file and line. */
  public static LimitTable read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw RecastAlException.badInput(file + ": no such table; give a CSV or HEPData YAML file");
    }
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".yaml") || name.endsWith(".yml")
        ? HepDataFile.read(file)
        : CsvFile.read(file);
  }

  public boolean has(String column) {
    return columns.stream().anyMatch(c -> c.name().equals(column));
  }

  /** The position of a column; refused with the names that there are. */
  public int indexOf(String column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(column)) {
        return i;
      }
    }
    throw RecastAlException.badInput(
        whereHeader()
            + ": no column \""
            + column
            + "\"; it has "
            + columns.stream().map(Column::name).collect(Collectors.joining(", "))
            + "; map it with columns: {…}");
  }

  /** The text of one cell. */
  public String cell(int row, String column) {
    return rows.get(row).cells().get(indexOf(column));
  }

  /** A cell that must be a finite number, such as a coordinate. */
  public double number(int row, String column) {
    String text = cell(row, column);
    return CellNumber.parse(text)
        .filter(Double::isFinite)
        .orElseThrow(
            () ->
                RecastAlException.badInput(
                    where(row) + ": " + column + " = \"" + text + "\" is not a number"));
  }

  /** A cell that must be a number, or one of the ways to write that it is none: then NaN. */
  public double numberOrNaN(int row, String column) {
    String text = cell(row, column);
    return CellNumber.parse(text)
        .orElseThrow(
            () ->
                RecastAlException.badInput(
                    where(row) + ": " + column + " = \"" + text + "\" is not a number"));
  }

  /** Whether every cell of a column is a finite number. */
  public boolean isNumeric(String column) {
    int at = indexOf(column);
    return rows.stream()
        .allMatch(r -> CellNumber.parse(r.cells().get(at)).filter(Double::isFinite).isPresent());
  }

  /** File and line of a row, as {@code map.csv:12}. */
  public String where(int row) {
    return source + ":" + rows.get(row).line();
  }

  /** File and line of the header. */
  public String whereHeader() {
    return source + ":" + headerLine;
  }

  /** The same table with a declaration added or replaced. */
  public LimitTable declaring(String key, String value) {
    Map<String, String> more = new LinkedHashMap<>(declarations);
    more.put(key, value);
    return new LimitTable(source, headerLine, columns, rows, more);
  }
}

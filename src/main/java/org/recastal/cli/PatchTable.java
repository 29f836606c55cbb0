package org.recastal.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.recastal.RecastAlException;
import org.recastal.limits.Line;

/**
 * The answers for a patch set as CSV: a column per label, per CLs and per limit.
 *
 * @param labels of the patch set
 * @param quantities {@code cls} first, then the limits that were asked for
 */
record PatchTable(List<String> labels, List<String> quantities) {

  PatchTable {
    labels = List.copyOf(labels);
    quantities = List.copyOf(quantities);
  }

  /** The whole table. */
  String csv(List<PatchRow> rows) {
    StringBuilder out = new StringBuilder(header());
    rows.forEach(r -> out.append(line(r)));
    return out.toString();
  }

  /** The first line, ended. */
  String header() {
    List<String> cells = new ArrayList<>(List.of("name"));
    cells.addAll(labels);
    cells.addAll(numbers());
    cells.addAll(List.of("status", "notes"));
    return row(cells);
  }

  /** The line of a row, ended. Numbers have as many digits as it takes to read them back. */
  String line(PatchRow row) {
    List<String> cells = new ArrayList<>(List.of(row.name()));
    cells.addAll(row.values());
    for (String column : numbers()) {
      Double number = row.numbers().get(column);
      cells.add(number == null ? "" : number.toString());
    }
    cells.addAll(List.of(row.status().word(), row.notes()));
    return row(cells);
  }

  /**
   * Reads the cells of a line.
   *
   * @param place what messages call the line
   */
  PatchRow row(List<String> cells, String place) {
    List<String> columns = numbers();
    int first = 1 + labels.size();
    if (cells.size() != first + columns.size() + 2) {
      throw mistake(place);
    }
    try {
      Map<String, Double> numbers = new LinkedHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        if (!cells.get(first + i).isEmpty()) {
          numbers.put(columns.get(i), Double.valueOf(cells.get(first + i)));
        }
      }
      PatchRow.Status status =
          PatchRow.Status.ofWord(cells.get(first + columns.size()))
              .orElseThrow(() -> mistake(place));
      String notes = cells.get(cells.size() - 1);
      return new PatchRow(cells.get(0), cells.subList(1, first), numbers, status, notes);
    } catch (NumberFormatException e) {
      throw mistake(place);
    }
  }

  private static RecastAlException mistake(String place) {
    return RecastAlException.badInput(
        place + ": not a row that recast-al limit wrote; delete the line, or name another file");
  }

  private List<String> numbers() {
    List<String> columns = new ArrayList<>();
    for (String quantity : quantities) {
      for (Line line : Line.values()) {
        columns.add(PatchRow.column(quantity, line));
      }
    }
    columns.addAll(List.of("p0", "mu-hat"));
    return columns;
  }

  private static String row(List<String> cells) {
    return CSVFormat.DEFAULT.format(cells.toArray()) + "\n";
  }
}

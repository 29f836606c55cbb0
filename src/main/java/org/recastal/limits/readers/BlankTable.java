package org.recastal.limits.readers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.recastal.limits.readers.LimitTable.Column;
import org.recastal.limits.readers.LimitTable.Row;

/**
 * A table whose columns are separated by blanks: a header line, perhaps behind {@code #}, and rows.
 * Without a header the columns are called 1, 2 …
 */
final class BlankTable {

  private BlankTable() {}

  static LimitTable read(TextFile file) {
    List<Column> columns = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    int headerLine = 1;
    List<String> lines = file.lines();
    for (int i = 0; i < lines.size(); i++) {
      List<String> cells = cells(lines.get(i));
      boolean comment = !columns.isEmpty() && lines.get(i).strip().startsWith("#");
      if (cells.isEmpty() || comment) {
        continue;
      }
      boolean headed = !cells.stream().allMatch(c -> CellNumber.parse(c).isPresent());
      if (columns.isEmpty()) {
        headerLine = i + 1;
        (headed ? cells : numbered(cells.size())).forEach(c -> columns.add(new Column(c, "")));
        if (headed) {
          continue;
        }
      }
      requireWidth(cells, columns, file.at(i + 1));
      rows.add(new Row(i + 1, cells));
    }
    if (rows.isEmpty()) {
      throw IllFileException.missing(file.name() + ": no rows; its program wrote no result");
    }
    return new LimitTable(file.name(), headerLine, columns, rows, Map.of());
  }

  private static void requireWidth(List<String> cells, List<Column> columns, String where) {
    if (cells.size() != columns.size()) {
      throw IllFileException.malformed(
          String.format(
              "%s: %d cells where there are %d columns; was the file cut short?",
              where, cells.size(), columns.size()));
    }
  }

  private static List<String> cells(String line) {
    String content = line.strip().replaceFirst("^#+\\s*", "");
    return content.isEmpty() ? List.of() : Arrays.asList(content.split("\\s+"));
  }

  private static List<String> numbered(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList();
  }
}

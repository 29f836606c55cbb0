package org.recastal.cli;

import java.util.ArrayList;
import java.util.List;

/** Cells in columns, flush right but for the first. Not thread-safe. */
final class TextTable {

  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  /** Every row has as many cells as the first. */
  void add(List<String> cells) {
    rows.add(List.copyOf(cells));
  }

  List<String> lines() {
    return rows.stream().map(this::line).toList();
  }

  private String line(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      String cell = cells.get(column);
      String blanks = " ".repeat(width(column) - cell.length());
      line.append(column == 0 ? cell + blanks : GAP + blanks + cell);
    }
    return line.toString();
  }

  private int width(int column) {
    return rows.stream().mapToInt(cells -> cells.get(column).length()).max().orElse(0);
  }
}

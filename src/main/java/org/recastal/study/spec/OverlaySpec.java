package org.recastal.study.spec;

import java.nio.file.Path;
import java.util.Map;
import org.recastal.limits.Line;
import org.recastal.limits.Quantity;

/**
 * A table of limits whose contours a report draws over its own, and with which it compares.
 *
 * <pre>{@code
 * report:
 *   overlay:
 *     - {table: full-grid.csv, title: all 57 points}
 *     - {table: published.csv, quantity: mu-limit, columns: {mst: mst_GeV, observed: mu95_obs}}
 * }</pre>
 *
 * @param table the file
 * @param title what the legend prints
 * @param quantity what the table's numbers are; they may be other numbers than those of the scan
 * @param parameterColumns column per parameter name, where it is not the name itself
 * @param lineColumns column per line, where it is not the line's word
 * @param unit unit of the table's limits; converted to the spec's unit by this declaration only
 */
public record OverlaySpec(
    Path table,
    String title,
    Quantity quantity,
    Map<String, String> parameterColumns,
    Map<Line, String> lineColumns,
    String unit) {

  public OverlaySpec {
    parameterColumns = Map.copyOf(parameterColumns);
    lineColumns = Map.copyOf(lineColumns);
  }

  /** A table whose columns are named as parameters and lines, titled by its name. */
  public static OverlaySpec plain(Path table, LimitsSpec limits) {
    String title = titleOf(table);
    return new OverlaySpec(table, title, limits.quantity(), Map.of(), Map.of(), limits.unit());
  }

  /** The file's name without its ending. */
  static String titleOf(Path table) {
    return String.valueOf(table.getFileName()).replaceFirst("(?<=.)\\.[^.]*$", "");
  }
}

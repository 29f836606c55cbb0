package org.recastal.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.recastal.RecastAlException;
import org.recastal.limits.Line;
import org.recastal.limits.readers.LimitTable;
import org.recastal.space.Parameter;

/**
 * The parameters that the columns of a pool suggest: names, ranges, and a guess at the scale.
 *
 * @param lines the block {@code parameters:} of a spec, a line per column
 * @param names of the parameters
 */
record PoolParameters(List<String> lines, List<String> names) {

  /** A positive column whose largest value is this many times its smallest is taken for log. */
  private static final double DECADES = 100;

  PoolParameters {
    lines = List.copyOf(lines);
    names = List.copyOf(names);
  }

  static PoolParameters of(Path csv) {
    LimitTable table = LimitTable.read(csv);
    List<String> lines = new ArrayList<>(List.of("parameters:"));
    List<String> names = new ArrayList<>();
    for (LimitTable.Column column : table.columns()) {
      String name = column.name();
      if (!table.isNumeric(name) || Line.ofWord(name).isPresent() || table.rows().isEmpty()) {
        continue;
      }
      double[] values =
          IntStream.range(0, table.rows().size()).mapToDouble(r -> table.number(r, name)).toArray();
      double min = IntStream.range(0, values.length).mapToDouble(i -> values[i]).min().orElse(0);
      double max = IntStream.range(0, values.length).mapToDouble(i -> values[i]).max().orElse(0);
      if (!Parameter.NAME.matcher(name).matches()) {
        lines.add("  # column " + printable(name) + " has no name that a parameter can have");
      } else if (min == max) {
        lines.add("  # column " + name + " is always " + min);
      } else {
        boolean log = min > 0 && max / min >= DECADES;
        lines.add(
            "  %s: {min: %s, max: %s%s}".formatted(name, min, max, log ? ", scale: log" : ""));
        names.add(name);
      }
    }
    if (names.isEmpty()) {
      throw RecastAlException.badInput(
          csv + ": no column of different numbers; expected one per parameter, and a header");
    }
    return new PoolParameters(lines, names);
  }

  private static String printable(String name) {
    return "\"" + name.replaceAll("\\p{Cntrl}", "?") + "\"";
  }
}

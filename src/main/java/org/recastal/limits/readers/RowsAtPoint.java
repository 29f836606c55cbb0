package org.recastal.limits.readers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Finds a point among rows that hold many.
 *
 * @param columns column per parameter, where it is not the parameter's name
 * @param coordinate the number in a row's column, empty when it has none
 */
record RowsAtPoint<T>(
    Map<String, String> columns, BiFunction<T, String, Optional<Double>> coordinate) {

  // Coordinates are printed with six digits or more.
  private static final double TOLERANCE = 1e-6;

  /**
   * The rows that stand at a point; a file of one row, or one that names none of the parameters,
   * need not name them all.
   */
  List<T> find(List<T> rows, Map<String, Double> point, String where) {
    List<String> known =
        point.keySet().stream()
            .filter(
                p ->
                    columns.containsKey(p)
                        || rows.stream().anyMatch(r -> coordinate.apply(r, column(p)).isPresent()))
            .sorted()
            .toList();
    if (rows.size() > 1 && !known.isEmpty() && known.size() < point.size()) {
      throw IllFileException.missing(
          where
              + ": no column for "
              + point.keySet().stream()
                  .filter(p -> !known.contains(p))
                  .sorted()
                  .collect(Collectors.joining(", "))
              + "; say how it is called in columns");
    }
    List<T> found =
        rows.stream().filter(r -> known.stream().allMatch(p -> isAt(r, p, point.get(p)))).toList();
    if (found.isEmpty()) {
      throw IllFileException.missing(
          where
              + ": no row at "
              + known.stream()
                  .map(p -> column(p) + " = " + point.get(p))
                  .collect(Collectors.joining(", "))
              + "; was the point evaluated, and are the columns named right?");
    }
    return found;
  }

  private String column(String parameter) {
    return columns.getOrDefault(parameter, parameter);
  }

  private boolean isAt(T row, String parameter, double wanted) {
    return coordinate
        .apply(row, column(parameter))
        .filter(v -> Math.abs(v - wanted) <= TOLERANCE * Math.max(Math.abs(v), Math.abs(wanted)))
        .isPresent();
  }
}

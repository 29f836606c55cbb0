package org.recastal.study.spec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.recastal.space.Constraint;
import org.recastal.space.Parameter;
import org.recastal.space.Point;
import org.recastal.space.Pool;
import org.recastal.space.SearchSpace;

/** Reads a pool from a CSV file with a column per parameter; repeated rows count once. */
final class PoolTable {

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setCommentMarker('#')
          .setIgnoreEmptyLines(true)
          .setIgnoreSurroundingSpaces(true)
          .get();

  private static final String KEY = "pool.file";

  private final SearchSpace box;
  private final Mistakes mistakes;

  PoolTable(SearchSpace box, Mistakes mistakes) {
    this.box = box;
    this.mistakes = mistakes;
  }

  /** The pool, or nothing when the file is no such table; bad rows are told by their line. */
  Optional<Pool> read(Path file) {
    try (CSVParser rows = CSVParser.parse(file, StandardCharsets.UTF_8, FORMAT)) {
      if (!hasColumns(file, rows.getHeaderNames())) {
        return Optional.empty();
      }
      Set<Point> points = new LinkedHashSet<>();
      for (CSVRecord row : rows) {
        int line = (int) rows.getCurrentLineNumber();
        point(file, line, row).ifPresent(points::add);
      }
      if (rows.getRecordNumber() == 0) {
        tell(file, 1, "holds no rows; expected a point in each");
      }
      return Optional.of(new Pool(List.copyOf(points)));
    } catch (IOException | IllegalArgumentException | java.io.UncheckedIOException e) {
      tell(file, 1, "not a CSV table: " + e.getMessage());
      return Optional.empty();
    }
  }

  private boolean hasColumns(Path file, List<String> header) {
    List<String> missing = box.names().stream().filter(n -> !header.contains(n)).toList();
    for (String name : missing) {
      tell(file, 1, "expected a column " + name + ", found " + header);
    }
    return missing.isEmpty();
  }

  private Optional<Point> point(Path file, int line, CSVRecord row) {
    List<String> troubles = new ArrayList<>();
    double[] coordinates = new double[box.dimension()];
    for (int i = 0; i < coordinates.length; i++) {
      Parameter axis = box.parameters().get(i);
      String cell = row.isSet(axis.name()) ? row.get(axis.name()) : "";
      coordinates[i] = number(cell);
      trouble(axis, cell, coordinates[i]).ifPresent(troubles::add);
    }
    if (troubles.isEmpty()) {
      for (Constraint constraint : box.constraints()) {
        if (!constraint.holds(box.names(), coordinates)) {
          troubles.add("violates " + constraint.expression());
        }
      }
    }
    troubles.forEach(t -> tell(file, line, t));
    return troubles.isEmpty() ? Optional.of(box.point(coordinates)) : Optional.empty();
  }

  private static Optional<String> trouble(Parameter axis, String cell, double value) {
    String found = axis.name() + " = " + cell;
    if (!Double.isFinite(value)) {
      return Optional.of("expected a number for " + axis.name() + ", found \"" + cell + "\"");
    }
    if (!axis.contains(value)) {
      return Optional.of(
          found
              + " is outside "
              + Spelling.number(axis.min())
              + " to "
              + Spelling.number(axis.max()));
    }
    return axis.isOnLattice(value)
        ? Optional.empty()
        : Optional.of(
            found
                + " is no multiple of the step "
                + Spelling.number(axis.step())
                + " above the minimum");
  }

  private static double number(String cell) {
    boolean readable = ScalarType.of(cell) == ScalarType.NUMBER;
    return readable ? ScalarType.numberOf(cell).doubleValue() : Double.NaN;
  }

  private void tell(Path file, int line, String message) {
    mistakes.addElsewhere(new Mistake(file.toString(), line, 1, KEY, message));
  }
}

package org.recastal.study.observe;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.recastal.RecastAlException;
import org.recastal.limits.Diagnosis.Illness;
import org.recastal.limits.LimitCheck;
import org.recastal.limits.Line;
import org.recastal.limits.Outcome;
import org.recastal.limits.readers.LimitColumns;
import org.recastal.limits.readers.LimitTable;
import org.recastal.space.Point;

/**
 * Rows of a CSV or HEPData table: a column {@code point}, or one per parameter, or both; and the
 * columns of lines. A row without values is a failed point.
 */
final class ObservedTable {

  private static final String ID = "point";

  private final PointFinder finder;
  private final LimitTable table;
  private final Manner manner;
  private final Optional<LimitColumns> columns;
  private final boolean hasId;
  private final boolean hasCoordinates;

  private ObservedTable(PointFinder finder, LimitTable table, LimitCheck check, Manner manner) {
    this.finder = finder;
    this.table = table;
    this.manner = manner;
    this.hasId = table.has(ID);
    this.hasCoordinates = finder.space().names().stream().allMatch(table::has);
    boolean blank =
        lines().stream().anyMatch(l -> true) && lines().stream().allMatch(this::isBlank);
    this.columns =
        blank
            ? Optional.empty()
            : Optional.of(LimitColumns.of(table, check, Map.of(), manner.unit(), manner.failed()));
  }

  static List<Observation> read(Path file, PointFinder finder, LimitCheck check, Manner manner) {
    ObservedTable reading = new ObservedTable(finder, LimitTable.read(file), check, manner);
    reading.requirePoints();
    return IntStream.range(0, reading.table.rows().size())
        .mapToObj(
            row ->
                new Observation(reading.point(row), reading.outcome(row), reading.table.where(row)))
        .toList();
  }

  private void requirePoints() {
    if (!hasId && !hasCoordinates) {
      List<String> missing = new ArrayList<>(finder.space().names());
      missing.removeIf(table::has);
      throw RecastAlException.badInput(
          table.whereHeader()
              + ": no column "
              + String.join(", ", missing)
              + "; expected a column for each of "
              + finder.space().names()
              + ", or a column point");
    }
  }

  private Point point(int row) {
    String where = table.where(row);
    if (!hasCoordinates) {
      return finder.named(table.cell(row, ID), where);
    }
    double[] coordinates =
        finder.space().names().stream().mapToDouble(name -> table.number(row, name)).toArray();
    return hasId && !table.cell(row, ID).isEmpty()
        ? finder.both(table.cell(row, ID), coordinates, where)
        : finder.at(coordinates, where);
  }

  private Outcome outcome(int row) {
    if (columns.isPresent()) {
      return columns.get().outcome(row);
    }
    String said =
        manner.failed().map(f -> ": the table says " + table.cell(row, f.column())).orElse("");
    return said.isEmpty()
        ? LimitCheck.ill(Illness.MISSING, table.where(row) + ": no line has a value")
        : LimitCheck.ill(Illness.REPORTED_FAILURE, table.where(row) + said);
  }

  private List<Line> lines() {
    return Arrays.stream(Line.values()).filter(line -> table.has(line.word())).toList();
  }

  private boolean isBlank(Line line) {
    int at = table.indexOf(line.word());
    return table.rows().stream().allMatch(r -> r.cells().get(at).isEmpty());
  }
}

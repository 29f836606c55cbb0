package org.recastal.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.recastal.RecastAlException;
import org.recastal.limits.Line;
import org.recastal.limits.readers.LimitTable;
import org.recastal.numerics.Matrix;
import org.recastal.space.SearchSpace;
import org.recastal.study.Prediction;
import org.recastal.study.Predictor;

/** A table of points with predictions beside it. */
final class PredictionTable {

  private final SearchSpace space;
  private final LimitTable table;
  private final Matrix points;
  private final Map<Line, Prediction> predictions = new LinkedHashMap<>();

  PredictionTable(SearchSpace space, LimitTable table, Predictor predictor, List<Line> lines) {
    this.space = space;
    this.table = table;
    requireColumns(lines);
    this.points = points();
    lines.forEach(line -> predictions.put(line, predictor.predict(line, points)));
  }

  private void requireColumns(List<Line> lines) {
    List<String> names = table.columns().stream().map(LimitTable.Column::name).toList();
    for (String parameter : space.names()) {
      if (!names.contains(parameter)) {
        throw RecastAlException.badInput(
            table.whereHeader()
                + ": no column "
                + parameter
                + "; expected a column for each of "
                + space.names()
                + ", found "
                + names);
      }
    }
    for (String made : header(lines)) {
      if (names.contains(made)) {
        throw RecastAlException.badInput(
            table.whereHeader() + ": column " + made + " would be written twice; rename it");
      }
    }
  }

  private static List<String> header(Iterable<Line> lines) {
    List<String> header = new ArrayList<>();
    for (Line line : lines) {
      header.add(line.word() + ".mean");
      header.add(line.word() + ".std");
      header.add(line.word() + ".p_excluded");
    }
    return header;
  }

  private Matrix points() {
    List<double[]> rows = new ArrayList<>();
    for (int row = 0; row < table.rows().size(); row++) {
      int at = row;
      rows.add(space.names().stream().mapToDouble(name -> table.number(at, name)).toArray());
    }
    return Matrix.ofRows(rows, space.dimension());
  }

  /** How many points lie outside the bounds or break a constraint. */
  long outside() {
    return IntStream.range(0, points.rows()).filter(i -> !space.allows(points.row(i))).count();
  }

  String csv() {
    StringBuilder text = new StringBuilder();
    CSVFormat format = CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();
    try (CSVPrinter printer = new CSVPrinter(text, format)) {
      List<Object> header = new ArrayList<>();
      table.columns().forEach(column -> header.add(column.name()));
      header.addAll(header(predictions.keySet()));
      printer.printRecord(header);
      for (int row = 0; row < points.rows(); row++) {
        printer.printRecord(record(row));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private List<Object> record(int row) {
    List<Object> cells = new ArrayList<>(table.rows().get(row).cells());
    for (Prediction p : predictions.values()) {
      cells.add(p.mean()[row]);
      cells.add(p.deviation()[row]);
      double excluded = p.probabilityExcluded()[row];
      cells.add(Double.isNaN(excluded) ? "" : excluded);
    }
    return cells;
  }
}

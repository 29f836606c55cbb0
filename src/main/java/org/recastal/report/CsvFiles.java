package org.recastal.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.recastal.limits.Line;
import org.recastal.space.Parameter;
import org.recastal.study.PointState;
import org.recastal.study.StudyState;

/**
 * The tables of a report. Numbers are written with as many digits as it takes to read the same
 * number back.
 */
final class CsvFiles {

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get();

  private CsvFiles() {}

  /** Every point with its state: id, round, status, parameters, lines, why. */
  static String points(List<Parameter> parameters, StudyState state) {
    List<Line> lines = new ArrayList<>();
    for (Line line : Line.values()) {
      if (state.points().stream().anyMatch(p -> text(p, line).isPresent())) {
        lines.add(line);
      }
    }
    List<Object> header = new ArrayList<>(List.of("id", "round", "status"));
    parameters.forEach(p -> header.add(p.name()));
    lines.forEach(line -> header.add(line.word()));
    header.add("why");
    List<List<Object>> rows = new ArrayList<>(List.of(header));
    for (PointState p : state.points()) {
      List<Object> row = new ArrayList<>();
      row.add(p.point().id());
      row.add(p.round());
      row.add(status(p));
      row.addAll(p.point().coordinates());
      lines.forEach(line -> row.add(text(p, line).orElse("")));
      row.add(p.diagnosis().map(d -> p.why() + "; " + d.message()).orElse(p.why()));
      rows.add(row);
    }
    return text(rows);
  }

  /** Every vertex of every contour. */
  static String contours(List<Parameter> parameters, ContourTable table) {
    List<Object> header =
        new ArrayList<>(List.of("line", "level", "source", "band", "polyline", "closed"));
    parameters.forEach(p -> header.add(p.name()));
    List<List<Object>> rows = new ArrayList<>(List.of(header));
    for (ContourTable.Row r : table.rows()) {
      List<Object> row =
          new ArrayList<>(
              List.of(r.line().word(), r.level(), r.source(), r.band(), r.polyline(), r.closed()));
      row.addAll(r.coordinates());
      rows.add(row);
    }
    return text(rows);
  }

  /** The state in one lower-case word. */
  static String status(PointState p) {
    return switch (p.status()) {
      case PENDING -> "pending";
      case LIMIT -> "limit";
      case FAILED -> "failed";
      case ABANDONED -> "abandoned";
      case INVALID -> "invalid";
    };
  }

  private static Optional<String> text(PointState p, Line line) {
    return p.limit().flatMap(limit -> limit.text(line));
  }

  private static String text(List<List<Object>> rows) {
    StringWriter out = new StringWriter();
    try (CSVPrinter printer = new CSVPrinter(out, FORMAT)) {
      for (List<Object> row : rows) {
        printer.printRecord(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}

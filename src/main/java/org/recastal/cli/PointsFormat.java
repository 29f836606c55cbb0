package org.recastal.cli;

import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.DoubleFunction;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.recastal.jobs.template.PlainNumber;
import org.recastal.space.Point;
import org.recastal.study.PointState;
import org.recastal.study.spec.ScanSpec;

/** The forms in which points are handed out. Numbers are the shortest that read back the same. */
enum PointsFormat {
  /** Columns point, one per parameter, why. */
  CSV {
    @Override
    String text(ScanSpec spec, List<PointState> points) {
      StringBuilder text = new StringBuilder();
      CSVFormat format = CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();
      try (CSVPrinter printer = new CSVPrinter(text, format)) {
        List<String> header = new ArrayList<>(spec.space().names());
        header.add(0, "point");
        header.add("why");
        printer.printRecord(header);
        for (PointState p : points) {
          List<String> cells = new ArrayList<>(List.of(p.point().id().value()));
          p.point().coordinates().forEach(x -> cells.add(PlainNumber.text(x)));
          cells.add(p.why());
          printer.printRecord(cells);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return text.toString();
    }
  },
  /** A list of {point, at, why}, which observe reads back with values filled in. */
  JSON {
    @Override
    String text(ScanSpec spec, List<PointState> points) {
      StringJoiner rows = list(points);
      for (PointState p : points) {
        rows.add(
            String.format(
                "  {\"point\": %s, \"at\": %s, \"why\": %s}",
                quoted(p.point().id().value()),
                object(spec, p.point(), PlainNumber::text),
                quoted(p.why())));
      }
      return rows + "\n";
    }
  },
  /** The same list in YAML. */
  YAML {
    @Override
    String text(ScanSpec spec, List<PointState> points) {
      StringBuilder text = new StringBuilder(points.isEmpty() ? "[]\n" : "");
      for (PointState p : points) {
        text.append("- point: ").append(quoted(p.point().id().value())).append('\n');
        text.append("  at: ").append(mapping(spec, p.point())).append('\n');
        text.append("  why: ").append(quoted(p.why())).append('\n');
      }
      return text.toString();
    }
  },
  /** A RECAST scan request. */
  RECAST_SCAN {
    @Override
    String text(ScanSpec spec, List<PointState> points) {
      StringBuilder text = new StringBuilder("type: recast_scan\n");
      text.append("title: ").append(quoted(spec.title())).append('\n');
      text.append("description: ")
          .append(quoted("Points that recast-al suggests for the scan " + spec.name()))
          .append('\n');
      text.append("pubkey: \"\"\n");
      text.append("parameters: [").append(String.join(", ", spec.space().names())).append("]\n");
      text.append("points:").append(points.isEmpty() ? " []" : "").append('\n');
      for (PointState p : points) {
        text.append("  - coordinates: ").append(mapping(spec, p.point())).append('\n');
      }
      return text.toString();
    }
  },
  /** A list of {axis: value}, for iDDS. */
  IDDS {
    @Override
    String text(ScanSpec spec, List<PointState> points) {
      StringJoiner rows = list(points);
      points.forEach(p -> rows.add("  " + object(spec, p.point(), PlainNumber::text)));
      return rows + "\n";
    }
  };

  /** The points, with a newline at the end. */
  abstract String text(ScanSpec spec, List<PointState> points);

  private static StringJoiner list(List<PointState> points) {
    return points.isEmpty()
        ? new StringJoiner("", "[", "]")
        : new StringJoiner(",\n", "[\n", "\n]");
  }

  private static String object(ScanSpec spec, Point point, DoubleFunction<String> number) {
    StringJoiner members = new StringJoiner(", ", "{", "}");
    for (int i = 0; i < point.coordinates().size(); i++) {
      String name = spec.space().names().get(i);
      members.add(quoted(name) + ": " + number.apply(point.coordinates().get(i)));
    }
    return members.toString();
  }

  private static String mapping(ScanSpec spec, Point point) {
    return object(spec, point, PointsFormat::yamlNumber);
  }

  /** YAML 1.1 takes 1e-4 for text: it wants a point in a number with an exponent. */
  private static String yamlNumber(double value) {
    String text = PlainNumber.text(value);
    boolean bare = text.contains("e") && !text.contains(".");
    return bare ? text.replace("e", ".0e") : text;
  }

  /** A JSON string, which is a YAML string too. */
  private static String quoted(String text) {
    return TextNode.valueOf(text).toString();
  }
}

package org.recastal.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.recastal.report.draw.Ink;
import org.recastal.report.draw.Pen;
import org.recastal.report.plot.Legend;

/**
 * How the lines of theory are drawn: errors dotted, as experiments draw them.
 *
 * @param ink of all
 * @param width of the central line
 * @param central what the legend calls the central line
 * @param errors what it calls the others
 */
record TheoryStyle(Ink ink, double width, String central, String errors) {

  Pen pen(TheoryLine line) {
    return line == TheoryLine.CENTRAL
        ? Pen.solid(ink, width)
        : new Pen(ink, width, List.of(width, 1.7 * width));
  }

  /** The entries of the legend for the lines that occur. */
  List<Legend.Entry> key(Predicate<TheoryLine> occurs) {
    List<Legend.Entry> out = new ArrayList<>();
    if (occurs.test(TheoryLine.CENTRAL)) {
      out.add(entry(central, TheoryLine.CENTRAL));
    }
    if (occurs.test(TheoryLine.LOWER) || occurs.test(TheoryLine.UPPER)) {
      out.add(entry(errors, TheoryLine.UPPER));
    }
    return out;
  }

  private Legend.Entry entry(String label, TheoryLine line) {
    return Legend.Entry.of(label, (c, x, y, w) -> c.line(pen(line), x, y, x + w, y));
  }

  /** Whether there is anything to draw. */
  static boolean occurs(double[] values) {
    return Arrays.stream(values).anyMatch(v -> !Double.isNaN(v));
  }
}

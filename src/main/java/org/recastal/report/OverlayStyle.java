package org.recastal.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.recastal.limits.Line;
import org.recastal.report.draw.Canvas;
import org.recastal.report.draw.Ink;
import org.recastal.report.draw.Pen;
import org.recastal.report.plot.Legend;

/**
 * How the n-th overlay is drawn: a colour and a dash of its own, so that it is told apart without
 * colours too; observed thick, expected thin.
 *
 * @param number counted from 0
 */
record OverlayStyle(int number) {

  private static final List<Integer> COLOURS =
      List.of(0xff6f00, 0xc218c2, 0x00796b, 0xc2185b, 0x5d4037, 0x455a64);

  private static final List<List<Double>> DASHES =
      List.of(
          List.of(7.0, 4.0),
          List.of(9.0, 3.0, 2.0, 3.0),
          List.of(3.0, 2.5),
          List.of(14.0, 4.0),
          List.of(9.0, 3.0, 2.0, 3.0, 2.0, 3.0),
          List.of(5.0, 2.0));

  /** The lines of an overlay that are drawn. */
  private static final List<Line> DRAWN = List.of(Line.EXPECTED, Line.OBSERVED);

  Ink ink() {
    return Ink.of(COLOURS.get(number % COLOURS.size()));
  }

  /**
   * Narrower than the lines of the scan, and the narrower the later: a line on the same place
   * leaves those below it seen.
   */
  Pen pen(Line line) {
    double width = Math.max(1.2, 2.1 - 0.6 * number);
    return new Pen(
        ink(), line == Line.OBSERVED ? width : 0.65 * width, DASHES.get(number % DASHES.size()));
  }

  void draw(Canvas canvas, Line line, List<double[]> lines) {
    canvas.lines(lines, pen(line));
  }

  /** The lines to draw of those that a table has, in the order of drawing. */
  static List<Line> drawn(Set<Line> lines) {
    return DRAWN.stream().filter(lines::contains).toList();
  }

  /** The entry of the legend. */
  Legend.Entry entry(String title, Set<Line> lines) {
    List<Line> shown = drawn(lines);
    String which = shown.size() == 1 && shown.contains(Line.EXPECTED) ? " (expected)" : "";
    return Legend.Entry.of(title + which, (c, x, y, w) -> sample(c, x, y, w, shown));
  }

  private void sample(Canvas canvas, double x, double y, double w, List<Line> shown) {
    List<Line> fromAbove = new ArrayList<>(shown);
    Collections.reverse(fromAbove);
    for (int k = 0; k < fromAbove.size(); k++) {
      double at = y + (fromAbove.size() == 1 ? 0 : 6.0 * k - 3);
      draw(canvas, fromAbove.get(k), List.of(new double[] {x, at, x + w, at}));
    }
  }
}

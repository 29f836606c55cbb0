package org.recastal.report;

import java.util.List;
import org.recastal.report.draw.Canvas;
import org.recastal.report.draw.Ink;
import org.recastal.report.draw.Pen;

/** The mark of the best point. */
final class Star {

  private static final double OUTER = 8.5;
  private static final double INNER = 3.6;

  private Star() {}

  static void draw(Canvas canvas, double x, double y) {
    double[] xy = new double[22];
    for (int k = 0; k <= 10; k++) {
      double radius = k % 2 == 0 ? OUTER : INNER;
      xy[2 * k] = x + radius * Math.sin(k * Math.PI / 5);
      xy[2 * k + 1] = y - radius * Math.cos(k * Math.PI / 5);
    }
    canvas.lines(List.of(xy), Pen.solid(Ink.WHITE, 3.4));
    canvas.area(List.of(xy), Ink.of(0xffc20e));
    canvas.lines(List.of(xy), Pen.solid(Ink.BLACK, 1.1));
  }
}

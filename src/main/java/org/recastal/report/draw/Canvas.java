package org.recastal.report.draw;

import java.util.List;

/**
 * A sheet to draw on. Positions are in picture units from the top left corner, y downwards; a
 * polyline is an array x0, y0, x1, y1, …. What is drawn later covers what was drawn before.
 */
public interface Canvas {

  /** Strokes open polylines. */
  void lines(List<double[]> polylines, Pen pen);

  /** Fills the area between closed rings by the even-odd rule. */
  void area(List<double[]> rings, Ink ink);

  /** Fills a circle. */
  void disc(double x, double y, double radius, Ink ink);

  /** Strokes a circle. */
  void circle(double x, double y, double radius, Pen pen);

  /** Draws a raster into a rectangle. */
  void image(Pixels pixels, double x, double y, double width, double height);

  /** Sets a text; its base line starts, is centred or ends at the position. */
  void text(RichText text, double x, double y, TextStyle style);

  /** Draws only inside a rectangle until {@link #unclip}. Clips do not nest. */
  void clip(double x, double y, double width, double height);

  /** Ends {@link #clip}. */
  void unclip();

  /** Strokes one open polyline. */
  default void line(Pen pen, double... xy) {
    lines(List.of(xy), pen);
  }

  /** Fills a rectangle. */
  default void box(double x, double y, double width, double height, Ink ink) {
    area(List.of(new double[] {x, y, x + width, y, x + width, y + height, x, y + height}), ink);
  }

  /** Strokes a rectangle. */
  default void border(double x, double y, double width, double height, Pen pen) {
    line(pen, x, y, x + width, y, x + width, y + height, x, y + height, x, y);
  }
}

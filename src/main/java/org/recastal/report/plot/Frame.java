package org.recastal.report.plot;

import java.util.List;
import org.recastal.report.draw.Canvas;
import org.recastal.report.draw.Ink;
import org.recastal.report.draw.Pen;
import org.recastal.report.draw.RichText;
import org.recastal.report.draw.TextStyle;
import org.recastal.report.draw.TextStyle.Anchor;
import org.recastal.report.draw.Typeface;

/**
 * The rectangle that a plot fills, with its two axes: marks inwards on all four sides, titles at
 * the far ends, as is the custom of the field.
 *
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param left left edge in picture units
 * @param top upper edge
 * @param width of the rectangle
 * @param height of the rectangle
 * @param fontSize of the marks' labels; titles are a little bigger
 */
public record Frame(
    Axis x, Axis y, double left, double top, double width, double height, double fontSize) {

  /** The pen of the frame. */
  public static final Pen EDGE = Pen.solid(Ink.BLACK, 1.1);

  private static final Pen MARK = Pen.solid(Ink.BLACK, 0.9);

  /** Horizontal position of a value. */
  public double atX(double value) {
    return left + width * x.place(value);
  }

  /** Vertical position of a value. */
  public double atY(double value) {
    return top + height * (1 - y.place(value));
  }

  public double right() {
    return left + width;
  }

  public double bottom() {
    return top + height;
  }

  /** Confines what follows to the rectangle. */
  public void clip(Canvas canvas) {
    canvas.clip(left, top, width, height);
  }

  /** Edge, marks, labels and titles. */
  public void draw(Canvas canvas) {
    drawX(canvas, true, Double.POSITIVE_INFINITY);
    drawY(canvas, true);
    canvas.border(left, top, width, height, EDGE);
  }

  /**
   * The same beside other frames: labels and titles only where asked for, and none that would reach
   * over to a neighbour.
   */
  public void drawAmongOthers(Canvas canvas, boolean labelsBelow, boolean labelsLeft) {
    drawX(canvas, labelsBelow, 0.45 * fontSize);
    drawY(canvas, labelsLeft);
    canvas.border(left, top, width, height, EDGE);
  }

  private void drawX(Canvas canvas, boolean labels, double overhang) {
    Ticks ticks = x.ticks((int) Math.max(3, width / (4 * fontSize)));
    for (double v : ticks.minor()) {
      mark(canvas, atX(v), bottom(), 0, -0.32 * fontSize);
      mark(canvas, atX(v), top, 0, 0.32 * fontSize);
    }
    TextStyle style = TextStyle.of(fontSize, Anchor.MIDDLE);
    double free = Double.NEGATIVE_INFINITY;
    for (Ticks.Tick t : ticks.major()) {
      double at = atX(t.value());
      mark(canvas, at, bottom(), 0, -0.62 * fontSize);
      mark(canvas, at, top, 0, 0.62 * fontSize);
      RichText label = RichText.parse(t.label());
      double half = Typeface.bundled().width(label, fontSize) / 2;
      boolean fits = at - half > Math.max(free, left - overhang) && at + half < right() + overhang;
      if (labels && fits) {
        canvas.text(label, at, bottom() + 1.45 * fontSize, style);
        free = at + half + 0.4 * fontSize;
      }
    }
    if (labels) {
      TextStyle big = TextStyle.of(1.15 * fontSize, Anchor.END);
      canvas.text(x.title(), right(), bottom() + 3.05 * fontSize, big);
    }
  }

  private void drawY(Canvas canvas, boolean labels) {
    Ticks ticks = y.ticks((int) Math.max(3, height / (3.4 * fontSize)));
    for (double v : ticks.minor()) {
      mark(canvas, left, atY(v), 0.32 * fontSize, 0);
      mark(canvas, right(), atY(v), -0.32 * fontSize, 0);
    }
    TextStyle style = TextStyle.of(fontSize, Anchor.END);
    double widest = 0;
    double free = Double.POSITIVE_INFINITY;
    for (Ticks.Tick t : ticks.major()) {
      double at = atY(t.value());
      mark(canvas, left, at, 0.62 * fontSize, 0);
      mark(canvas, right(), at, -0.62 * fontSize, 0);
      RichText label = RichText.parse(t.label());
      if (labels && at < free) {
        canvas.text(label, left - 0.45 * fontSize, at + 0.36 * fontSize, style);
        widest = Math.max(widest, Typeface.bundled().width(label, fontSize));
        free = at - 1.15 * fontSize;
      }
    }
    if (labels) {
      TextStyle big = TextStyle.of(1.15 * fontSize, Anchor.END).inUpwards();
      canvas.text(y.title(), left - widest - 1.35 * fontSize, top, big);
    }
  }

  private static void mark(Canvas canvas, double x, double y, double dx, double dy) {
    canvas.lines(List.of(new double[] {x, y, x + dx, y + dy}), MARK);
  }
}

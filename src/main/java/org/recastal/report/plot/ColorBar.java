package org.recastal.report.plot;

import org.recastal.report.draw.Canvas;
import org.recastal.report.draw.ColorMap;
import org.recastal.report.draw.Ink;
import org.recastal.report.draw.Pen;
import org.recastal.report.draw.Pixels;
import org.recastal.report.draw.RichText;
import org.recastal.report.draw.TextStyle;
import org.recastal.report.draw.TextStyle.Anchor;
import org.recastal.report.draw.Typeface;

/**
 * What the colours of a map mean.
 *
 * @param axis the values from the low to the high colour
 * @param colours the map's colours
 */
public record ColorBar(Axis axis, ColorMap colours) {

  private static final Pen EDGE = Pen.solid(Ink.BLACK, 0.9);

  /** The colour number of a value. */
  public byte index(double value) {
    return ColorMap.index(axis.place(value));
  }

  /** Draws it upright; labels and title stand on its right. */
  public void draw(
      Canvas canvas, double left, double top, double width, double height, double fontSize) {
    byte[] ramp = new byte[256];
    for (int k = 0; k < ramp.length; k++) {
      ramp[k] = (byte) (255 - k);
    }
    canvas.image(new Pixels(1, 256, ramp, colours.table()), left, top, width, height);
    canvas.border(left, top, width, height, EDGE);
    Ticks ticks = axis.ticks((int) Math.max(3, height / (3.4 * fontSize)));
    for (double v : ticks.minor()) {
      double y = top + height * (1 - axis.place(v));
      canvas.line(EDGE, left + width - 0.25 * fontSize, y, left + width, y);
    }
    double widest = 0;
    double free = Double.POSITIVE_INFINITY;
    for (Ticks.Tick t : ticks.major()) {
      double y = top + height * (1 - axis.place(t.value()));
      canvas.line(EDGE, left + width - 0.5 * fontSize, y, left + width, y);
      if (y < free) {
        RichText label = RichText.parse(t.label());
        TextStyle style = TextStyle.of(fontSize, Anchor.START);
        canvas.text(label, left + width + 0.4 * fontSize, y + 0.36 * fontSize, style);
        widest = Math.max(widest, Typeface.bundled().width(label, fontSize));
        free = y - 1.15 * fontSize;
      }
    }
    double size = Legend.fitting(axis.title(), 1.1 * fontSize, height);
    canvas.text(
        axis.title(),
        left + width + widest + 1.9 * fontSize,
        top,
        TextStyle.of(size, Anchor.END).inUpwards());
  }
}

package org.recastal.report.draw;

import java.util.List;

/**
 * How a line is drawn.
 *
 * @param ink its colour
 * @param width in picture units
 * @param dash lengths on, off, on, …; empty for a solid line
 */
public record Pen(Ink ink, double width, List<Double> dash) {

  public Pen {
    dash = List.copyOf(dash);
  }

  public static Pen solid(Ink ink, double width) {
    return new Pen(ink, width, List.of());
  }

  public static Pen dashed(Ink ink, double width) {
    return new Pen(ink, width, List.of(7.0, 4.5));
  }

  public static Pen dotted(Ink ink, double width) {
    return new Pen(ink, width, List.of(1.5, 3.0));
  }

  /** The white edge that keeps a line apart from the colours below it. */
  public Pen casing() {
    return solid(Ink.WHITE.faded(0.75), width + 2.2);
  }
}

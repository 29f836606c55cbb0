package org.recastal.report.draw;

/**
 * How a text is set.
 *
 * @param size font size in picture units
 * @param ink its colour
 * @param anchor which end of the text stands at the given position
 * @param upwards whether it is turned by 90° to read from bottom to top
 * @param bold whether it is bold
 */
public record TextStyle(double size, Ink ink, Anchor anchor, boolean upwards, boolean bold) {

  /** Which part of a text stands at its position; the position is on the base line. */
  public enum Anchor {
    START,
    MIDDLE,
    END
  }

  /** Black, level and regular. */
  public static TextStyle of(double size, Anchor anchor) {
    return new TextStyle(size, Ink.BLACK, anchor, false, false);
  }

  public TextStyle inUpwards() {
    return new TextStyle(size, ink, anchor, true, bold);
  }

  public TextStyle inBold() {
    return new TextStyle(size, ink, anchor, upwards, true);
  }

  public TextStyle in(Ink newInk) {
    return new TextStyle(size, newInk, anchor, upwards, bold);
  }
}

package org.recastal.report.draw;

import java.util.Locale;

/**
 * A colour.
 *
 * @param rgb 0xRRGGBB in sRGB
 * @param opacity 0 (not seen) to 1 (opaque)
 */
public record Ink(int rgb, double opacity) {

  public static final Ink BLACK = of(0x000000);
  public static final Ink WHITE = of(0xffffff);

  /** An opaque colour. */
  public static Ink of(int rgb) {
    return new Ink(rgb, 1);
  }

  /** This colour, seen through. */
  public Ink faded(double newOpacity) {
    return new Ink(rgb, newOpacity);
  }

  /** {@code #rrggbb}. */
  public String hex() {
    return String.format(Locale.ROOT, "#%06x", rgb);
  }
}

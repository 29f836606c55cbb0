package org.recastal.report.draw;

import java.util.List;

/**
 * A table of 256 colours between anchors, interpolated in sRGB.
 *
 * @param anchors 0xRRGGBB, evenly spaced from the low to the high end
 */
public record ColorMap(List<Integer> anchors) {

  private static final int SIZE = 256;

  /**
   * Blue over teal to near white: lightness grows steadily, so it prints in grey and colour-blind
   * people read it; the dark end is left out and there is no red or gold in it, so that contours
   * and bands stay visible.
   */
  public static final ColorMap SEQUENTIAL =
      new ColorMap(
          List.of(0x2c4f94, 0x2f6ea6, 0x3b8db0, 0x58a9b3, 0x85c3b8, 0xb5dac4, 0xdcebd8, 0xf5f7ec));

  /** Blue over white to orange-brown, for values around a neutral one. */
  public static final ColorMap DIVERGING =
      new ColorMap(
          List.of(
              0x2f5f9e, 0x5f8fc4, 0x9bbde0, 0xd3e2f0, 0xf7f7f5, 0xf7dfc4, 0xeeb57c, 0xd98541,
              0xad5a1c));

  public ColorMap {
    anchors = List.copyOf(anchors);
  }

  /** The colours, low to high: 256 of 0xRRGGBB. */
  public int[] table() {
    int[] out = new int[SIZE];
    for (int i = 0; i < SIZE; i++) {
      double at = i * (anchors.size() - 1.0) / (SIZE - 1.0);
      int low = Math.min((int) at, anchors.size() - 2);
      out[i] = mix(anchors.get(low), anchors.get(low + 1), at - low);
    }
    return out;
  }

  /** The colour number of a place between the low (0) and the high (1) end; the ends go on. */
  public static byte index(double place) {
    return (byte) Math.round(Math.max(0, Math.min(1, place)) * (SIZE - 1));
  }

  /** The colour part of the way from {@code a} to {@code b}. */
  public static int mix(int a, int b, double part) {
    int out = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      double from = (a >> shift) & 255;
      double to = (b >> shift) & 255;
      out |= (int) Math.round(from + part * (to - from)) << shift;
    }
    return out;
  }
}

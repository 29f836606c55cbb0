package org.recastal.report.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Parallel lines at 45° that fill an area bounded by closed rings (even-odd rule). */
public final class Hatching {
  private Hatching() {}

  /**
   * The hatch lines.
   *
   * @param rings closed rings x0, y0, x1, y1, …
   * @param spacing distance between lines, in the units of the rings
   * @return polylines of two points each
   */
  public static List<double[]> lines(List<double[]> rings, double spacing) {
    // In u = (x + y) / √2, v = (x − y) / √2 a hatch line is u = constant.
    List<double[]> turned = rings.stream().map(Hatching::turn).toList();
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    for (double[] ring : turned) {
      for (int i = 0; i < ring.length; i += 2) {
        lowest = Math.min(lowest, ring[i]);
        highest = Math.max(highest, ring[i]);
      }
    }
    List<double[]> out = new ArrayList<>();
    for (double u = (Math.floor(lowest / spacing) + 0.5) * spacing; u < highest; u += spacing) {
      double[] v = crossings(turned, u);
      for (int k = 0; k + 1 < v.length; k += 2) {
        double r = Math.sqrt(0.5);
        out.add(
            new double[] {r * (u + v[k]), r * (u - v[k]), r * (u + v[k + 1]), r * (u - v[k + 1])});
      }
    }
    return out;
  }

  private static double[] turn(double[] ring) {
    double[] out = new double[ring.length];
    for (int i = 0; i + 1 < ring.length; i += 2) {
      out[i] = (ring[i] + ring[i + 1]) * Math.sqrt(0.5);
      out[i + 1] = (ring[i] - ring[i + 1]) * Math.sqrt(0.5);
    }
    return out;
  }

  /** Where the line u crosses the rings, ascending in v. */
  private static double[] crossings(List<double[]> rings, double u) {
    double[] found = new double[16];
    int count = 0;
    for (double[] ring : rings) {
      int n = ring.length / 2;
      for (int i = 0; i < n; i++) {
        int j = (i + 1) % n;
        double a = ring[2 * i];
        double b = ring[2 * j];
        if (a < u != b < u) {
          if (count == found.length) {
            found = Arrays.copyOf(found, 2 * count);
          }
          double t = (u - a) / (b - a);
          found[count++] = ring[2 * i + 1] + t * (ring[2 * j + 1] - ring[2 * i + 1]);
        }
      }
    }
    double[] out = Arrays.copyOf(found, count);
    Arrays.sort(out);
    return out;
  }
}

package org.recastal.report;

import java.util.Arrays;
import java.util.List;

/**
 * The part of the unit square that a pool of points reaches: the closing of the points by a disc,
 * which fills the gaps between neighbours and follows the outer edge without bridging wide bays.
 */
final class PoolCoverage {

  /** Radius of the disc in units of the wide neighbour distance of the pool. */
  private static final double DISC = 3;

  /** How far the coverage goes beyond the outermost points, in the same units. */
  private static final double MARGIN = 0.25;

  private PoolCoverage() {}

  /**
   * Whether each node of a grid over the unit square is covered, row after row.
   *
   * @param points each of length 2, in the unit square
   */
  static boolean[] of(List<double[]> points, int columns, int rows) {
    double spacing = spacing(points);
    double radius = DISC * spacing;
    double stepX = 1.0 / (columns - 1);
    double stepY = 1.0 / (rows - 1);
    int padX = (int) Math.ceil(radius / stepX) + 2;
    int padY = (int) Math.ceil(radius / stepY) + 2;
    int wide = columns + 2 * padX;
    int high = rows + 2 * padY;
    double[] toPool = new double[wide * high];
    Arrays.fill(toPool, Double.POSITIVE_INFINITY);
    for (double[] p : points) {
      int i = padX + (int) Math.round(Math.max(0, Math.min(1, p[0])) * (columns - 1));
      int j = padY + (int) Math.round(Math.max(0, Math.min(1, p[1])) * (rows - 1));
      toPool[j * wide + i] = 0;
    }
    squaredDistances(toPool, wide, high, stepX, stepY);
    double[] toOutside = new double[wide * high];
    for (int k = 0; k < toOutside.length; k++) {
      toOutside[k] = toPool[k] > radius * radius ? 0 : Double.POSITIVE_INFINITY;
    }
    squaredDistances(toOutside, wide, high, stepX, stepY);
    double deep = radius - MARGIN * spacing;
    boolean[] out = new boolean[columns * rows];
    for (int j = 0; j < rows; j++) {
      for (int i = 0; i < columns; i++) {
        out[j * columns + i] = toOutside[(j + padY) * wide + i + padX] >= deep * deep;
      }
    }
    return out;
  }

  /** The neighbour distance of the pool; on a lattice that of its wider axis. */
  private static double spacing(List<double[]> points) {
    return Math.max(nearest(points), Math.max(latticeStep(points, 0), latticeStep(points, 1)));
  }

  /** The median step along an axis when the points share its values, else 0. */
  private static double latticeStep(List<double[]> points, int axis) {
    double[] values = points.stream().mapToDouble(p -> p[axis]).sorted().distinct().toArray();
    if (values.length < 2 || values.length > points.size() / 2) {
      return 0;
    }
    double[] steps = new double[values.length - 1];
    for (int k = 0; k < steps.length; k++) {
      steps[k] = values[k + 1] - values[k];
    }
    Arrays.sort(steps);
    return steps[steps.length / 2];
  }

  /** The neighbour distance that 90 % of the points stay within; large pools are sampled. */
  private static double nearest(List<double[]> points) {
    int stride = Math.max(1, points.size() / 500);
    double[] nearest = new double[(points.size() + stride - 1) / stride];
    for (int k = 0; k < nearest.length; k++) {
      double[] p = points.get(k * stride);
      double best = 1;
      for (double[] q : points) {
        double distance = Math.hypot(p[0] - q[0], p[1] - q[1]);
        if (distance > 0 && distance < best) {
          best = distance;
        }
      }
      nearest[k] = best;
    }
    Arrays.sort(nearest);
    return nearest.length == 0 ? 1 : nearest[(int) (0.9 * (nearest.length - 1))];
  }

  /**
   * Replaces 0 / ∞ marks by squared distances to the nearest 0 (Felzenszwalb and Huttenlocher 2012,
   * lower envelope of parabolas, axis by axis).
   */
  private static void squaredDistances(
      double[] field, int wide, int high, double stepX, double stepY) {
    double[] column = new double[high];
    for (int i = 0; i < wide; i++) {
      for (int j = 0; j < high; j++) {
        column[j] = field[j * wide + i];
      }
      double[] done = envelope(column, stepY);
      for (int j = 0; j < high; j++) {
        field[j * wide + i] = done[j];
      }
    }
    for (int j = 0; j < high; j++) {
      double[] row = Arrays.copyOfRange(field, j * wide, (j + 1) * wide);
      System.arraycopy(envelope(row, stepX), 0, field, j * wide, wide);
    }
  }

  private static double[] envelope(double[] f, double step) {
    int n = f.length;
    int[] parabola = new int[n];
    double[] from = new double[n + 1];
    int last = -1;
    for (int q = 0; q < n; q++) {
      if (Double.isInfinite(f[q])) {
        continue;
      }
      double start = Double.NEGATIVE_INFINITY;
      while (last >= 0) {
        start = crossing(f, parabola[last], q, step);
        if (start > from[last]) {
          break;
        }
        last--;
      }
      last++;
      parabola[last] = q;
      from[last] = last == 0 ? Double.NEGATIVE_INFINITY : start;
    }
    double[] out = new double[n];
    Arrays.fill(out, Double.POSITIVE_INFINITY);
    int k = 0;
    for (int q = 0; q < n && last >= 0; q++) {
      while (k < last && from[k + 1] < q * step) {
        k++;
      }
      double d = (q - parabola[k]) * step;
      out[q] = d * d + f[parabola[k]];
    }
    return out;
  }

  private static double crossing(double[] f, int p, int q, double step) {
    double a = p * step;
    double b = q * step;
    return (f[q] + b * b - f[p] - a * a) / (2 * (b - a));
  }
}

package org.recastal.surrogate;

import java.util.Arrays;
import org.recastal.numerics.Matrix;

/**
 * Points axis by axis, as the metric of a kernel scales them: the layout in which distances are
 * computed fastest.
 *
 * @param axes {@code (d × n)} scaled coordinates
 */
@SuppressWarnings("ArrayRecordComponent") // numeric kernel
record Coordinates(double[][] axes) {

  /** Points of the cube {@code (n × d)} as they are. */
  static Coordinates of(Matrix points) {
    double[][] axes = new double[points.columns()][];
    Arrays.setAll(axes, points::column);
    return new Coordinates(axes);
  }

  /** Scales {@code points} {@code (n × d)} by a metric. */
  static Coordinates of(Matrix points, Metric metric) {
    Coordinates cube = of(points);
    double[][] axes = new double[points.columns()][];
    double[] tilts = metric.tilts();
    for (int q = 0; q < axes.length; q++) {
      double[] axis = cube.axes[q].clone();
      for (int p = 0; p < q && tilts.length > 0; p++) {
        double tilt = tilts[Metric.tilt(q, p)];
        for (int i = 0; i < axis.length; i++) {
          axis[i] += tilt * cube.axes[p][i];
        }
      }
      for (int i = 0; i < axis.length; i++) {
        axis[i] /= metric.lengths()[q];
      }
      axes[q] = axis;
    }
    return new Coordinates(axes);
  }

  int size() {
    return axes.length == 0 ? 0 : axes[0].length;
  }

  /** Some of the points. */
  Coordinates chosen(int[] kept) {
    double[][] some = new double[axes.length][kept.length];
    for (int q = 0; q < some.length; q++) {
      for (int i = 0; i < kept.length; i++) {
        some[q][i] = axes[q][kept[i]];
      }
    }
    return new Coordinates(some);
  }

  /** The scaled coordinates of one point, length d. */
  double[] point(int i) {
    double[] point = new double[axes.length];
    for (int q = 0; q < point.length; q++) {
      point[q] = axes[q][i];
    }
    return point;
  }

  /** Squared scaled distances of {@code point} to points 0 … to−1, into {@code out}. */
  void squaredDistances(double[] point, double[] out, int to) {
    for (int q = 0; q < axes.length; q++) {
      double[] axis = axes[q];
      double x = point[q];
      if (q == 0) {
        for (int j = 0; j < to; j++) {
          out[j] = (axis[j] - x) * (axis[j] - x);
        }
      } else {
        for (int j = 0; j < to; j++) {
          out[j] += (axis[j] - x) * (axis[j] - x);
        }
      }
    }
  }
}

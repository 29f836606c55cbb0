package org.recastal.acquisition;

import org.recastal.numerics.Matrix;

/** Euclidean distances in the unit cube. */
public final class Distances {

  private Distances() {}

  /** Squared distance between a point and one row of a matrix. */
  public static double squared(double[] point, Matrix points, int row) {
    double sum = 0;
    for (int k = 0; k < point.length; k++) {
      double step = point[k] - points.get(row, k);
      sum += step * step;
    }
    return sum;
  }

  /** Distance between a point and the nearest row; infinite when there are no rows. */
  public static double toNearest(double[] point, Matrix points) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < points.rows(); i++) {
      nearest = Math.min(nearest, squared(point, points, i));
    }
    return Math.sqrt(nearest);
  }
}

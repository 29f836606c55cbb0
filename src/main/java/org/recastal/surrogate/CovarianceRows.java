package org.recastal.surrogate;

import java.util.Arrays;

/**
 * The covariances of a posterior at m points, row by row, for a line of unit scale: those of line l
 * are {@code scale(l)²} times as large. Nothing of size m × m is made.
 */
public interface CovarianceRows {

  /** Number of points, m. */
  int size();

  /** The covariance of point {@code i} with the points from ... to − 1. */
  double[] row(int i, int from, int to);

  /** The covariances of the points first ... last − 1 with the points 0 ... to − 1. */
  default double[][] rows(int first, int last, int to) {
    double[][] rows = new double[last - first][];
    Arrays.setAll(rows, i -> row(first + i, 0, to));
    return rows;
  }

  /** The variances, length m. */
  double[] variances();

  /** The variance of the error of a further observation. */
  double noise();

  /** The standard deviation of a line in the units of its values. */
  double scale(int line);
}

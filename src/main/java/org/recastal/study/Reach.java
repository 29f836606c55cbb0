package org.recastal.study;

import java.util.stream.IntStream;
import org.recastal.numerics.Matrix;
import org.recastal.space.SearchSpace;

/**
 * Where a contour can be asked for: where the constraints hold and, of a pool, no farther from one
 * of its points than the loneliest of these is from its neighbour.
 *
 * @param pool {@code (m × d)} in the unit cube; no rows without a pool
 * @param radius squared
 */
public record Reach(SearchSpace space, Matrix pool, double radius) {

  public static Reach of(SearchSpace space, Matrix places) {
    if (space.pool().isEmpty()) {
      return new Reach(space, Matrix.zeros(0, places.columns()), Double.POSITIVE_INFINITY);
    }
    double loneliest =
        IntStream.range(0, places.rows())
            .mapToDouble(i -> nearest(places, places.row(i), i))
            .filter(Double::isFinite)
            .max()
            .orElse(Double.POSITIVE_INFINITY);
    return new Reach(space, places, loneliest);
  }

  public boolean includes(double[] unit) {
    return space.allows(space.fromUnit(unit))
        && (pool.rows() == 0 || nearest(pool, unit, -1) <= radius);
  }

  /** Squared distance to the nearest place other than the one to leave out. */
  private static double nearest(Matrix places, double[] unit, int leftOut) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < places.rows(); i++) {
      double sum = 0;
      for (int j = 0; j < unit.length; j++) {
        double x = places.get(i, j) - unit[j];
        sum += x * x;
      }
      least = i == leftOut ? least : Math.min(least, sum);
    }
    return least;
  }
}

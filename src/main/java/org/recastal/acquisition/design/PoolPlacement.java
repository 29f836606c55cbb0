package org.recastal.acquisition.design;

import java.util.Optional;
import java.util.stream.IntStream;
import org.recastal.acquisition.Distances;
import org.recastal.numerics.Matrix;

/** Goes to the nearest unused member of the pool, if it is not farther than {@code reach}. */
final class PoolPlacement implements Placement {

  private final Matrix free;
  private final boolean[] used;
  private final double reach;

  private PoolPlacement(Matrix free, double reach) {
    this.free = free;
    this.used = new boolean[free.rows()];
    this.reach = reach;
  }

  /**
   * Reaches as far as the diagonal of one member's share of the cube, or of the usual gap between
   * neighbours where that is wider.
   *
   * @param free the members that may be chosen, {@code (f × d)}
   */
  static PoolPlacement of(Matrix free) {
    int members = Math.max(free.rows(), 1);
    double share = Math.pow(members, -1.0 / free.columns());
    double side = Math.max(share, medianGap(free));
    return new PoolPlacement(free, side * Math.sqrt(free.columns()));
  }

  private static double medianGap(Matrix free) {
    // A thousand members tell the median well enough, and the cost stays linear in the pool.
    int stride = Math.max(1, free.rows() / 1000);
    double[] gaps =
        IntStream.iterate(0, i -> i < free.rows(), i -> i + stride)
            .mapToDouble(i -> gap(free, i))
            .sorted()
            .toArray();
    return gaps.length == 0 ? 0 : gaps[gaps.length / 2];
  }

  private static double gap(Matrix free, int member) {
    double[] point = free.row(member);
    double nearest = Double.POSITIVE_INFINITY;
    for (int j = 0; j < free.rows(); j++) {
      if (j != member) {
        nearest = Math.min(nearest, Distances.squared(point, free, j));
      }
    }
    return free.rows() < 2 ? 0 : Math.sqrt(nearest);
  }

  @Override
  public Optional<double[]> nearestFree(double[] unitPoint) {
    int nearest = nearest(unitPoint);
    if (nearest < 0 || Distances.squared(unitPoint, free, nearest) > reach * reach) {
      return Optional.empty();
    }
    return Optional.of(free.row(nearest));
  }

  @Override
  public void use(double[] placed) {
    used[nearest(placed)] = true;
  }

  private int nearest(double[] unitPoint) {
    int nearest = -1;
    double shortest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < free.rows(); i++) {
      double squared = used[i] ? Double.POSITIVE_INFINITY : Distances.squared(unitPoint, free, i);
      if (squared < shortest) {
        nearest = i;
        shortest = squared;
      }
    }
    return nearest;
  }
}

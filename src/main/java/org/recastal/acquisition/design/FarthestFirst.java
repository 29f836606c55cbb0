package org.recastal.acquisition.design;

import java.util.Arrays;
import org.recastal.acquisition.Distances;
import org.recastal.numerics.Matrix;

/** Greedy maximin: always the candidate that is farthest from everything chosen so far. */
final class FarthestFirst {

  private final Matrix candidates;
  private final double[] squaredDistance;

  FarthestFirst(Matrix candidates) {
    this.candidates = candidates;
    this.squaredDistance = new double[candidates.rows()];
    Arrays.fill(squaredDistance, Double.POSITIVE_INFINITY);
  }

  /** Keeps later choices away from this point. */
  void avoid(double[] point) {
    for (int i = 0; i < squaredDistance.length; i++) {
      squaredDistance[i] = Math.min(squaredDistance[i], Distances.squared(point, candidates, i));
    }
  }

  /** The farthest candidate, the first of equals; meaningless when nothing was avoided yet. */
  double[] next() {
    int farthest = 0;
    for (int i = 1; i < squaredDistance.length; i++) {
      if (squaredDistance[i] > squaredDistance[farthest]) {
        farthest = i;
      }
    }
    double[] chosen = candidates.row(farthest);
    avoid(chosen);
    return chosen;
  }

  /** The candidate nearest to a point, from which later choices stay away. */
  double[] nearestTo(double[] point) {
    int nearest = 0;
    for (int i = 1; i < candidates.rows(); i++) {
      if (Distances.squared(point, candidates, i) < Distances.squared(point, candidates, nearest)) {
        nearest = i;
      }
    }
    double[] chosen = candidates.row(nearest);
    avoid(chosen);
    return chosen;
  }

  /** Whether every candidate coincides with a chosen or avoided point. */
  boolean exhausted() {
    return Arrays.stream(squaredDistance).noneMatch(s -> s > 0);
  }
}

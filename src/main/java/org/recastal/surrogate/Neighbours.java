package org.recastal.surrogate;

import java.util.Arrays;

/**
 * The values nearest to a place, by the distance of the kernel. All distances are computed: at
 * 50,000 values this costs no more than the small factor that follows.
 *
 * @param at places of the values
 * @param cheap how many of them, from the first, are of the cheap task
 */
record Neighbours(Coordinates at, int cheap) {

  /**
   * The numbers of the nearest values.
   *
   * @param place length d, scaled by the metric
   * @param most how many; of two tasks, half of them from each
   * @return ascending by distance within each task, cheap ones first
   */
  int[] of(double[] place, int most) {
    int n = at.size();
    double[] distances = new double[n];
    at.squaredDistances(place, distances, n);
    int fromDear = Math.min(n - cheap, cheap == 0 ? most : most / 2);
    int fromCheap = Math.min(cheap, most - fromDear);
    int[] nearest = Arrays.copyOf(nearest(distances, 0, cheap, fromCheap), fromCheap + fromDear);
    System.arraycopy(nearest(distances, cheap, n, fromDear), 0, nearest, fromCheap, fromDear);
    return nearest;
  }

  /** The {@code count} smallest of distances[from … to−1]; of equal ones the first. */
  private static int[] nearest(double[] distances, int from, int to, int count) {
    int[] kept = new int[count];
    int held = 0;
    for (int i = from; i < to && count > 0; i++) {
      if (held == count && distances[i] >= distances[kept[held - 1]]) {
        continue;
      }
      int place = held == count ? held - 1 : held++;
      for (; place > 0 && distances[kept[place - 1]] > distances[i]; place--) {
        kept[place] = kept[place - 1];
      }
      kept[place] = i;
    }
    return kept;
  }
}

package org.recastal.likelihood.toys;

import java.util.Arrays;

/** Test statistics of the toys of one hypothesis, ascending. */
final class ToySample {

  /**
   * Statistics this close are the same: discrete data give the same number by different ways, and
   * fits leave about 1e-14 of what they subtract.
   */
  private static final double SAME = 1e-8;

  private final double[] ascending;
  private final int failed;

  /**
   * Sorts.
   *
   * @param statistics one per toy, NaN where a fit failed
   */
  ToySample(double[] statistics) {
    double[] sorted = statistics.clone();
    Arrays.sort(sorted); // NaN last
    int sound = sorted.length;
    while (sound > 0 && Double.isNaN(sorted[sound - 1])) {
      sound--;
    }
    ascending = Arrays.copyOf(sorted, sound);
    failed = sorted.length - sound;
  }

  /** Toys whose fits did not converge; no number rests on them. */
  int failed() {
    return failed;
  }

  int size() {
    return ascending.length;
  }

  /** The k-th smallest statistic. */
  double get(int k) {
    return ascending[k];
  }

  /** How many are as large as q, or larger. */
  int atLeast(double q) {
    double least = q - SAME * Math.max(1, q);
    int low = 0;
    int high = ascending.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ascending[middle] < least) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return ascending.length - low;
  }
}

package org.recastal.surrogate;

import java.util.Arrays;

/**
 * The box in which hyperparameters are looked for.
 *
 * @param signal bounds of the signal variance
 * @param length bounds of every length
 * @param tilt largest size of a tilt
 * @param noise bounds of the learnt noise variance
 */
record HyperparameterBounds(Range signal, Range length, double tilt, Range noise) {

  /** A closed interval of positive numbers. */
  record Range(double min, double max) {
    Range {
      if (!(min > 0 && max >= min && max < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "bounds must be positive and in order: " + min + ", " + max);
      }
    }

    /** What it has in common with [low, high], or its nearest end. */
    Range within(double low, double high) {
      return new Range(clamp(low), clamp(high));
    }

    private double clamp(double x) {
      return Math.min(max, Math.max(min, x));
    }
  }

  /** The lower ends. */
  double[] lower(FitVector at) {
    return ends(at, signal.min, length.min, -tilt, noise.min);
  }

  /** The upper ends. */
  double[] upper(FitVector at) {
    return ends(at, signal.max, length.max, tilt, noise.max);
  }

  private static double[] ends(
      FitVector at, double signal, double length, double tilt, double noise) {
    double[] theta = at.logs(signal, length, noise);
    Arrays.fill(theta, at.firstTilt(), at.noise(), tilt);
    return theta;
  }
}

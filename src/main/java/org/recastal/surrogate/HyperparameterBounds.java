package org.recastal.surrogate;

import java.util.Arrays;

/**
 * The box in which hyperparameters are looked for.
 *
 * @param signal bounds of the signal variance
 * @param length bounds of every length
 * @param noise bounds of the learnt noise variance
 */
record HyperparameterBounds(Range signal, Range length, Range noise) {

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

  /** Logarithms of the lower ends for {@code lengths} lengths. */
  double[] lower(int lengths) {
    return logs(lengths, signal.min, length.min, noise.min);
  }

  /** Logarithms of the upper ends for {@code lengths} lengths. */
  double[] upper(int lengths) {
    return logs(lengths, signal.max, length.max, noise.max);
  }

  static double[] logs(int lengths, double signal, double length, double noise) {
    double[] theta = new double[lengths + 2];
    Arrays.fill(theta, Math.log(length));
    theta[0] = Math.log(signal);
    theta[lengths + 1] = Math.log(noise);
    return theta;
  }
}

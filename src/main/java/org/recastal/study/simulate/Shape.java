package org.recastal.study.simulate;

import java.util.Arrays;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.RandomStream;

/** A smooth function over the unit cube, of no particular size. */
interface Shape {

  /**
   * Its value.
   *
   * @param unit length d, in the unit cube
   */
  double at(double[] unit);

  /** Distance from a place near the middle along stretched axes, rounded there. */
  static Shape bowl(int d, RandomStream random) {
    double[] centre = uniform(d, 0.4, 0.6, random);
    double[] stretch = uniform(d, 0.8, 1.25, random);
    return u -> {
      double sum = 0;
      for (int i = 0; i < d; i++) {
        double x = (u[i] - centre[i]) / stretch[i];
        sum += x * x;
      }
      return Math.sqrt(sum + 0.05 * 0.05);
    };
  }

  /** Distance from a diagonal plane through a place near the middle, rounded at the plane. */
  static Shape valley(int d, RandomStream random) {
    double[] centre = uniform(d, 0.4, 0.6, random);
    double[] normal = uniform(d, 0.7, 1.3, random);
    for (int i = 1; i < d; i += 2) {
      normal[i] = -normal[i];
    }
    return u -> Math.hypot(along(normal, centre, u), 0.05);
  }

  /** Distance from a bent surface that leans against every axis. */
  static Shape slope(int d, RandomStream random) {
    double[] centre = uniform(d, 0.4, 0.6, random);
    double[] normal = uniform(d, 0.7, 1.3, random);
    double[] bend = uniform(d, -1.0, 1.0, random);
    return u -> along(normal, centre, u) + 0.2 * Math.sin(Math.PI * along(bend, centre, u));
  }

  /** A gentle ripple, between −1 and 1. */
  static Shape ripple(int d, RandomStream random) {
    double[] wave = uniform(d, -0.8, 0.8, random);
    double phase = random.nextDouble();
    return u -> Math.sin(2 * Math.PI * (along(wave, new double[d], u) + phase));
  }

  /** Rounded hills that meet in sharp valleys, between −1 and 1, two or so along each axis. */
  static Shape kinks(int d, RandomStream random) {
    double[] wave = uniform(d, 0.7, 1.4, random);
    double[] other = uniform(d, -1.4, -0.7, random);
    other[0] = -other[0];
    double phase = random.nextDouble();
    double[] origin = new double[d];
    return u ->
        Math.abs(Math.sin(Math.PI * (along(wave, origin, u) + phase)))
            + Math.abs(Math.sin(Math.PI * (along(other, origin, u) + 2 * phase)))
            - 1;
  }

  /**
   * A Gaussian bump of height 1 at one of the places.
   *
   * @param places {@code (m × d)}, at least one
   * @param width standard deviation in a plane; wider in more dimensions, where distances are
   */
  static Shape bump(Matrix places, double width, RandomStream random) {
    double[] centre = places.row((int) (random.nextDouble() * places.rows()));
    double variance = width * width * places.columns() / 2.0;
    return u -> {
      double sum = 0;
      for (int i = 0; i < u.length; i++) {
        sum += (u[i] - centre[i]) * (u[i] - centre[i]);
      }
      return Math.exp(-sum / (2 * variance));
    };
  }

  /** This shape, moved and scaled so that a share of the places lies below 0, with deviation 1. */
  default Shape scaledTo(Matrix places, double share) {
    double zero = quantile(places, share);
    double[] values = values(places);
    double mean = Arrays.stream(values).average().orElse(0);
    double variance = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0);
    double deviation = variance > 0 ? Math.sqrt(variance) : 1;
    return u -> (at(u) - zero) / deviation;
  }

  /** A value that a share of the places lies below, and none at. */
  default double quantile(Matrix places, double share) {
    double[] values = values(places);
    Arrays.sort(values);
    int below = (int) (share * (values.length - 1));
    // Between two places: on one of them its class would be a matter of rounding.
    return (values[below] + values[Math.min(below + 1, values.length - 1)]) / 2;
  }

  private double[] values(Matrix places) {
    double[] values = new double[places.rows()];
    Arrays.setAll(values, i -> at(places.row(i)));
    return values;
  }

  /** This shape, higher. */
  default Shape times(double factor) {
    return u -> factor * at(u);
  }

  private static double along(double[] direction, double[] from, double[] to) {
    double sum = 0;
    for (int i = 0; i < direction.length; i++) {
      sum += direction[i] * (to[i] - from[i]);
    }
    return sum;
  }

  private static double[] uniform(int d, double low, double high, RandomStream random) {
    double[] out = new double[d];
    Arrays.setAll(out, i -> low + (high - low) * random.nextDouble());
    return out;
  }
}

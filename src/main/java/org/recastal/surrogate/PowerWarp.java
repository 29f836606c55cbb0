package org.recastal.surrogate;

import org.recastal.numerics.Matrix;

/**
 * The power transform of Yeo and Johnson (2000, Biometrika 87, eq. 2.1) of standardised values: it
 * stretches one end of them and compresses the other, and leaves them as they are at power 1. With
 * powers from 0 to 2 it maps all numbers onto all numbers.
 *
 * @param power below 1 the low end is stretched
 * @param units of the values, one line
 */
record PowerWarp(double power, Standardisation units) {

  static final double SMALLEST = 0;
  static final double LARGEST = 2;

  /** A power closer to 0 than this is a logarithm. */
  private static final double LOGARITHM = 1e-9;

  PowerWarp {
    if (!(power >= SMALLEST && power <= LARGEST)) {
      throw new IllegalArgumentException("a power lies between 0 and 2: " + power);
    }
  }

  /** In units of the values of a training set of one line. */
  static PowerWarp of(double power, TrainingSet training) {
    if (training.values().columns() != 1) {
      throw new IllegalArgumentException("only one line can be warped");
    }
    return new PowerWarp(power, Standardisation.of(training));
  }

  double warped(double value) {
    double z = standard(value);
    return z >= 0 ? raised(z, power) : -raised(-z, 2 - power);
  }

  /** The value that is warped to a number. */
  double unwarped(double number) {
    double z = number >= 0 ? lowered(number, power) : -lowered(-number, 2 - power);
    return units.mean()[0] + units.scale()[0] * z;
  }

  /** The logarithm of the derivative at a value. */
  double logSlope(double value) {
    double z = standard(value);
    return (power - 1) * Math.signum(z) * Math.log1p(Math.abs(z)) - Math.log(units.scale()[0]);
  }

  /** The derivative of the way back. */
  double inverseSlope(double number) {
    return Math.exp(-logSlope(unwarped(number)));
  }

  /** Half the interval that one standard deviation to both sides of a number comes from. */
  double deviation(double number, double deviation) {
    return 0.5 * (unwarped(number + deviation) - unwarped(number - deviation));
  }

  /** The training set in warped units; errors follow by first-order propagation. */
  TrainingSet warped(TrainingSet training) {
    double[] noise = training.noiseVariance().column(0);
    for (int i = 0; i < noise.length; i++) {
      noise[i] *= Math.exp(2 * logSlope(training.values().get(i, 0)));
    }
    return new TrainingSet(
        training.inputs(),
        warped(training.values()),
        new Matrix(noise.length, 1, noise),
        training.readings());
  }

  /** One column of values in warped units. */
  Matrix warped(Matrix values) {
    double[] numbers = values.column(0);
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = warped(numbers[i]);
    }
    return new Matrix(numbers.length, 1, numbers);
  }

  private double standard(double value) {
    return (value - units.mean()[0]) / units.scale()[0];
  }

  /** ((1 + z)^p − 1) / p for z ≥ 0. */
  private static double raised(double z, double p) {
    return p < LOGARITHM ? Math.log1p(z) : Math.expm1(p * Math.log1p(z)) / p;
  }

  private static double lowered(double number, double p) {
    return p < LOGARITHM ? Math.expm1(number) : Math.expm1(Math.log1p(p * number) / p);
  }
}

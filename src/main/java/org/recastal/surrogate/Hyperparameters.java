package org.recastal.surrogate;

import java.util.Arrays;
import java.util.List;

/**
 * What a fit learns, in units of the standardised values and of the unit cube.
 *
 * @param signalVariance variance of the latent function, shared by all lines
 * @param lengths correlation length per axis, or one for all axes
 * @param tilts of the axes along which the lengths count, see {@link AxisLengths#OBLIQUE}; none
 *     when these are the axes of the cube
 * @param noiseVariance variance of what the latent function does not explain
 * @param power of the transform that the values are learnt in, see {@link WarpedSurrogate}; 1 for
 *     the values as they are
 */
public record Hyperparameters(
    double signalVariance,
    List<Double> lengths,
    List<Double> tilts,
    double noiseVariance,
    double power) {

  public Hyperparameters {
    lengths = List.copyOf(lengths);
    tilts = List.copyOf(tilts);
    boolean positive = signalVariance > 0 && noiseVariance >= 0 && !lengths.isEmpty();
    for (double length : lengths) {
      positive &= length > 0;
    }
    if (!positive) {
      throw new IllegalArgumentException(
          "variances and lengths must be positive: "
              + signalVariance
              + ", "
              + lengths
              + ", "
              + noiseVariance);
    }
  }

  /** Of values as they are. */
  public Hyperparameters(
      double signalVariance, List<Double> lengths, List<Double> tilts, double noiseVariance) {
    this(signalVariance, lengths, tilts, noiseVariance, 1);
  }

  /** Without tilts. */
  public Hyperparameters(double signalVariance, List<Double> lengths, double noiseVariance) {
    this(signalVariance, lengths, List.of(), noiseVariance);
  }

  /** The same for values that are warped by a power. */
  public Hyperparameters withPower(double other) {
    return new Hyperparameters(signalVariance, lengths, tilts, noiseVariance, other);
  }

  /** The length along one axis. */
  public double length(int axis) {
    return lengths.size() == 1 ? lengths.get(0) : lengths.get(axis);
  }

  /** How distances are measured in {@code dimension} axes. */
  Metric metric(int dimension) {
    if (lengths.size() != 1 && lengths.size() != dimension) {
      throw new IllegalArgumentException(
          lengths.size() + " lengths do not fit " + dimension + " axes");
    }
    double[] perAxis = new double[dimension];
    Arrays.setAll(perAxis, this::length);
    return new Metric(perAxis, tilts.stream().mapToDouble(Double::doubleValue).toArray());
  }
}

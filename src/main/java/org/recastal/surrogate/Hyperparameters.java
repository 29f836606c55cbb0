package org.recastal.surrogate;

import java.util.Arrays;
import java.util.List;

/**
 * What a fit learns, in units of the standardised values and of the unit cube.
 *
 * @param signalVariance variance of the latent function, shared by all lines
 * @param lengths correlation length per axis, or one for all axes
 * @param noiseVariance variance of what the latent function does not explain
 */
public record Hyperparameters(double signalVariance, List<Double> lengths, double noiseVariance) {

  public Hyperparameters {
    lengths = List.copyOf(lengths);
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

  /** The length along one axis. */
  public double length(int axis) {
    return lengths.size() == 1 ? lengths.get(0) : lengths.get(axis);
  }

  /** Logarithms in the order signal variance, lengths, noise variance. */
  double[] toLog() {
    double[] theta = new double[lengths.size() + 2];
    theta[0] = Math.log(signalVariance);
    for (int i = 0; i < lengths.size(); i++) {
      theta[i + 1] = Math.log(lengths.get(i));
    }
    theta[theta.length - 1] = Math.log(noiseVariance);
    return theta;
  }

  static Hyperparameters ofLog(double[] theta) {
    List<Double> lengths = Arrays.stream(theta, 1, theta.length - 1).mapToObj(Math::exp).toList();
    return new Hyperparameters(Math.exp(theta[0]), lengths, Math.exp(theta[theta.length - 1]));
  }
}

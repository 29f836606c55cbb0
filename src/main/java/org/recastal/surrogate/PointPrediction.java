package org.recastal.surrogate;

import org.recastal.numerics.Cholesky;

/**
 * Mean, deviation and their gradients at one point x: with k = K(X, x), the mean is k · α and the
 * variance σ² − k · K⁻¹ k (Rasmussen and Williams 2006, eqs. 2.25 and 2.26); the gradients follow
 * from ∂k_i/∂z = 2 σ² R′(r²) (z − z_i) in the coordinates z of the metric.
 */
final class PointPrediction {

  private final Conditional process;
  private final double[] unitPoint;
  private final double[] point;
  private final double[] covariance;
  private final double[] slope;

  PointPrediction(Conditional process, double[] unitPoint) {
    this.process = process;
    this.unitPoint = unitPoint;
    int n = process.size();
    point = process.metric().scaled(unitPoint);
    covariance = new double[n];
    slope = new double[n];
    process.scaled().squaredDistances(point, covariance, n);
    process.kernel().correlate(covariance, slope, n);
    for (int i = 0; i < n; i++) {
      covariance[i] *= process.amplitude()[i];
      slope[i] *= 2 * process.amplitude()[i];
    }
  }

  PointBelief belief() {
    int lines = process.lines();
    Standardisation units = process.units();
    Cholesky factor = process.factor();
    double[] v = factor.solveLower(covariance);
    double variance = process.variance() - dot(v, v);
    double root = variance > 0 ? Math.sqrt(variance) : 0;
    double[] rootGradient = new double[point.length];
    if (root > 0) {
      rootGradient = gradient(factor.solveUpper(v), -1 / root);
    }
    double[] mean = new double[lines];
    double[] deviation = new double[lines];
    double[][] meanGradient = new double[lines][];
    double[][] deviationGradient = new double[lines][];
    for (int l = 0; l < lines; l++) {
      double scale = units.scale()[l];
      double latent = process.trend().value(l, unitPoint) + dot(covariance, process.alpha()[l]);
      mean[l] = units.mean()[l] + scale * latent;
      deviation[l] = scale * root;
      meanGradient[l] = gradient(process.alpha()[l], scale);
      for (int q = 0; q < point.length; q++) {
        meanGradient[l][q] += scale * process.trend().slope(l, q);
      }
      deviationGradient[l] = scaled(rootGradient, scale);
    }
    return new PointBelief(mean, deviation, meanGradient, deviationGradient);
  }

  /** {@code factor · Σ_i weights_i ∂k_i/∂x}, length d. */
  private double[] gradient(double[] weights, double factor) {
    double[] gradient = new double[point.length];
    for (int q = 0; q < gradient.length; q++) {
      double[] axis = process.scaled().axes()[q];
      double sum = 0;
      for (int i = 0; i < weights.length; i++) {
        sum += weights[i] * slope[i] * (point[q] - axis[i]);
      }
      gradient[q] = factor * sum;
    }
    process.metric().chain(gradient);
    return gradient;
  }

  private static double[] scaled(double[] v, double factor) {
    double[] out = v.clone();
    for (int i = 0; i < out.length; i++) {
      out[i] *= factor;
    }
    return out;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}

package org.recastal.likelihood.fit;

import java.util.random.RandomGenerator;
import org.recastal.numerics.RandomStream;

/**
 * Starts drawn around a minimum: each free parameter moves by a normal number of twice its own
 * standard deviation √(2 / H_ii), and stays in its box. Which numbers are drawn depends on the name
 * of the fit alone.
 */
final class RestartPoints {

  private static final double SPREAD = 2;

  private final Deviance deviance;
  private final double[] lower;
  private final double[] upper;
  private final RandomStream stream;

  RestartPoints(Deviance deviance, double[] lower, double[] upper, String name) {
    this.deviance = deviance;
    this.lower = lower;
    this.upper = upper;
    this.stream = RandomStream.named(0, 0, "fit restarts").child(name);
  }

  double[] near(double[] theta, int k) {
    int d = theta.length;
    double[] hessian = new double[d * d];
    deviance.hessian(theta, new double[d], hessian);
    RandomGenerator random = stream.child("start " + k);
    double[] start = theta.clone();
    for (int i = 0; i < d; i++) {
      double width = upper[i] - lower[i];
      double sigma = Math.sqrt(2 / Math.abs(hessian[i * d + i]));
      double z = random.nextGaussian();
      if (width > 0) {
        double move = SPREAD * z * (sigma < width ? sigma : Math.min(1, width / 4));
        start[i] = Math.min(upper[i], Math.max(lower[i], theta[i] + move));
      }
    }
    return start;
  }
}

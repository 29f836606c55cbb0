package org.recastal.likelihood.fit;

import java.util.random.RandomGenerator;
import org.recastal.numerics.RandomStream;

/**
 * Starts drawn around a minimum: each free parameter moves by a normal number of twice its own
 * standard deviation √(2 / H_ii), and stays in its box; the whole move is halved until the
 * likelihood there is finite. Which numbers are drawn depends on the name of the fit alone.
 */
final class RestartPoints {

  private static final double SPREAD = 2;
  private static final int MAX_HALVINGS = 10;

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

  /** The k-th start around theta (d); theta itself when no other is finite. */
  double[] near(double[] theta, int k) {
    double[] move = move(theta, stream.child("start " + k));
    double length = SPREAD;
    for (int halving = 0; halving < MAX_HALVINGS; halving++) {
      double[] start = theta.clone();
      for (int i = 0; i < start.length; i++) {
        if (upper[i] > lower[i]) {
          start[i] = Math.min(upper[i], Math.max(lower[i], theta[i] + length * move[i]));
        }
      }
      if (Double.isFinite(deviance.value(start))) {
        return start;
      }
      length /= 2;
    }
    return theta.clone();
  }

  private double[] move(double[] theta, RandomGenerator random) {
    int d = theta.length;
    double[] hessian = new double[d * d];
    deviance.hessian(theta, new double[d], hessian);
    double[] move = new double[d];
    for (int i = 0; i < d; i++) {
      double width = upper[i] - lower[i];
      double sigma = Math.sqrt(2 / Math.abs(hessian[i * d + i]));
      move[i] = random.nextGaussian() * (sigma < width ? sigma : Math.min(1, width / 4));
    }
    return move;
  }
}

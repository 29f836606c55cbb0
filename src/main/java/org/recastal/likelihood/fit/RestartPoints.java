package org.recastal.likelihood.fit;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.recastal.likelihood.NegativeLogLikelihood;
import org.recastal.numerics.RandomStream;

/**
 * Starts around a minimum, by two kinds of move in units of each free parameter's own standard
 * deviation √(2 / H_ii). A <em>joint</em> move takes all parameters the same distance, each to the
 * side where the deviance alone rises less: it finds minima in which many nuisance parameters pull
 * together, which are there when a signal's templates are noisy. A <em>random</em> move is normal.
 * Starts stay in the box, and a move is halved until the likelihood is finite. Which numbers are
 * drawn depends on the name of the fit alone.
 */
final class RestartPoints {

  /** Lengths of the moves in turn; 0 stands for a random one. */
  private static final double[] LENGTHS = {1, 0, 1.5, 2, 0, 3};

  private static final double RANDOM_LENGTH = 2;
  private static final int MAX_HALVINGS = 10;

  private final NegativeLogLikelihood deviance;
  private final double[] lower;
  private final double[] upper;
  private final RandomStream stream;
  private double[] jointCentre = {};
  private double[] joint = {};

  RestartPoints(NegativeLogLikelihood deviance, double[] lower, double[] upper, String name) {
    this.deviance = deviance;
    this.lower = lower;
    this.upper = upper;
    this.stream = RandomStream.named(0, 0, "fit restarts").child(name);
  }

  /** The k-th start around theta (d) of those that also look for joint moves. */
  double[] thorough(double[] theta, int k) {
    double length = LENGTHS[k % LENGTHS.length];
    return length == 0 ? near(theta, k) : moved(theta, jointMove(theta), length);
  }

  /** The k-th random start around theta (d). */
  double[] near(double[] theta, int k) {
    RandomGenerator random = stream.child("start " + k);
    double[] move = deviations(theta);
    for (int i = 0; i < move.length; i++) {
      move[i] *= random.nextGaussian();
    }
    return moved(theta, move, RANDOM_LENGTH);
  }

  /** Theta itself when no part of the move leads to a finite likelihood. */
  private double[] moved(double[] theta, double[] move, double longest) {
    double length = longest;
    for (int halving = 0; halving < MAX_HALVINGS; halving++) {
      double[] start = theta.clone();
      for (int i = 0; i < start.length; i++) {
        start[i] = inside(i, theta[i] + length * move[i]);
      }
      if (Double.isFinite(deviance.value(start))) {
        return start;
      }
      length /= 2;
    }
    return theta.clone();
  }

  private double[] jointMove(double[] theta) {
    if (Arrays.equals(theta, jointCentre)) {
      return joint;
    }
    double[] move = deviations(theta);
    double[] at = theta.clone();
    for (int i = 0; i < move.length; i++) {
      if (move[i] > 0) {
        at[i] = inside(i, theta[i] + move[i]);
        double above = deviance.value(at);
        at[i] = inside(i, theta[i] - move[i]);
        double below = deviance.value(at);
        at[i] = theta[i];
        move[i] =
            Double.isNaN(above) || Double.isNaN(below) ? 0 : above < below ? move[i] : -move[i];
      }
    }
    jointCentre = theta.clone();
    joint = move;
    return move;
  }

  private double inside(int i, double value) {
    return upper[i] > lower[i] ? Math.min(upper[i], Math.max(lower[i], value)) : lower[i];
  }

  /** Standard deviations (d) as far as they are known from the curvature; 0 for what is fixed. */
  private double[] deviations(double[] theta) {
    int d = theta.length;
    double[] hessian = new double[d * d];
    deviance.hessian(theta, new double[d], hessian);
    double[] deviations = new double[d];
    for (int i = 0; i < d; i++) {
      double width = upper[i] - lower[i];
      double sigma = Math.sqrt(2 / Math.abs(hessian[i * d + i]));
      deviations[i] = sigma < width ? sigma : Math.min(1, width / 4);
    }
    return deviations;
  }
}

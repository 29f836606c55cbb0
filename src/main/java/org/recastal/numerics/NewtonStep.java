package org.recastal.numerics;

import java.util.Arrays;
import java.util.Optional;

/**
 * A damped Newton step that stays in a box: the linear system is solved on the free variables,
 * those that would leave the box are put on its wall, and the rest is solved again for them.
 */
final class NewtonStep {

  private final double[] lower;
  private final double[] upper;
  private final int d;
  private final double[][] rows;
  private final int[] free;
  private final double[] direction;
  private final boolean[] onWall;

  NewtonStep(double[] lower, double[] upper) {
    this.lower = lower;
    this.upper = upper;
    this.d = lower.length;
    this.rows = new double[d][d];
    this.free = new int[d];
    this.direction = new double[d];
    this.onWall = new boolean[d];
  }

  /**
   * Finds the step from x.
   *
   * @return false when the damped Hessian of the free variables is not positive definite
   */
  boolean solve(double[] x, double[] gradient, double[] hessian, double[] scale, double damping) {
    Arrays.fill(direction, 0);
    Arrays.fill(onWall, false);
    int count = freeVariables(x, gradient, hessian);
    boolean crossing = count > 0;
    while (crossing && count > 0) {
      Optional<Cholesky> factor = factor(count, hessian, scale, damping);
      if (factor.isEmpty()) {
        return false;
      }
      double[] scaled = factor.get().solve(rightHandSide(count, gradient, hessian, scale));
      int left = 0;
      crossing = false;
      for (int a = 0; a < count; a++) {
        int i = free[a];
        direction[i] = scale[i] * scaled[a];
        if (stopAtWall(i, x[i])) {
          crossing = true;
        } else {
          free[left++] = i;
        }
      }
      count = left;
    }
    return true;
  }

  /** Writes x + d to {@code trial}; false when it is x itself. */
  boolean movesTo(double[] x, double[] trial) {
    boolean moves = false;
    for (int i = 0; i < d; i++) {
      double to = Math.min(upper[i], Math.max(lower[i], x[i] + direction[i]));
      if (onWall[i]) {
        to = direction[i] > 0 ? upper[i] : lower[i];
      }
      trial[i] = to;
      moves |= to != x[i];
    }
    return moves;
  }

  /** −(g·d + d·H d / 2). */
  double predictedGain(double[] gradient, double[] hessian) {
    double sum = 0;
    for (int i = 0; i < d; i++) {
      if (direction[i] != 0) {
        double curved = 0;
        for (int j = 0; j < d; j++) {
          curved += hessian[i * d + j] * direction[j];
        }
        sum += direction[i] * (gradient[i] + 0.5 * curved);
      }
    }
    return -sum;
  }

  private int freeVariables(double[] x, double[] gradient, double[] hessian) {
    int count = 0;
    for (int i = 0; i < d; i++) {
      boolean fixed = lower[i] >= upper[i];
      boolean pushedOut =
          (gradient[i] > 0 && x[i] <= lower[i]) || (gradient[i] < 0 && x[i] >= upper[i]);
      boolean idle = gradient[i] == 0 && hessian[i * d + i] == 0;
      if (!fixed && !pushedOut && !idle) {
        free[count++] = i;
      }
    }
    return count;
  }

  private Optional<Cholesky> factor(int count, double[] hessian, double[] scale, double damping) {
    for (int a = 0; a < count; a++) {
      int i = free[a];
      double[] row = rows[a];
      for (int b = a; b < count; b++) {
        row[b] = scale[i] * hessian[i * d + free[b]] * scale[free[b]];
      }
      row[a] += damping;
    }
    return Cholesky.inPlace(Arrays.copyOf(rows, count));
  }

  private double[] rightHandSide(int count, double[] gradient, double[] hessian, double[] scale) {
    double[] rhs = new double[count];
    for (int a = 0; a < count; a++) {
      int i = free[a];
      double slope = gradient[i];
      for (int j = 0; j < d; j++) {
        slope += onWall[j] ? hessian[i * d + j] * direction[j] : 0;
      }
      rhs[a] = -scale[i] * slope;
    }
    return rhs;
  }

  private boolean stopAtWall(int i, double from) {
    double to = from + direction[i];
    if (to > lower[i] && to < upper[i]) {
      return false;
    }
    direction[i] = (to <= lower[i] ? lower[i] : upper[i]) - from;
    onWall[i] = direction[i] != 0;
    return onWall[i];
  }
}

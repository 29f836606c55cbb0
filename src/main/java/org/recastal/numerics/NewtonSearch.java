package org.recastal.numerics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * One run of {@link BoundedNewton}. Notation: x point, g gradient, H Hessian, s scale with s_i =
 * 1/√|H_ii| but at most the width of the box, λ damping; a step d solves (S H S + λ) S⁻¹d = −S g on
 * the free variables. All arrays are allocated once.
 */
final class NewtonSearch {

  /** A step counts when it gains this part of what the quadratic model promised. */
  private static final double SUFFICIENT = 1e-4;

  private static final double GOOD_MODEL = 0.7;
  private static final double BAD_MODEL = 0.25;
  private static final double FIRST_DAMPING = 1e-3;
  private static final double LEAST_DAMPING = 1e-7;
  private static final double DAMPING_RATIO = 10;

  /** Scaled curvatures between this and its negative count as none. */
  private static final double FLAT = 1e-6;

  /** 10⁻³ · 10⁴⁰ refuses any step that a double can hold. */
  private static final int MAX_TRIES = 44;

  /** Differences of values smaller than this, relative to 1 + |value|, are rounding. */
  private static final double ROUNDING = 1e-12;

  private final BoundedNewton.Objective objective;
  private final double[] lower;
  private final double[] upper;
  private final int d;
  private final NewtonStep step;

  private double[] x;
  private double value;
  private double[] gradient;
  private double[] hessian;
  private double[] trial;
  private double[] trialGradient;
  private double[] trialHessian;
  private final double[] scale;
  private double damping;

  NewtonSearch(BoundedNewton.Objective objective, double[] start, double[] lower, double[] upper) {
    this.objective = objective;
    this.lower = lower;
    this.upper = upper;
    this.d = objective.dimension();
    this.x = new double[d];
    this.gradient = new double[d];
    this.hessian = new double[d * d];
    this.trial = new double[d];
    this.trialGradient = new double[d];
    this.trialHessian = new double[d * d];
    this.scale = new double[d];
    this.step = new NewtonStep(lower, upper);
    for (int i = 0; i < d; i++) {
      x[i] = Math.min(upper[i], Math.max(lower[i], start[i]));
    }
  }

  BoundedNewton.Minimum run(int maxIterations, double tolerance) {
    value = objective.hessian(x, gradient, hessian);
    if (!usable(value, gradient, hessian)) {
      value = Double.POSITIVE_INFINITY;
      return minimum(Double.POSITIVE_INFINITY, 0, false);
    }
    rescale();
    double norm = norm(x, gradient);
    int iterations = 0;
    while (norm > tolerance && iterations < maxIterations && advance(norm)) {
      rescale();
      norm = norm(x, gradient);
      iterations++;
    }
    return minimum(norm, iterations, norm <= tolerance && curvesUp());
  }

  /** Whether the place is a minimum and no saddle, as far as second derivatives tell. */
  private boolean curvesUp() {
    return step.solve(x, gradient, hessian, scale, FLAT);
  }

  private BoundedNewton.Minimum minimum(double norm, int iterations, boolean converged) {
    int[] active =
        IntStream.range(0, d).filter(i -> lower[i] < upper[i] && held(x, gradient, i)).toArray();
    return new BoundedNewton.Minimum(x, value, norm, iterations, converged, active);
  }

  /** Raises the damping until a step is accepted; false when none is. */
  private boolean advance(double norm) {
    for (int k = 0; k < MAX_TRIES; k++) {
      if (step.solve(x, gradient, hessian, scale, damping)) {
        if (!step.movesTo(x, trial)) {
          return false;
        }
        if (accepted(norm)) {
          return true;
        }
      }
      damping = Math.max(FIRST_DAMPING, damping * DAMPING_RATIO);
    }
    return false;
  }

  private boolean accepted(double norm) {
    double promised = step.predictedGain(gradient, hessian);
    double trialValue = objective.value(trial);
    double gain = value - trialValue;
    double rounding = ROUNDING * (1 + Math.abs(value));
    boolean falls = promised > 0 && gain >= SUFFICIENT * promised && gain > rounding;
    boolean level = Math.abs(promised) <= rounding / SUFFICIENT && Math.abs(gain) <= rounding;
    if (!falls && !level) {
      return false;
    }
    trialValue = objective.hessian(trial, trialGradient, trialHessian);
    if (!usable(trialValue, trialGradient, trialHessian)) {
      return false;
    }
    if (!falls && !(norm(trial, trialGradient) < norm)) {
      return false;
    }
    relax(falls ? gain / promised : 1);
    take(trialValue);
    return true;
  }

  private void relax(double ratio) {
    if (ratio < BAD_MODEL) {
      damping = Math.max(FIRST_DAMPING, damping * 4);
    } else if (ratio > GOOD_MODEL) {
      damping = damping < LEAST_DAMPING ? 0 : damping / DAMPING_RATIO;
    }
  }

  private void take(double trialValue) {
    value = trialValue;
    double[] swap = x;
    x = trial;
    trial = swap;
    swap = gradient;
    gradient = trialGradient;
    trialGradient = swap;
    swap = hessian;
    hessian = trialHessian;
    trialHessian = swap;
  }

  private void rescale() {
    for (int i = 0; i < d; i++) {
      double width = upper[i] - lower[i];
      double widest = Double.isInfinite(width) ? Math.max(1, Math.abs(x[i])) : width;
      scale[i] = Math.min(widest, 1 / Math.sqrt(Math.abs(hessian[i * d + i])));
    }
  }

  /** max |g_i| s_i over the variables that are free to follow −g. */
  private double norm(double[] at, double[] g) {
    double norm = 0;
    for (int i = 0; i < d; i++) {
      norm = held(at, g, i) ? norm : Math.max(norm, Math.abs(g[i]) * scale[i]);
    }
    return norm;
  }

  private boolean held(double[] at, double[] g, int i) {
    return lower[i] >= upper[i]
        || (g[i] > 0 && at[i] <= lower[i])
        || (g[i] < 0 && at[i] >= upper[i]);
  }

  private static boolean usable(double value, double[] gradient, double[] hessian) {
    return Double.isFinite(value)
        && Arrays.stream(gradient).allMatch(Double::isFinite)
        && finite(hessian);
  }

  private static boolean finite(double[] values) {
    double sum = 0;
    for (double v : values) {
      sum += v * 0; // NaN as soon as one is not finite
    }
    return sum == 0;
  }
}

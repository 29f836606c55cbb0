package org.recastal.numerics;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;

/**
 * Minimises a smooth function in a box: limited-memory BFGS on the variables that are not held at a
 * bound, with a projected line search (Nocedal and Wright 2006, algorithm 7.4 and §16.7; Bertsekas
 * 1982, "Projected Newton methods", SIAM J. Control Optim. 20, 221). Where the function is not
 * finite the step is shortened.
 *
 * @param maxIterations upper limit of line searches
 * @param gradientTolerance converged when no component of the projected gradient is larger
 * @param valueTolerance converged when two iterations in a row lower the value by less than this,
 *     relative to max(1, |value|)
 */
public record BoundedQuasiNewton(
    int maxIterations, double gradientTolerance, double valueTolerance) {

  private static final int MEMORY = 12;
  private static final double SUFFICIENT_DECREASE = 1e-4;
  private static final double CURVATURE = 0.9;
  private static final int MAX_HALVINGS = 30;
  private static final double FIRST_STEP = 0.5;

  /** A function with its gradient. */
  @FunctionalInterface
  public interface Objective {

    /**
     * Evaluates value and gradient.
     *
     * @param x length d
     * @param gradient length d, filled with the gradient at x
     * @return the value at x; anything not finite means that x is no good
     */
    double evaluate(double[] x, double[] gradient);
  }

  /**
   * Where the search ended.
   *
   * @param point length d
   * @param value the function there; infinite when it was not finite at the start
   * @param evaluations calls of the function
   * @param converged whether a tolerance was met
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Minimum(double[] point, double value, int evaluations, boolean converged) {}

  /** A search with tolerances close to rounding. */
  public static BoundedQuasiNewton tight(int maxIterations) {
    return new BoundedQuasiNewton(maxIterations, 1e-8, 1e-13);
  }

  /**
   * Searches downhill from a start.
   *
   * @param start length d, moved into the box first
   * @param lower lower bounds, length d
   * @param upper upper bounds, length d
   */
  public Minimum minimise(Objective objective, double[] start, double[] lower, double[] upper) {
    return new Search(objective, start, lower, upper).run();
  }

  /** One difference pair of the memory: s = Δx, y = Δgradient. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Pair(double[] s, double[] y) {}

  /** The state of one run. */
  private final class Search {
    private final Objective objective;
    private final double[] lower;
    private final double[] upper;
    private final int d;
    private final Deque<Pair> memory = new ArrayDeque<>();
    private double[] x;
    private double[] gradient;
    private double value;
    private int evaluations;

    Search(Objective objective, double[] start, double[] lower, double[] upper) {
      this.objective = objective;
      this.lower = lower;
      this.upper = upper;
      this.d = start.length;
      this.x = projected(start, new double[d], 0);
      this.gradient = new double[d];
      this.value = evaluate(x, gradient);
    }

    Minimum run() {
      if (value == Double.POSITIVE_INFINITY) {
        return new Minimum(x, value, evaluations, false);
      }
      int small = 0;
      for (int i = 0; i < maxIterations; i++) {
        if (projectedGradientNorm() <= gradientTolerance) {
          return new Minimum(x, value, evaluations, true);
        }
        double before = value;
        if (!advance()) {
          return new Minimum(x, value, evaluations, small > 0);
        }
        boolean tiny = before - value <= valueTolerance * Math.max(1, Math.abs(value));
        small = tiny ? small + 1 : 0;
        if (small == 2) {
          return new Minimum(x, value, evaluations, true);
        }
      }
      return new Minimum(x, value, evaluations, false);
    }

    /** One line search along the quasi-Newton direction, else along steepest descent. */
    private boolean advance() {
      boolean[] free = freeVariables();
      double[] direction = direction(free);
      if (!(slope(direction) < 0)) {
        memory.clear();
        direction = direction(free);
      }
      if (lineSearch(direction)) {
        return true;
      }
      if (memory.isEmpty()) {
        return false;
      }
      memory.clear();
      return lineSearch(direction(free));
    }

    private boolean lineSearch(double[] direction) {
      double step = memory.isEmpty() ? FIRST_STEP / Math.max(FIRST_STEP, norm(direction)) : 1;
      double[] trialGradient = new double[d];
      for (int halving = 0; halving < MAX_HALVINGS; halving++) {
        double[] trial = projected(x, direction, step);
        double descent = descentTo(trial);
        if (!(descent < 0)) {
          return false;
        }
        double trialValue = evaluate(trial, trialGradient);
        if (trialValue <= value + SUFFICIENT_DECREASE * descent) {
          accept(trial, trialValue, trialGradient);
          stretch(direction, step, descent);
          return true;
        }
        step = shortened(step, descent, trialValue);
      }
      return false;
    }

    /** Goes on along the direction, doubling, while it still falls steeply. */
    private void stretch(double[] direction, double acceptedStep, double descent) {
      double step = acceptedStep;
      double slopeAtStart = descent / acceptedStep;
      while (slope(direction) < CURVATURE * slopeAtStart && step < 8 * acceptedStep) {
        double[] further = projected(x, direction, step);
        if (Arrays.equals(further, x)) {
          return;
        }
        double[] furtherGradient = new double[d];
        double furtherValue = evaluate(further, furtherGradient);
        if (!(furtherValue < value)) {
          return;
        }
        accept(further, furtherValue, furtherGradient);
        step *= 2;
      }
    }

    /** The minimum of the parabola through the known values, kept within a tenth and a half. */
    private double shortened(double step, double descent, double trialValue) {
      if (trialValue == Double.POSITIVE_INFINITY) {
        return step * 0.2;
      }
      double parabola = -descent / (2 * (trialValue - value - descent));
      return step * Math.min(0.5, Math.max(0.1, parabola));
    }

    private void accept(double[] trial, double trialValue, double[] trialGradient) {
      double[] s = new double[d];
      double[] y = new double[d];
      double sy = 0;
      double yy = 0;
      for (int i = 0; i < d; i++) {
        s[i] = trial[i] - x[i];
        y[i] = trialGradient[i] - gradient[i];
        sy += s[i] * y[i];
        yy += y[i] * y[i];
      }
      if (sy > 1e-12 * yy) {
        memory.addFirst(new Pair(s, y));
        if (memory.size() > MEMORY) {
          memory.removeLast();
        }
      }
      x = trial;
      value = trialValue;
      gradient = trialGradient.clone();
    }

    /** −H g by the two-loop recursion, in the space of the free variables. */
    private double[] direction(boolean[] free) {
      double[] q = new double[d];
      for (int i = 0; i < d; i++) {
        q[i] = free[i] ? -gradient[i] : 0;
      }
      double[] alpha = new double[memory.size()];
      int k = 0;
      double scale = Double.NaN;
      for (Pair pair : memory) {
        double sy = dot(pair.s, pair.y, free);
        if (sy > 0) {
          scale = Double.isNaN(scale) ? sy / dot(pair.y, pair.y, free) : scale;
          alpha[k] = dot(pair.s, q, free) / sy;
          add(q, -alpha[k], pair.y, free);
        }
        k++;
      }
      if (!Double.isNaN(scale)) {
        RowKernels.scale(q, 0, d, scale);
      }
      for (Iterator<Pair> old = memory.descendingIterator(); old.hasNext(); ) {
        Pair pair = old.next();
        k--;
        double sy = dot(pair.s, pair.y, free);
        if (sy > 0) {
          add(q, alpha[k] - dot(pair.y, q, free) / sy, pair.s, free);
        }
      }
      return q;
    }

    private boolean[] freeVariables() {
      boolean[] free = new boolean[d];
      for (int i = 0; i < d; i++) {
        boolean held = gradient[i] > 0 ? x[i] <= lower[i] : x[i] >= upper[i];
        free[i] = gradient[i] == 0 || !held;
      }
      return free;
    }

    private double projectedGradientNorm() {
      boolean[] free = freeVariables();
      double norm = 0;
      for (int i = 0; i < d; i++) {
        norm = free[i] ? Math.max(norm, Math.abs(gradient[i])) : norm;
      }
      return norm;
    }

    private double[] projected(double[] from, double[] direction, double step) {
      double[] to = new double[d];
      for (int i = 0; i < d; i++) {
        to[i] = Math.min(upper[i], Math.max(lower[i], from[i] + step * direction[i]));
      }
      return to;
    }

    private double descentTo(double[] trial) {
      double sum = 0;
      for (int i = 0; i < d; i++) {
        sum += gradient[i] * (trial[i] - x[i]);
      }
      return sum;
    }

    private double evaluate(double[] at, double[] gradientThere) {
      evaluations++;
      double result = objective.evaluate(at, gradientThere);
      boolean finite = Double.isFinite(result);
      for (double g : gradientThere) {
        finite &= Double.isFinite(g);
      }
      return finite ? result : Double.POSITIVE_INFINITY;
    }

    private double slope(double[] direction) {
      return RowKernels.dot(gradient, direction, 0, d);
    }

    private double norm(double[] v) {
      return Math.sqrt(RowKernels.dot(v, v, 0, d));
    }
  }

  private static double dot(double[] a, double[] b, boolean[] free) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += free[i] ? a[i] * b[i] : 0;
    }
    return sum;
  }

  private static void add(double[] target, double c, double[] v, boolean[] free) {
    for (int i = 0; i < target.length; i++) {
      target[i] += free[i] ? c * v[i] : 0;
    }
  }
}

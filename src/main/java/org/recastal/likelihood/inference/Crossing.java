package org.recastal.likelihood.inference;

import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.recastal.likelihood.fit.Fit;

/**
 * Finds where a curve in x = log μ falls through zero, by Newton's method inside a bracket that is
 * made of the points already visited (Press et al. 2007, §9.4). Where there is no bracket yet the
 * search walks on, by a factor of ten at most; it gives up beyond {@link Fit#MAX_STRENGTH}.
 */
final class Crossing {

  /** A Newton step this short leaves an error of the order of its square. */
  private static final double SHORT_STEP = 1e-5;

  /** A bracket this narrow, in log μ, ends the search: there the curve jumps. */
  private static final double NARROW = 1e-10;

  private static final double LONGEST_STEP = Math.log(10);
  private static final double HIGHEST = Math.log(Fit.MAX_STRENGTH);
  private static final double LOWEST = Math.log(1e-12);
  private static final int MAX_POINTS = 200;

  /** A curve at one point: value, and derivative by x. */
  record Point(double value, double slope) {}

  private Crossing() {}

  /** The x of the crossing, empty when the curve stays above zero. */
  static OptionalDouble find(DoubleFunction<Point> curve, double start) {
    double above = Double.NEGATIVE_INFINITY;
    double below = Double.POSITIVE_INFINITY;
    double x = Math.min(HIGHEST, Math.max(LOWEST, start));
    for (int k = 0; k < MAX_POINTS; k++) {
      Point point = curve.apply(x);
      if (point.value > 0) {
        above = x;
      } else {
        below = x;
      }
      if (above >= HIGHEST || below <= LOWEST) {
        return OptionalDouble.empty();
      }
      if (point.value == 0 || below - above < NARROW) {
        return OptionalDouble.of(x);
      }
      double newton = point.slope < 0 ? x - point.value / point.slope : Double.NaN;
      boolean inside = newton > above && newton < below;
      if (inside && Math.abs(newton - x) < SHORT_STEP) {
        return OptionalDouble.of(newton);
      }
      boolean bracketed = above > Double.NEGATIVE_INFINITY && below < Double.POSITIVE_INFINITY;
      double bisection = 0.5 * (above + below);
      x = bracketed ? (inside ? newton : bisection) : walked(x, newton, point.value > 0);
    }
    return OptionalDouble.empty();
  }

  /** Towards the crossing by the length of Newton's step, whatever way that points. */
  private static double walked(double x, double newton, boolean up) {
    double length = Double.isNaN(newton) ? LONGEST_STEP : Math.abs(newton - x);
    double step = Math.min(LONGEST_STEP, length);
    return Math.min(HIGHEST, Math.max(LOWEST, up ? x + step : x - step));
  }
}

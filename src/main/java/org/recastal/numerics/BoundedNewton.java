package org.recastal.numerics;

/**
 * Minimises a smooth function in a box with its Hessian: a damped Newton method on the variables
 * that are not held at a bound (Levenberg–Marquardt damping, Nocedal and Wright 2006, §4.1 and
 * §10.3; projection as in Bertsekas 1982, "Projected Newton methods", SIAM J. Control Optim. 20,
 * 221). Variables are scaled by 1/√|H_ii|, so that a Poisson term of 10¹¹ counts and a strength of
 * order one stand on the same footing.
 *
 * <p>Equal bounds fix a variable. The same input gives the same bits.
 *
 * @param maxIterations upper limit of accepted steps
 * @param gradientTolerance converged when no component of the scaled projected gradient |g_i| /
 *     √|H_ii| is larger; half its square is what a step would still gain
 */
public record BoundedNewton(int maxIterations, double gradientTolerance) {

  /** A function with gradient and Hessian. Not finite means: no good, take a shorter step. */
  public interface Objective {

    /** Number of variables, d. */
    int dimension();

    /** The value at x, length d. */
    double value(double[] x);

    /**
     * Evaluates value, gradient and Hessian.
     *
     * @param x length d
     * @param gradient length d, filled
     * @param hessian {@code (d × d)} row-major, filled, symmetric
     * @return the value at x
     */
    double hessian(double[] x, double[] gradient, double[] hessian);
  }

  /**
   * Where the search ended.
   *
   * @param point length d
   * @param value the function there; infinite when it was not finite at the start
   * @param scaledGradient largest component of the scaled projected gradient there
   * @param iterations accepted steps
   * @param converged whether the tolerance was met and the free variables curve up there: a saddle
   *     is no minimum
   * @param active the variables held at a bound by the gradient, those with equal bounds left out
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Minimum(
      double[] point,
      double value,
      double scaledGradient,
      int iterations,
      boolean converged,
      int[] active) {}

  /** The tolerance and the cap that likelihood fits use. */
  public static BoundedNewton tight() {
    return new BoundedNewton(300, 1e-8);
  }

  /**
   * Searches downhill from a start.
   *
   * @param start length d, moved into the box first
   * @param lower lower bounds, length d
   * @param upper upper bounds, length d
   */
  public Minimum minimise(Objective objective, double[] start, double[] lower, double[] upper) {
    return new NewtonSearch(objective, start, lower, upper).run(maxIterations, gradientTolerance);
  }
}

package org.recastal.likelihood;

import org.recastal.numerics.BoundedNewton;

/**
 * Twice the negative log-likelihood of a model for one data set, in deviance form: the value of the
 * saturated model (each rate equal to its count, each constraint at its centre) is subtracted term
 * by term, so that nothing is lost to rounding where counts or auxiliary counts are large. It is
 * never negative for counts that are not negative; {@code value + constant()} is −2 ln L with all
 * constants, as pyhf prints it.
 *
 * <p>An instance owns its work arrays and allocates nothing while it evaluates. It is not
 * thread-safe: take one per thread.
 */
public interface NegativeLogLikelihood extends BoundedNewton.Objective {

  /** The number d of parameters, fixed ones included. */
  @Override
  int dimension();

  /**
   * The deviance.
   *
   * @param theta parameters (d)
   * @return +∞ where a bin with a positive count has a rate that is not positive, NaN where an
   *     interpolation is not defined
   */
  @Override
  double value(double[] theta);

  /**
   * The deviance and its gradient.
   *
   * @param theta parameters (d)
   * @param gradient filled with the first derivatives (d), fixed parameters included
   * @return the deviance; the gradient means nothing where it is not finite
   */
  double gradient(double[] theta, double[] gradient);

  /**
   * The deviance, its gradient and its Hessian.
   *
   * @param theta parameters (d)
   * @param gradient filled with the first derivatives (d)
   * @param hessian filled with the second derivatives (d × d, row-major, both triangles)
   * @return the deviance; the derivatives mean nothing where it is not finite
   */
  @Override
  double hessian(double[] theta, double[] gradient, double[] hessian);

  /** What to add to the deviance to get −2 ln L with all its constants. */
  double constant();
}

package org.recastal.surrogate;

import org.recastal.numerics.Matrix;

/**
 * The joint Gaussian belief of a surrogate at m points, for each of its L lines, in the units of
 * the values it was fitted on. All lines share one kernel, so they share one correlation; scales
 * differ.
 */
public interface Posterior {

  /** Number of points, m. */
  int size();

  /** Posterior mean of one line, length m. */
  double[] mean(int line);

  /** Posterior standard deviation of the latent function (noise not added), length m. */
  double[] standardDeviation(int line);

  /** Posterior covariance of one line {@code (m × m)}; computed on demand. */
  Matrix covariance(int line);

  /** The covariances of single points with the others; for many points, where few are asked for. */
  CovarianceRows covarianceRows();
}

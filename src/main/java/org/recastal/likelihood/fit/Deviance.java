package org.recastal.likelihood.fit;

import org.recastal.likelihood.NegativeLogLikelihood;
import org.recastal.numerics.BoundedNewton;

/** A likelihood as the minimiser sees it. */
final class Deviance implements BoundedNewton.Objective {

  private final NegativeLogLikelihood nll;
  private final double[] gradient;

  Deviance(NegativeLogLikelihood nll) {
    this.nll = nll;
    this.gradient = new double[nll.dimension()];
  }

  @Override
  public int dimension() {
    return nll.dimension();
  }

  @Override
  public double value(double[] x) {
    return nll.value(x);
  }

  @Override
  public double hessian(double[] x, double[] g, double[] h) {
    return nll.hessian(x, g, h);
  }

  double slope(double[] x, int i) {
    nll.gradient(x, gradient);
    return gradient[i];
  }

  double constant() {
    return nll.constant();
  }
}

package org.recastal.likelihood;

/**
 * The density of one auxiliary datum.
 *
 * @param parameter the index of the parameter θ that it constrains
 * @param poisson whether it is Poisson with mean {@code scale} · θ, else normal with mean θ
 * @param scale the factor τ of a Poisson term, the standard deviation of a normal one
 */
public record ConstraintTerm(int parameter, boolean poisson, double scale) {

  /** The θ that a datum speaks for. */
  public double centre(double datum) {
    return poisson ? datum / scale : datum;
  }

  /** The standard deviation of θ before the fit: 1/√τ for a Poisson term. */
  public double width() {
    return poisson ? 1 / Math.sqrt(scale) : scale;
  }
}

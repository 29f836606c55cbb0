package org.recastal.likelihood.toys;

import java.util.OptionalDouble;
import org.recastal.likelihood.Model;
import org.recastal.likelihood.ModelParameter;
import org.recastal.likelihood.NegativeLogLikelihood;
import org.recastal.likelihood.fit.Fit;
import org.recastal.numerics.BoundedNewton;
import org.recastal.numerics.BoundedNewton.Minimum;

/**
 * The test statistic q̃(μ) of one data set (arXiv:1007.1727 eq. 16). The fit at μ starts from the
 * parameters that the data are drawn from, the free fit from where that ended, so that it is never
 * the higher one. A fit that does not converge is tried again from the model's suggested
 * parameters.
 */
final class ToyFit {

  private final Model model;
  private final double strength;
  private final int poi;
  private final double[] init;
  private final double[] lower;
  private final double[] upper;

  ToyFit(Model model, double strength) {
    this.model = model;
    this.strength = strength;
    poi = model.poi().orElseThrow();
    init = model.parameters().stream().mapToDouble(ModelParameter::init).toArray();
    lower =
        model.parameters().stream().mapToDouble(p -> p.fixed() ? p.init() : p.lower()).toArray();
    upper =
        model.parameters().stream().mapToDouble(p -> p.fixed() ? p.init() : p.upper()).toArray();
    upper[poi] = Math.max(upper[poi], Fit.MAX_STRENGTH);
  }

  /**
   * q̃(μ), empty when a fit does not converge.
   *
   * @param data main data, then auxiliary data
   * @param truth the parameters that the data are drawn from (d)
   */
  OptionalDouble statistic(double[] data, double[] truth) {
    NegativeLogLikelihood target = model.nll(data);
    Minimum fixed = fit(target, at(truth, strength), at(lower, strength), at(upper, strength));
    Minimum free = fit(target, fixed.point(), lower, upper);
    if (!fixed.converged() || !free.converged()) {
      return OptionalDouble.empty();
    }
    boolean beyond = free.point()[poi] > strength;
    return OptionalDouble.of(beyond ? 0 : Math.max(0, fixed.value() - free.value()));
  }

  private Minimum fit(NegativeLogLikelihood target, double[] start, double[] low, double[] high) {
    Minimum minimum = BoundedNewton.tight().minimise(target, start, low, high);
    return minimum.converged()
        ? minimum
        : BoundedNewton.tight().minimise(target, init, low, high); // moved into the box
  }

  private double[] at(double[] theta, double value) {
    double[] copy = theta.clone();
    copy[poi] = value;
    return copy;
  }
}

package org.recastal.likelihood.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.recastal.likelihood.ConstraintTerm;
import org.recastal.likelihood.Model;
import org.recastal.likelihood.ModelParameter;
import org.recastal.likelihood.fit.FitResult;
import org.recastal.likelihood.inference.Pull.State;
import org.recastal.numerics.Cholesky;
import org.recastal.numerics.Matrix;

/**
 * The parameters of a fit with their errors: the covariance is twice the inverse of the Hessian of
 * the deviance, over the parameters that nothing holds (James and Roos 1975, §1.3). Those at a
 * bound take no part, as if they were fixed there.
 */
final class Pulls {

  /** A parameter this close to a bound, relative to the width of its box, is at the bound. */
  private static final double AT_BOUND = 1e-9;

  private final Model model;
  private final double[] data;
  private final FitResult fit;

  private Pulls(Model model, double[] data, FitResult fit) {
    this.model = model;
    this.data = data;
    this.fit = fit;
  }

  /**
   * The parameters in the order of the model.
   *
   * @param data what was fitted
   * @param strengthFixed whether the parameter of interest was held
   */
  static List<Pull> of(Model model, double[] data, FitResult fit, boolean strengthFixed) {
    return new Pulls(model, data, fit).all(strengthFixed);
  }

  private List<Pull> all(boolean strengthFixed) {
    State[] states = states(strengthFixed);
    double[] errors = errors(states);
    Map<Integer, OptionalDouble> pulls = pulls();
    List<Pull> out = new ArrayList<>();
    for (int i = 0; i < states.length; i++) {
      out.add(
          new Pull(
              model.parameters().get(i).name(),
              fit.theta()[i],
              Double.isNaN(errors[i]) ? OptionalDouble.empty() : OptionalDouble.of(errors[i]),
              pulls.getOrDefault(i, OptionalDouble.empty()),
              states[i]));
    }
    return out;
  }

  private State[] states(boolean strengthFixed) {
    State[] states = new State[fit.theta().length];
    for (int i = 0; i < states.length; i++) {
      ModelParameter p = model.parameters().get(i);
      boolean strength = model.poi().isPresent() && model.poi().getAsInt() == i;
      double slack = AT_BOUND * (p.upper() - p.lower());
      if (p.fixed() || (strength && strengthFixed)) {
        states[i] = State.FIXED;
      } else if (fit.theta()[i] <= p.lower() + slack) {
        states[i] = State.AT_LOWER;
      } else {
        boolean above = !strength && fit.theta()[i] >= p.upper() - slack;
        states[i] = above ? State.AT_UPPER : State.FREE;
      }
    }
    return states;
  }

  /** NaN where there is none. */
  private double[] errors(State[] states) {
    int d = states.length;
    double[] errors = new double[d];
    Arrays.fill(errors, Double.NaN);
    double[] hessian = new double[d * d];
    model.nll(data).hessian(fit.theta(), new double[d], hessian);
    int[] free = free(states);
    double[] scale = new double[free.length];
    for (int i = 0; i < free.length; i++) {
      scale[i] = 1 / Math.sqrt(Math.abs(hessian[free[i] * (d + 1)]));
    }
    double[][] rows = new double[free.length][free.length];
    for (int i = 0; i < free.length; i++) {
      for (int j = 0; j < free.length; j++) {
        rows[i][j] = hessian[free[i] * d + free[j]] * scale[i] * scale[j];
      }
    }
    Optional<Matrix> inverse = Cholesky.inPlace(rows).map(Cholesky::inverse);
    for (int i = 0; i < free.length; i++) {
      int at = i;
      errors[free[i]] =
          inverse.map(m -> scale[at] * Math.sqrt(2 * m.get(at, at))).orElse(Double.NaN);
    }
    return errors;
  }

  private static int[] free(State[] states) {
    int[] free = new int[states.length];
    int n = 0;
    for (int i = 0; i < states.length; i++) {
      if (states[i] == State.FREE) {
        free[n++] = i;
      }
    }
    return Arrays.copyOf(free, n);
  }

  private Map<Integer, OptionalDouble> pulls() {
    Map<Integer, OptionalDouble> pulls = new HashMap<>();
    List<ConstraintTerm> terms = model.constraints();
    for (int i = 0; i < terms.size(); i++) {
      ConstraintTerm term = terms.get(i);
      double centre = term.centre(data[model.bins() + i]);
      double pull = (fit.theta()[term.parameter()] - centre) / term.width();
      pulls.put(term.parameter(), OptionalDouble.of(pull));
    }
    return pulls;
  }
}

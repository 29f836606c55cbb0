package org.recastal.likelihood.inference;

import java.util.OptionalDouble;

/**
 * What a fit made of one parameter.
 *
 * @param name the name of the parameter
 * @param value θ̂
 * @param error its standard deviation after the fit, from the inverse Hessian; empty when the
 *     parameter is held, or the Hessian is not positive definite
 * @param pull (θ̂ − θ₀)/σ₀ with the centre θ₀ and the width σ₀ of its constraint; empty without one
 * @param state what holds the parameter
 */
public record Pull(
    String name, double value, OptionalDouble error, OptionalDouble pull, State state) {

  /** What may hold a parameter. */
  public enum State {
    /** Nothing: the fit was free to move it. */
    FREE("free"),
    /** It is fixed: by the measurement, or the tested strength. */
    FIXED("fixed"),
    /** It ended at its lower bound. */
    AT_LOWER("at lower bound"),
    /** It ended at its upper bound. */
    AT_UPPER("at upper bound");

    private final String words;

    State(String words) {
      this.words = words;
    }

    /** For people. */
    public String words() {
      return words;
    }
  }
}

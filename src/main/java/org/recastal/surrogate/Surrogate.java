package org.recastal.surrogate;

import java.util.Optional;
import org.recastal.numerics.Matrix;

/**
 * A fitted, immutable model of L lines over the unit cube [0, 1]^d. Inputs are unit-cube
 * coordinates; outputs are standardised inside and given back in the units of the training values.
 */
public interface Surrogate {

  /** Number of input axes, d. */
  int dimension();

  /** Number of lines, L. */
  int lines();

  /** Number of observations (and believed pending points) that it stands on, n. */
  int observations();

  /**
   * The joint belief at points.
   *
   * @param points {@code (m × d)} in the unit cube
   */
  Posterior posterior(Matrix points);

  /**
   * The belief at one point with gradients.
   *
   * @param point length d, in the unit cube
   */
  PointBelief beliefAt(double[] point);

  /**
   * The surrogate that has also seen {@code values} at {@code points}; hyperparameters and
   * standardisation stay, the factor is extended in O(n² k).
   *
   * @param points {@code (k × d)} in the unit cube
   * @param values {@code (k × L)} in the units of the training values
   */
  Surrogate conditionedOn(Matrix points, Matrix values);

  /** What it says of each value from the others; empty where that is not worked out. */
  default Optional<LeaveOneOut> leaveOneOut() {
    return Optional.empty();
  }
}

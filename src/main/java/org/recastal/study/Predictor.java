package org.recastal.study;

import java.util.Set;
import org.recastal.limits.Line;
import org.recastal.numerics.Matrix;

/** The surrogate of a study seen from physics: parameters in their units, lines by name. */
public interface Predictor {

  /** The lines that it knows: those that every answered point carries. */
  Set<Line> lines();

  /**
   * Predicts one line.
   *
   * @param points {@code (m × d)} parameter values in their units
   */
  Prediction predict(Line line, Matrix points);

  /**
   * Predicts the objective of an excess, deficit, minimum or maximum goal (observed − expected, or
   * the line), in the sense of the goal's own sign; NaN probabilities.
   *
   * @param points {@code (m × d)} parameter values in their units
   */
  Prediction predictObjective(Matrix points);

  /** A line's limit (in its declared unit) in the learnt scale. */
  double toLearnt(double limit);

  /** The inverse of {@link #toLearnt}. */
  double toLimit(double learnt);
}

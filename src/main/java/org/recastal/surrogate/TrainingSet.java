package org.recastal.surrogate;

import org.recastal.numerics.Matrix;

/**
 * What a surrogate is fitted on.
 *
 * @param inputs {@code (n × d)} in the unit cube
 * @param values {@code (n × L)} in the learnt scale (log limit, probit CLs, or a difference)
 * @param noiseVariance extra variance per point and line {@code (n × L)} in the squared units of
 *     {@code values}; all zeros when no limit carries an error
 */
public record TrainingSet(Matrix inputs, Matrix values, Matrix noiseVariance) {

  public TrainingSet {
    if (inputs.rows() != values.rows()
        || values.rows() != noiseVariance.rows()
        || values.columns() != noiseVariance.columns()) {
      throw new IllegalArgumentException("inputs, values and noise differ in shape");
    }
  }

  /** A training set whose limits carry no errors of their own. */
  public static TrainingSet exact(Matrix inputs, Matrix values) {
    return new TrainingSet(inputs, values, Matrix.zeros(values.rows(), values.columns()));
  }

  public int size() {
    return inputs.rows();
  }
}

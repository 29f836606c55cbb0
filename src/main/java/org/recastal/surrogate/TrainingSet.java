package org.recastal.surrogate;

import java.util.Arrays;
import org.recastal.RecastAlException;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.RandomStream;

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

  /** At most {@code most} of the points, drawn at random, in their order. */
  TrainingSet drawn(int most, RandomStream random) {
    int n = size();
    if (n <= most) {
      return this;
    }
    int[] order = new int[n];
    Arrays.setAll(order, i -> i);
    for (int i = 0; i < most; i++) {
      int j = i + (int) (random.nextDouble() * (n - i));
      int other = order[j];
      order[j] = order[i];
      order[i] = other;
    }
    int[] kept = Arrays.copyOf(order, most);
    Arrays.sort(kept);
    return new TrainingSet(rows(inputs, kept), rows(values, kept), rows(noiseVariance, kept));
  }

  private static Matrix rows(Matrix matrix, int[] kept) {
    return Matrix.ofRows(Arrays.stream(kept).mapToObj(matrix::row).toList(), matrix.columns());
  }

  /** Refuses an empty set and numbers that are not finite. */
  void requireFinite() {
    if (size() == 0) {
      throw RecastAlException.badInput("a surrogate needs at least one evaluated point");
    }
    requireFinite("input", inputs);
    requireFinite("value", values);
    requireFinite("noise variance", noiseVariance);
  }

  private static void requireFinite(String what, Matrix numbers) {
    for (int i = 0; i < numbers.data().length; i++) {
      if (!Double.isFinite(numbers.data()[i])) {
        throw RecastAlException.badInput(
            "the " + what + " of training point " + i / numbers.columns() + " is not finite");
      }
    }
  }
}

package org.recastal.surrogate;

import org.recastal.numerics.Matrix;

/**
 * Where evaluations gave an answer, and where they did not.
 *
 * @param points {@code (n × d)} in the unit cube
 * @param works per point, length n
 * @param weights how much each says, length n, positive; 1 for one sure observation, k for k of
 *     them
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Evidence(Matrix points, boolean[] works, double[] weights) {

  public Evidence {
    if (works.length != points.rows() || weights.length != points.rows()) {
      throw new IllegalArgumentException("one label and one weight per point");
    }
  }

  int size() {
    return works.length;
  }
}

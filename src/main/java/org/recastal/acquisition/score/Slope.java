package org.recastal.acquisition.score;

import org.recastal.surrogate.PointBelief;

/**
 * A score's value with its derivatives.
 *
 * @param value bigger is better
 * @param byMean d value / d mean per line, length L
 * @param byDeviation d value / d deviation per line, length L
 */
@SuppressWarnings("ArrayRecordComponent") // hot path of the candidate search
public record Slope(double value, double[] byMean, double[] byDeviation) {

  /** No value worth having and no way up: a point where the deviation is zero. */
  static Slope hopeless(int lines) {
    return new Slope(Double.NEGATIVE_INFINITY, new double[lines], new double[lines]);
  }

  /** A score of one line out of several. */
  static Slope ofLine(int line, int lines, double value, double byMean, double byDeviation) {
    Slope slope = new Slope(value, new double[lines], new double[lines]);
    slope.byMean[line] = byMean;
    slope.byDeviation[line] = byDeviation;
    return slope;
  }

  /** d value / d x by the chain rule, x in the unit cube, length d. */
  public double[] gradient(PointBelief belief) {
    double[] gradient = new double[belief.meanGradient()[0].length];
    for (int line = 0; line < byMean.length; line++) {
      for (int k = 0; k < gradient.length; k++) {
        gradient[k] +=
            byMean[line] * belief.meanGradient()[line][k]
                + byDeviation[line] * belief.deviationGradient()[line][k];
      }
    }
    return gradient;
  }
}

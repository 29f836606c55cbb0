package org.recastal.study;

import java.util.List;

/**
 * How well the contours are expected to be known.
 *
 * @param points how many more are evaluated; 0 for now
 * @param misclassified expected fraction of the space, averaged over the lines by weight
 * @param errors per axis the length within which 68 % of the contour is expected, in units of the
 *     cube, of the worst line; NaN when no contour is predicted
 */
public record Prospect(int points, double misclassified, List<Double> errors) {
  public Prospect {
    errors = List.copyOf(errors);
  }
}

package org.recastal.acquisition.score;

import org.recastal.numerics.Normal;

/**
 * One term of a sum, factor · exp(log), and the derivative of its logarithm. Kept apart like this,
 * terms add up where each of them underflows.
 *
 * @param factor of either sign
 * @param log logarithm of the rest, which is positive
 * @param slope derivative of {@code log}
 */
record LogTerm(double factor, double log, double slope) {

  /** {@code factor} · E max(u + Z, 0), Z standard normal. */
  static LogTerm improvement(double factor, double u) {
    return new LogTerm(factor, Normal.logImprovement(u), Normal.logImprovementSlope(u));
  }

  /** {@code factor} · E max(u + Z, 0)², Z standard normal. */
  static LogTerm squaredImprovement(double factor, double u) {
    return new LogTerm(
        factor, Normal.logSquaredImprovement(u), Normal.logSquaredImprovementSlope(u));
  }

  /**
   * The sum, which must be positive, with factor one.
   *
   * @param first a term that none of the others exceeds by far
   */
  static LogTerm sum(LogTerm first, LogTerm... others) {
    double sum = first.factor;
    double slopes = first.factor * first.slope;
    for (LogTerm other : others) {
      double share = other.factor * Math.exp(other.log - first.log);
      sum += share;
      slopes += share * other.slope;
    }
    return new LogTerm(1, first.log + Math.log(sum), slopes / sum);
  }
}

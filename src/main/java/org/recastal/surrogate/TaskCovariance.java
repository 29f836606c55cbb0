package org.recastal.surrogate;

/**
 * The covariance κ of the cheap and the expensive task at one place {@code (2 × 2)}.
 *
 * @param cheap κ_ss, positive
 * @param cross κ_sr, of either sign
 * @param expensive κ_rr, positive
 */
public record TaskCovariance(double cheap, double cross, double expensive) {

  public TaskCovariance {
    boolean positive = cheap > 0 && expensive > 0;
    if (!positive || !(cross * cross <= cheap * expensive)) {
      throw new IllegalArgumentException(
          "not a covariance of two tasks: " + cheap + ", " + cross + ", " + expensive);
    }
  }

  /** κ_sr / √(κ_ss κ_rr), in [−1, 1]. */
  public double correlation() {
    return cross / Math.sqrt(cheap * expensive);
  }
}

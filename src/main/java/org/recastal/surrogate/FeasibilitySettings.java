package org.recastal.surrogate;

/**
 * A Gaussian process for whether evaluations give answers, on the logit scale.
 *
 * @param kernel its correlation function
 * @param mean of the latent function before any evidence
 * @param variance of the latent function
 * @param length correlation length, the same for all axes, in units of the cube
 */
public record FeasibilitySettings(Kernel kernel, double mean, double variance, double length) {

  public FeasibilitySettings {
    if (!(variance > 0 && length > 0)) {
      throw new IllegalArgumentException("variance and length must be positive");
    }
  }
}

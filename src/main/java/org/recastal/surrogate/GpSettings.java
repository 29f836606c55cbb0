package org.recastal.surrogate;

/**
 * What a user may choose of the Gaussian process. Noise is in units of the variance of the
 * standardised values.
 *
 * @param kernel correlation function
 * @param lengths along which directions a correlation length is learnt
 * @param noiseMin lower bound of the learnt noise variance
 * @param noiseMax upper bound of the learnt noise variance
 */
public record GpSettings(Kernel kernel, AxisLengths lengths, double noiseMin, double noiseMax) {

  /** For contours: docs/decisions/0015-oblique-lengths.md. */
  public static final GpSettings DEFAULT =
      new GpSettings(Kernel.MATERN32, AxisLengths.OBLIQUE, 1e-6, 0.1);

  /** The same with another kernel. */
  public GpSettings with(Kernel other) {
    return new GpSettings(other, lengths, noiseMin, noiseMax);
  }
}

package org.recastal.surrogate;

/**
 * What a user may choose of the Gaussian process. Noise is in units of the variance of the
 * standardised values.
 *
 * @param kernel correlation function
 * @param perAxis one length per axis (automatic relevance determination) or one for all
 * @param noiseMin lower bound of the learnt noise variance
 * @param noiseMax upper bound of the learnt noise variance
 */
public record GpSettings(Kernel kernel, boolean perAxis, double noiseMin, double noiseMax) {

  public static final GpSettings DEFAULT = new GpSettings(Kernel.MATERN52, true, 1e-6, 0.1);

  /** The same with another kernel. */
  public GpSettings with(Kernel other) {
    return new GpSettings(other, perAxis, noiseMin, noiseMax);
  }
}

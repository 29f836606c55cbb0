package org.recastal.surrogate;

/**
 * What a user may choose of the Gaussian process. Noise is in units of the variance of the
 * standardised values.
 *
 * @param kernel correlation function
 * @param lengths along which directions a correlation length is learnt
 * @param noiseMin lower bound of the learnt noise variance
 * @param noiseMax upper bound of the learnt noise variance
 * @param purpose what the surrogate is for, which decides what is believed before any value is seen
 */
public record GpSettings(
    Kernel kernel, AxisLengths lengths, double noiseMin, double noiseMax, Purpose purpose) {

  /** What a surrogate has to be good at. */
  public enum Purpose {
    /** To be right on both sides of a level everywhere. */
    CONTOURS,
    /** To say where it may be lower still, and to be right to many digits near a minimum. */
    EXTREMA,
    /** The same as the hedge has always believed it. */
    HEDGED_EXTREMA
  }

  /** For contours: docs/decisions/0015-oblique-lengths.md. */
  public static final GpSettings DEFAULT =
      new GpSettings(Kernel.MATERN32, AxisLengths.OBLIQUE, 1e-6, 0.1);

  /**
   * For extrema. Answers that are exact are believed to five digits of their spread: near a minimum
   * they differ by less than the floor of the usual settings.
   */
  public static final GpSettings FOR_EXTREMA =
      new GpSettings(Kernel.MATERN52, AxisLengths.PER_AXIS, 1e-10, 0.1, Purpose.EXTREMA);

  /** Settings with the usual belief. */
  public GpSettings(Kernel kernel, AxisLengths lengths, double noiseMin, double noiseMax) {
    this(kernel, lengths, noiseMin, noiseMax, Purpose.CONTOURS);
  }

  /** The same for another purpose. */
  public GpSettings with(Purpose other) {
    return new GpSettings(kernel, lengths, noiseMin, noiseMax, other);
  }

  /** The same with another kernel. */
  public GpSettings with(Kernel other) {
    return new GpSettings(other, lengths, noiseMin, noiseMax, purpose);
  }
}

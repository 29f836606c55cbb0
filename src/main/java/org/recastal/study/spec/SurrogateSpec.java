package org.recastal.study.spec;

import org.recastal.surrogate.GpSettings;

/**
 * The Gaussian process.
 *
 * <pre>{@code
 * surrogate: {kernel: matern52, lengths: per-axis, noise: {min: 1.0e-6, max: 0.1}}
 * }</pre>
 *
 * @param settings kernel, isotropic or per-axis lengths, noise bounds as a fraction of the variance
 *     of the values
 */
public record SurrogateSpec(GpSettings settings) {}

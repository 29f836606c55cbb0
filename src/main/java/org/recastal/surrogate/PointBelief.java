package org.recastal.surrogate;

/**
 * The belief at one point with its gradients: what a score needs to be climbed.
 *
 * @param mean posterior mean per line, length L
 * @param deviation posterior standard deviation per line, length L
 * @param meanGradient d mean / d x per line, {@code (L × d)}, x in the unit cube
 * @param deviationGradient d deviation / d x per line, {@code (L × d)}; zeros where the deviation
 *     is zero
 */
@SuppressWarnings("ArrayRecordComponent") // hot path of the candidate search
public record PointBelief(
    double[] mean, double[] deviation, double[][] meanGradient, double[][] deviationGradient) {}

package org.recastal.study;

/**
 * What the surrogate says of one line at m points.
 *
 * @param mean posterior mean in the learnt scale (log of the limit in its declared unit; probit of
 *     CLs), length m
 * @param deviation posterior standard deviation in the learnt scale, length m
 * @param probabilityExcluded probability that the point is excluded by this line, length m
 */
@SuppressWarnings("ArrayRecordComponent") // one array per column of a map of 10⁵ points
public record Prediction(double[] mean, double[] deviation, double[] probabilityExcluded) {}

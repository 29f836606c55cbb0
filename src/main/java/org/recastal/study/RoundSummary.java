package org.recastal.study;

/**
 * What the surrogate knew after a round; one is journalled with every decision.
 *
 * @param round 0 after the start
 * @param answered points with a limit so far
 * @param misclassified mean misclassification probability over the space, weighted over the goal's
 *     lines; NaN when the goal is no contour
 * @param moved fraction of the space whose class changed since the round before; NaN when unknown
 */
public record RoundSummary(int round, int answered, double misclassified, double moved) {}

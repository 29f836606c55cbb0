package org.recastal.study.simulate;

import java.util.Optional;

/**
 * One round of a rehearsed campaign.
 *
 * @param round 0 for the start, then 1, 2, …
 * @param points how many were evaluated
 * @param cost of their jobs; empty when the spec submits none
 * @param error after it: of a contour the fraction of the space on the wrong side of the learnt
 *     contour; of an extremum how far the best answer is from the true one, as a fraction of the
 *     landscape's range; NaN while nothing is learnt
 */
public record RoundResult(int round, int points, Optional<RoundCost> cost, double error) {}

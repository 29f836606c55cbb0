package org.recastal.study;

import org.recastal.surrogate.Hyperparameters;

/**
 * What was learnt of the kernel after a round.
 *
 * @param round 0 after the start
 * @param hyperparameters of the surrogate on all points answered by then
 */
public record RoundFit(int round, Hyperparameters hyperparameters) {}

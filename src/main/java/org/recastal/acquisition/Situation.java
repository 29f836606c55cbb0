package org.recastal.acquisition;

import org.recastal.numerics.Matrix;
import org.recastal.numerics.RandomStream;
import org.recastal.surrogate.Surrogate;
import org.recastal.surrogate.TrainingSet;

/**
 * Everything that a strategy may look at when it chooses a batch.
 *
 * @param surrogate fitted on {@code observations}, pending points not yet believed
 * @param observations what has been answered
 * @param taken every point that must not be suggested again, {@code (t × d)}: observed, pending,
 *     failed, abandoned, vetoed
 * @param pending the points still running, {@code (p × d)}, a subset of {@code taken}
 * @param space where points may be suggested
 * @param target what is looked for
 * @param memory what the strategy returned with its last batch, see {@link Batch#memory}; {@link
 *     StrategyMemory#NONE} before the first
 * @param random the stream of this round
 */
public record Situation(
    Surrogate surrogate,
    TrainingSet observations,
    Matrix taken,
    Matrix pending,
    CandidateSpace space,
    Target target,
    StrategyMemory memory,
    RandomStream random) {}

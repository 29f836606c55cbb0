package org.recastal.acquisition;

import org.recastal.acquisition.score.Score;

/**
 * A point with what a score thinks of it.
 *
 * @param point in the unit cube, snapped, length d
 * @param value of the score there, bigger is better
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Candidate(double[] point, Score score, double value) {}

package org.recastal.study.observe;

import org.recastal.limits.Outcome;
import org.recastal.space.Point;

/**
 * What somebody says of a point.
 *
 * @param point where
 * @param outcome what came out
 * @param where file and place in it, for messages
 */
record Observation(Point point, Outcome outcome, String where) {}

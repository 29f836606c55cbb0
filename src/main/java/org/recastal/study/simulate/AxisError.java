package org.recastal.study.simulate;

/**
 * How far off the result is along one axis, in lengths of the axis (of its logarithm where the axis
 * is logarithmic).
 *
 * @param parameter name of the axis
 * @param median over the true contour; of an extremum the distance to the true place
 * @param upper 95 % of the true contour are nearer than this; of an extremum the same as the median
 * @param missed fraction of the true contour whose line along the axis meets no learnt contour;
 *     counted with the whole line
 */
public record AxisError(String parameter, double median, double upper, double missed) {}

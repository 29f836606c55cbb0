package org.recastal.study.spec;

/**
 * How a point is evaluated. Exactly one way is given.
 *
 * <pre>{@code
 * evaluate: {replay: {table: map.csv}}
 * }</pre>
 */
public sealed interface EvaluateSpec permits ReplaySpec {}

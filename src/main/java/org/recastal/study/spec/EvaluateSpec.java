package org.recastal.study.spec;

/**
 * How a point is evaluated. Exactly one way is given.
 *
 * <pre>{@code
 * evaluate: {replay: {table: map.csv}}
 * evaluate: {steps: {…}, limits: {…}}
 * evaluate: {outside: {}}
 * }</pre>
 */
public sealed interface EvaluateSpec permits ReplaySpec, StepsSpec, OutsideSpec {}

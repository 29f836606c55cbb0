package org.recastal.study.spec;

/**
 * How a point is evaluated. Exactly one way is given.
 *
 * <pre>{@code
 * evaluate: {replay: {table: map.csv}}
 * evaluate: {likelihood: {workspace: BkgOnly.json, patchset: patchset.json}}
 * evaluate: {steps: {…}, limits: {…}}
 * evaluate: {outside: {}}
 * }</pre>
 */
public sealed interface EvaluateSpec permits ReplaySpec, LikelihoodSpec, StepsSpec, OutsideSpec {}

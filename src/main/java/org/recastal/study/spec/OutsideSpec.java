package org.recastal.study.spec;

/**
 * Points are evaluated by somebody else: {@code suggest} hands them out, {@code observe} brings
 * their limits.
 *
 * <pre>{@code
 * evaluate: {outside: {}}
 * }</pre>
 */
public record OutsideSpec() implements EvaluateSpec {}

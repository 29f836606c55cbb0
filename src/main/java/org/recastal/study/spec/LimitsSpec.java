package org.recastal.study.spec;

import org.recastal.limits.Quantity;

/**
 * What every evaluation returns.
 *
 * <pre>{@code
 * limits: {quantity: xsec-limit, unit: fb, level: 0.95}
 * }</pre>
 *
 * @param quantity declared, never guessed
 * @param unit unit of cross-section limits ({@code fb} or {@code pb}); empty otherwise
 * @param level confidence level, in (0, 1); 0.95 when not given
 */
public record LimitsSpec(Quantity quantity, String unit, double level) {}

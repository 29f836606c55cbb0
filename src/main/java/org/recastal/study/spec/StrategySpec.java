package org.recastal.study.spec;

import org.recastal.acquisition.StrategySettings;

/**
 * How the next batch is chosen.
 *
 * <pre>{@code
 * strategy: {name: ei-and-mean}
 * strategy: {name: gp-hedge, batch: kriging-believer, xi: 0.01, kappa: 1.96, eta: 1.0}
 * strategy: {name: gp-hedge, compatible: skopt}
 * }</pre>
 *
 * @param settings score, batch rule and constants
 */
public record StrategySpec(StrategySettings settings) {}

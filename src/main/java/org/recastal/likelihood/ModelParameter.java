package org.recastal.likelihood;

/**
 * One component of the parameter vector of a {@link Model}; dimensionless, as every parameter of
 * HistFactory.
 *
 * @param name the name, with the bin in brackets when the set has one value per bin: {@code
 *     staterror_SR[2]}
 * @param init the suggested start, the nominal value
 * @param lower the lower bound
 * @param upper the upper bound
 * @param fixed whether fits leave it at {@code init}; its constraint term stays in the likelihood
 * @param constrained whether an auxiliary measurement constrains it
 */
public record ModelParameter(
    String name, double init, double lower, double upper, boolean fixed, boolean constrained) {}

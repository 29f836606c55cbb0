package org.recastal.likelihood;

import java.util.Optional;

/**
 * What a measurement says about one parameter; what is absent stays at the default.
 *
 * @param name the parameter
 * @param inits starts, one per component
 * @param lower lower bounds, one per component
 * @param upper upper bounds, one per component
 * @param auxdata auxiliary data
 * @param factors what a Poisson constraint multiplies the parameter with
 * @param sigmas widths of a normal constraint
 * @param fixed whether all components are fixed
 * @param place where it stands
 */
record ParameterSetting(
    String name,
    Optional<double[]> inits,
    Optional<double[]> lower,
    Optional<double[]> upper,
    Optional<double[]> auxdata,
    Optional<double[]> factors,
    Optional<double[]> sigmas,
    Optional<Boolean> fixed,
    JsonPlace place) {}

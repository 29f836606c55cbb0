package org.recastal.likelihood.signal;

/**
 * One region of a counting experiment.
 *
 * @param name its name
 * @param observed events counted
 * @param background events expected without signal, above 0
 * @param error its standard error in events; 0 when it is known exactly
 */
public record CountingRegion(String name, double observed, double background, double error) {}

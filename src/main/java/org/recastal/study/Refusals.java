package org.recastal.study;

/**
 * What points without an answer have taught.
 *
 * @param points how many failed, were given up or called invalid
 * @param infeasible the fraction of the space in which an answer is less likely than none
 */
public record Refusals(int points, double infeasible) {}

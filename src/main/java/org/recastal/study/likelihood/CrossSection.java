package org.recastal.study.likelihood;

/**
 * A theoretical cross-section.
 *
 * @param value positive, in the unit of its table
 * @param up how far it may lie above, as a fraction of it
 * @param down how far it may lie below, as a fraction of it, below 1
 */
public record CrossSection(double value, double up, double down) {}

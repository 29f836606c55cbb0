package org.recastal.report.hepdata;

/**
 * What holds for a whole column, such as a confidence level.
 *
 * @param name such as {@code CL}
 * @param value as text
 * @param units its unit, empty for none
 */
public record HepDataQualifier(String name, String value, String units) {}

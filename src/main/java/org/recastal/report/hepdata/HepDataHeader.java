package org.recastal.report.hepdata;

/**
 * The head of a column.
 *
 * @param name what its numbers are
 * @param units their unit, empty for none
 */
public record HepDataHeader(String name, String units) {}

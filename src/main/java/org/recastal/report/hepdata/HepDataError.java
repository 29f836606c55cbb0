package org.recastal.report.hepdata;

/**
 * An asymmetric error of a value.
 *
 * @param label what it is, such as {@code 1 sigma}
 * @param plus signed, usually positive
 * @param minus signed, usually negative
 */
public record HepDataError(String label, double plus, double minus) {}

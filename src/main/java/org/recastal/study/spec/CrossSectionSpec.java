package org.recastal.study.spec;

import java.nio.file.Path;

/**
 * Theoretical cross-sections of the signal at strength 1.
 *
 * <pre>{@code
 * cross-sections: {table: xsec.csv, unit: pb, errors: relative}
 * }</pre>
 *
 * @param table CSV with columns of parameters, {@code cross-section}, {@code up}, {@code down}
 * @param unit of the cross-sections; empty when nothing depends on it
 * @param relative whether the errors are fractions of the cross-section
 */
public record CrossSectionSpec(Path table, String unit, boolean relative) {}

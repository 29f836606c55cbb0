package org.recastal.report.hepdata;

import java.util.List;

/**
 * A column of a table.
 *
 * @param header its head
 * @param qualifiers what holds for all of it; none for an independent variable
 * @param values one per row
 */
public record HepDataColumn(
    HepDataHeader header, List<HepDataQualifier> qualifiers, List<HepDataValue> values) {

  public HepDataColumn {
    qualifiers = List.copyOf(qualifiers);
    values = List.copyOf(values);
  }
}

package org.recastal.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.recastal.study.validate.Comparison;

/** A comparison as plain maps and lists, ready to be written as JSON. */
final class ComparisonJson {

  private ComparisonJson() {}

  static Map<String, Object> of(Comparison comparison) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("passes", comparison.passes());
    out.put("tolerance", comparison.tolerance().relative());
    out.put("this-work", comparison.thisWork().source());
    out.put("reference", comparison.reference().source());
    out.put("worst-ratio", comparison.worst().ratio());
    List<Object> rows = new ArrayList<>();
    comparison.rows().forEach(row -> rows.add(row(row, comparison.reference().parameters())));
    out.put("rows", rows);
    return out;
  }

  private static Map<String, Object> row(Comparison.Row row, List<String> parameters) {
    Map<String, Object> out = new LinkedHashMap<>();
    Map<String, Object> at = new LinkedHashMap<>();
    for (int k = 0; k < parameters.size(); k++) {
      at.put(parameters.get(k), row.at().get(k));
    }
    out.put("point", at);
    out.put("passes", row.passes());
    out.put("missing", row.missing());
    Map<String, Object> lines = new LinkedHashMap<>();
    for (Comparison.Cell cell : row.cells()) {
      Map<String, Object> c = new LinkedHashMap<>();
      c.put("this-work", cell.thisWork());
      c.put("reference", cell.reference());
      c.put("ratio", cell.ratio());
      c.put("verdict", cell.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      lines.put(cell.line().word(), c);
    }
    out.put("lines", lines);
    return out;
  }
}

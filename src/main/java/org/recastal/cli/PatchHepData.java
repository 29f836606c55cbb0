package org.recastal.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.recastal.limits.Line;
import org.recastal.report.hepdata.HepDataColumn;
import org.recastal.report.hepdata.HepDataError;
import org.recastal.report.hepdata.HepDataHeader;
import org.recastal.report.hepdata.HepDataQualifier;
import org.recastal.report.hepdata.HepDataSubmission;
import org.recastal.report.hepdata.HepDataTable;
import org.recastal.report.hepdata.HepDataValue;
import org.recastal.report.plot.NumberText;

/**
 * The answers for a patch set as tables for HEPData: limits and CLs against the labels. The
 * expected values stand twice, with the ±1σ and with the ±2σ band as errors: as two errors of one
 * value they would be added in quadrature.
 *
 * @param labels of the patch set
 * @param rows in its order
 * @param strength that CLs tests
 * @param level confidence level of the limits
 */
record PatchHepData(List<String> labels, List<PatchRow> rows, double strength, double level) {

  /** Six digits: what limits are good for. */
  private static final MathContext DIGITS = new MathContext(6);

  HepDataSubmission submission(List<String> quantities) {
    List<String> limitsFirst = new ArrayList<>(quantities.subList(1, quantities.size()));
    limitsFirst.add(quantities.get(0));
    return new HepDataSubmission(
        "Limits from a published likelihood and the signals of its patch set, computed with"
            + " recast-al limit.",
        limitsFirst.stream().map(this::table).toList());
  }

  /** The table of {@code cls}, {@code mu-limit} or {@code xsec-limit}. */
  HepDataTable table(String quantity) {
    return switch (quantity) {
      case "mu-limit" ->
          table(
              quantity,
              "Upper limits on the signal strength",
              "Upper limit on signal strength",
              "");
      case "xsec-limit" ->
          table(
              quantity, "Upper limits on the cross-section", "Upper limit on cross-section", "PB");
      default -> table(quantity, "CLs", "CLs", "");
    };
  }

  private HepDataTable table(String quantity, String name, String header, String unit) {
    HepDataHeader head = new HepDataHeader(header, unit);
    List<HepDataColumn> columns =
        List.of(
            new HepDataColumn(head, qualifiers(quantity, "Observed"), observed(quantity)),
            new HepDataColumn(
                head,
                qualifiers(quantity, "Expected, 1 sigma band"),
                band(quantity, "1 sigma", Line.EXPECTED_M1, Line.EXPECTED_P1)),
            new HepDataColumn(
                head,
                qualifiers(quantity, "Expected, 2 sigma band"),
                band(quantity, "2 sigma", Line.EXPECTED_M2, Line.EXPECTED_P2)));
    return new HepDataTable(
        name,
        name
            + ", observed and expected. The expected values stand twice, with the band of one and"
            + " of two standard deviations; the larger value is the weaker exclusion.",
        quantity + ".yaml",
        Map.of("observables", List.of("CLS"), "phrases", List.of("Exclusion", "Upper limit")),
        independent(),
        columns);
  }

  private List<HepDataQualifier> qualifiers(String quantity, String limit) {
    List<HepDataQualifier> out = new ArrayList<>();
    out.add(new HepDataQualifier("Limit", limit, ""));
    if (quantity.equals("cls")) {
      out.add(new HepDataQualifier("Signal strength", NumberText.plain(strength, 6), ""));
    } else {
      out.add(new HepDataQualifier("CL", NumberText.plain(100 * level, 6), "%"));
    }
    return out;
  }

  private List<HepDataColumn> independent() {
    List<HepDataColumn> columns = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      int label = i;
      columns.add(
          new HepDataColumn(
              new HepDataHeader(labels.get(i), ""),
              List.of(),
              rows.stream().map(r -> HepDataValue.of(r.values().get(label))).toList()));
    }
    if (labels.isEmpty()) {
      columns.add(
          new HepDataColumn(
              new HepDataHeader("signal", ""),
              List.of(),
              rows.stream().map(r -> HepDataValue.of(r.name())).toList()));
    }
    return columns;
  }

  private List<HepDataValue> observed(String quantity) {
    return rows.stream()
        .map(r -> r.lines(quantity).get(Line.OBSERVED))
        .map(v -> v == null ? HepDataValue.MISSING : HepDataValue.of(rounded(v)))
        .toList();
  }

  private List<HepDataValue> band(String quantity, String label, Line low, Line high) {
    List<HepDataValue> values = new ArrayList<>();
    for (PatchRow row : rows) {
      Map<Line, Double> lines = row.lines(quantity);
      Double middle = lines.get(Line.EXPECTED);
      if (middle == null) {
        values.add(HepDataValue.MISSING);
      } else if (lines.containsKey(low) && lines.containsKey(high)) {
        double plus = rounded(lines.get(high) - middle);
        double minus = rounded(lines.get(low) - middle);
        values.add(
            new HepDataValue(rounded(middle), List.of(new HepDataError(label, plus, minus))));
      } else {
        values.add(HepDataValue.of(rounded(middle)));
      }
    }
    return values;
  }

  private static double rounded(double value) {
    return new BigDecimal(value).round(DIGITS).doubleValue();
  }
}

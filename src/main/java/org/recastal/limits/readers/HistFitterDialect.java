package org.recastal.limits.readers;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recastal.limits.Diagnosis.Illness;
import org.recastal.limits.Line;
import org.recastal.limits.Quantity;

/**
 * HistFitter's harvest list: an array with one object per point and signal region. Of several rows
 * of one point, the one with the smallest expected CLs speaks (multiplexing), unless one is
 * selected by its {@code fID}.
 */
final class HistFitterDialect implements Dialect {

  static final String CLS = "CLs";
  static final String EXPECTED_CLS = "CLsexp";
  static final String LIMIT = "upperLimit";

  private final LimitDeclaration declaration;
  private final Map<Line, String> keys;

  HistFitterDialect(LimitDeclaration declaration) {
    this.declaration = declaration;
    this.keys = keys(declaration);
  }

  @Override
  public FileNumbers numbers(TextFile file, Map<String, Double> point) {
    List<JsonValue> rows = JsonValue.parse(file).items();
    rows.forEach(JsonValue::object);
    if (rows.isEmpty()) {
      throw IllFileException.missing(
          file.name() + ": an empty list; HistFitter found no results to harvest");
    }
    List<JsonValue> here =
        new RowsAtPoint<JsonValue>(declaration.columns(), HistFitterRow::coordinate)
            .find(rows, point, file.name());
    HistFitterAxes.requireOnePoint(file.name(), here);
    JsonValue row = strongest(selected(here));
    FileNumbers numbers = read(row);
    if (here.size() > 1) {
      numbers.note(
          "signal region "
              + HistFitterRow.region(row)
              + ", of "
              + here.size()
              + " at this point ("
              + row.path()
              + ")");
    }
    return numbers;
  }

  private FileNumbers read(JsonValue row) {
    for (String flag : HistFitterRow.FAILURES) {
      if (HistFitterRow.isRaised(row, flag)) {
        throw new IllFileException(
            Illness.REPORTED_FAILURE,
            row.where() + ": " + flag + " is set: the fit failed; look at the fit's log");
      }
    }
    FileNumbers numbers = new FileNumbers(row.where());
    keys.forEach((line, key) -> row.get(key).ifPresent(v -> numbers.put(line, v.number(), key)));
    if (declaration.check().quantity() == Quantity.MU_LIMIT) {
      row.get("upperLimitEstimatedError")
          .ifPresent(v -> numbers.putError(Line.OBSERVED, v.number()));
    }
    HistFitterRow.DOUBTS.stream()
        .filter(f -> HistFitterRow.isRaised(row, f))
        .forEach(f -> numbers.note(f + " is set"));
    Optional.ofNullable(declaration.columns().get(TableDialect.EVENTS))
        .flatMap(row::get)
        .ifPresent(v -> numbers.events(v.number()));
    return numbers.without(
        v -> v == -1 || v == -999007,
        declaration.check().quantity() == Quantity.CLS
            ? "run HistFitter with -p, or read quantity mu-limit"
            : "run HistFitter with -l, or read quantity cls");
  }

  private List<JsonValue> selected(List<JsonValue> rows) {
    return declaration
        .select()
        .map(
            name -> {
              List<JsonValue> named =
                  rows.stream().filter(r -> HistFitterRow.region(r).equals(name)).toList();
              if (named.isEmpty()) {
                throw IllFileException.missing(
                    rows.get(0).file()
                        + ": no row with fID \""
                        + Quoted.of(name)
                        + "\" at this point");
              }
              return named;
            })
        .orElse(rows);
  }

  private static JsonValue strongest(List<JsonValue> rows) {
    return rows.stream()
        .min(Comparator.comparingDouble(HistFitterRow::rank))
        .orElseThrow(); // never empty: find() and selected() refuse that
  }

  private static Map<Line, String> keys(LimitDeclaration declaration) {
    Map<Line, String> keys =
        new EnumMap<>(
            switch (declaration.check().quantity()) {
              case CLS -> lines(CLS, EXPECTED_CLS, "clsd2s", "clsd1s", "clsu1s", "clsu2s");
              case P_VALUE -> lines("p0", "p0exp", "p0d2s", "p0d1s", "p0u1s", "p0u2s");
              case MU_LIMIT ->
                  lines(
                      LIMIT,
                      "expectedUpperLimit",
                      "expectedUpperLimitMinus2Sig",
                      "expectedUpperLimitMinus1Sig",
                      "expectedUpperLimitPlus1Sig",
                      "expectedUpperLimitPlus2Sig");
              case XSEC_LIMIT -> Map.of(Line.OBSERVED, "excludedXsec");
            });
    for (Line line : Line.values()) {
      Optional.ofNullable(declaration.columns().get(line.word())).ifPresent(k -> keys.put(line, k));
    }
    return keys;
  }

  private static Map<Line, String> lines(
      String observed, String expected, String m2, String m1, String p1, String p2) {
    return Map.of(
        Line.OBSERVED, observed,
        Line.EXPECTED, expected,
        Line.EXPECTED_M2, m2,
        Line.EXPECTED_M1, m1,
        Line.EXPECTED_P1, p1,
        Line.EXPECTED_P2, p2);
  }
}

package org.recastal.limits.readers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recastal.limits.Line;
import org.recastal.limits.Quantity;

/**
 * MadAnalysis 5's {@code CLs_output.dat}. Per analysis, likelihoods that join regions ({@code
 * [SL]-…}, {@code [pyhf]-…}) win over the region marked as best; the analysis with the smallest
 * expected limit speaks, unless one is selected.
 */
final class MadAnalysisDialect implements Dialect {

  private final LimitDeclaration declaration;

  MadAnalysisDialect(LimitDeclaration declaration) {
    this.declaration = declaration;
  }

  @Override
  public Optional<String> ownUnit() {
    return Optional.of("pb");
  }

  @Override
  public FileNumbers numbers(TextFile file, Map<String, Double> point) {
    List<MadAnalysisRow> rows = MadAnalysisRow.readAll(file);
    List<MadAnalysisRow> wanted = rows.stream().filter(this::isSelected).toList();
    if (wanted.isEmpty()) {
      throw IllFileException.missing(
          file.name()
              + declaration
                  .select()
                  .map(s -> ": no row of \"" + Quoted.of(s) + "\"; is the name right?")
                  .orElse(": no rows; MadAnalysis computed no limit"));
    }
    MadAnalysisRow row = strongest(wanted);
    boolean extrapolated = rows.stream().noneMatch(r -> r.observed() > 0) && row.expected() > 0;
    FileNumbers numbers = new FileNumbers(file.at(row.line()));
    numbers.note("analysis " + row.analysis() + ", signal region " + row.region());
    return declaration.check().quantity() == Quantity.CLS
        ? cls(row, extrapolated, numbers)
        : limits(row, numbers);
  }

  // Files for another luminosity have no data: their CLs is of the expected counts.
  private static FileNumbers cls(MadAnalysisRow row, boolean extrapolated, FileNumbers numbers) {
    double exclusion =
        row.exclusion()
            .orElseThrow(
                () ->
                    IllFileException.missing(
                        numbers.where()
                            + ": no column 1-CLs; set the cross-section of the data set in"
                            + " MadAnalysis, or read quantity xsec-limit"));
    numbers.put(extrapolated ? Line.EXPECTED : Line.OBSERVED, 1 - exclusion, "1 − (1-CLs)");
    if (exclusion == 1) {
      numbers.note("CLs is below the four digits printed");
    }
    return numbers;
  }

  private static FileNumbers limits(MadAnalysisRow row, FileNumbers numbers) {
    numbers.put(Line.OBSERVED, row.observed(), "sig95(obs)");
    numbers.put(Line.EXPECTED, row.expected(), "sig95(exp)");
    return numbers.without(v -> v == -1, "no event passes, or its search failed: more events");
  }

  private boolean isSelected(MadAnalysisRow row) {
    return CheckMateDialect.isSelected(declaration, row.analysis(), row.region());
  }

  private static MadAnalysisRow strongest(List<MadAnalysisRow> rows) {
    List<MadAnalysisRow> candidates = new ArrayList<>();
    for (String analysis : rows.stream().map(MadAnalysisRow::analysis).distinct().toList()) {
      candidates.add(
          rows.stream()
              .filter(r -> r.analysis().equals(analysis))
              .min(
                  Comparator.comparing((MadAnalysisRow r) -> !r.isGlobal())
                      .thenComparing(r -> !r.best())
                      .thenComparingDouble(MadAnalysisDialect::expectedLimit))
              .orElseThrow()); // the analysis was found among the rows
    }
    return candidates.stream()
        .min(
            Comparator.comparingDouble(MadAnalysisDialect::expectedLimit)
                .thenComparingDouble(r -> -r.exclusion().orElse(0.0)))
        .orElseThrow(); // rows are not empty
  }

  private static double expectedLimit(MadAnalysisRow row) {
    return row.expected() > 0 ? row.expected() : Double.POSITIVE_INFINITY;
  }
}

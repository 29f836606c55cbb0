package org.recastal.limits.readers;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.recastal.limits.Diagnosis;
import org.recastal.limits.Diagnosis.Illness;
import org.recastal.limits.Line;
import org.recastal.limits.Quantity;

/**
 * What a file says of itself. The loop never relies on this: there the format is declared.
 *
 * @param format empty when the content is not known
 * @param quantity empty when the content does not tell it
 * @param trouble why nothing is known, when the file cannot be read at all
 */
public record Recognition(
    Optional<LimitFormat> format, Optional<Quantity> quantity, Optional<Diagnosis> trouble) {

  /** Looks at a file's content. */
  public static Recognition of(Path file, Waiting waiting) {
    try {
      TextFile text = new StableFile(waiting).read(file);
      String start = text.text().stripLeading();
      return start.startsWith("{") || start.startsWith("[")
          ? json(JsonValue.parse(text))
          : text(CheckMateDialect.plain(text));
    } catch (IllFileException e) {
      return new Recognition(Optional.empty(), Optional.empty(), Optional.of(e.diagnosis()));
    }
  }

  private static Recognition json(JsonValue root) {
    if (root.node().isArray()) {
      return root.items().stream()
          .findFirst()
          .filter(r -> has(r, HistFitterDialect.CLS) || has(r, HistFitterDialect.LIMIT))
          .map(r -> of(LimitFormat.HISTFITTER, harvested(r)))
          .orElseGet(() -> unknown(root.file()));
    }
    if (has(root, PyhfDialect.OBSERVED) || has(root, PyhfDialect.EXPECTED)) {
      return of(LimitFormat.PYHF, Quantity.CLS);
    }
    if (has(root, CabinetryDialect.OBSERVED) || has(root, CabinetryDialect.EXPECTED)) {
      return of(LimitFormat.CABINETRY, Quantity.MU_LIMIT);
    }
    if (has(root, "quantity")) {
      Optional<Quantity> quantity =
          root.get("quantity").map(q -> NeutralDialect.QUANTITIES.get(q.text()));
      return new Recognition(Optional.of(LimitFormat.NEUTRAL), quantity, Optional.empty());
    }
    if (RecastDialect.KEYS.values().stream().anyMatch(k -> has(root, k))) {
      // Limits on μ and CLs at μ = 1 have the same keys.
      return new Recognition(Optional.of(LimitFormat.RECAST), Optional.empty(), Optional.empty());
    }
    return unknown(root.file());
  }

  // HistFitter writes −1 for what it did not compute.
  private static Quantity harvested(JsonValue row) {
    boolean cls =
        HistFitterRow.coordinate(row, HistFitterDialect.CLS).filter(v -> v >= 0).isPresent();
    boolean limit =
        HistFitterRow.coordinate(row, HistFitterDialect.LIMIT).filter(v -> v > 0).isPresent();
    return !cls && limit ? Quantity.MU_LIMIT : Quantity.CLS;
  }

  private static Recognition text(TextFile file) {
    if (file.text().lines().anyMatch(l -> SModelsDialect.BLOCK.matcher(l).matches())) {
      return of(LimitFormat.SMODELS, Quantity.MU_LIMIT);
    }
    String first = CheckMateDialect.firstLine(file);
    if (first.startsWith(MadAnalysisRow.HEADER)) {
      boolean withCls = first.contains(MadAnalysisRow.EXCLUSION);
      return of(LimitFormat.MADANALYSIS, withCls ? Quantity.CLS : Quantity.XSEC_LIMIT);
    }
    if (CheckMateDialect.RESULT.matcher(file.text()).find()) {
      boolean r = CheckMateResult.statesR(file).orElse(true);
      return of(LimitFormat.CHECKMATE, r ? Quantity.MU_LIMIT : Quantity.CLS);
    }
    if (CheckMateDialect.MULTIBIN.matcher(file.text()).find()) {
      boolean r = file.text().contains("upper limit");
      return of(LimitFormat.CHECKMATE, r ? Quantity.MU_LIMIT : Quantity.CLS);
    }
    if (CheckMateDialect.TABLE.matcher(first).find()) {
      boolean r = CheckMateTable.statesR(file);
      return of(LimitFormat.CHECKMATE, r ? Quantity.MU_LIMIT : Quantity.CLS);
    }
    String header =
        file.text().lines().filter(l -> !l.isBlank() && !l.startsWith("#")).findFirst().orElse("");
    boolean csv = Stream.of(header.split(",")).anyMatch(Recognition::namesALine);
    return csv
        ? new Recognition(Optional.of(LimitFormat.CSV), Optional.empty(), Optional.empty())
        : unknown(file.name());
  }

  private static boolean namesALine(String cell) {
    return Line.ofWord(cell.strip()).isPresent();
  }

  private static boolean has(JsonValue value, String key) {
    return value.node().has(key);
  }

  private static Recognition of(LimitFormat format, Quantity quantity) {
    return new Recognition(Optional.of(format), Optional.of(quantity), Optional.empty());
  }

  private static Recognition unknown(String file) {
    return new Recognition(
        Optional.empty(),
        Optional.empty(),
        Optional.of(
            new Diagnosis(
                Illness.MALFORMED,
                file + ": no known format of limits; name its format, or is it the wrong file?")));
  }
}

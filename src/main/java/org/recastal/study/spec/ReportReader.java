package org.recastal.study.spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recastal.limits.Quantity;
import org.recastal.study.spec.SpecNode.Mapping;

/** Reads the block of {@link ReportSpec}. */
final class ReportReader {

  private final List<String> parameters;
  private final Optional<LimitsSpec> limits;
  private final SpecFolder folder;

  ReportReader(List<String> parameters, Optional<LimitsSpec> limits, SpecFolder folder) {
    this.parameters = parameters;
    this.limits = limits;
    this.folder = folder;
  }

  ReportSpec read(Block report) {
    List<OverlaySpec> overlays = new ArrayList<>();
    List<SpecNode> items = report.items("overlay");
    String path = KeyPath.of(report.path(), "overlay");
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof Mapping item) {
        overlay(new Block(item, KeyPath.of(path, i), report.mistakes())).ifPresent(overlays::add);
      }
    }
    return new ReportSpec(overlays);
  }

  private Optional<OverlaySpec> overlay(Block overlay) {
    Optional<Path> table = folder.file(overlay, "table");
    TableColumns columns =
        overlay
            .block("columns")
            .map(b -> TableColumns.read(b, parameters))
            .orElse(TableColumns.NAMED);
    if (table.isEmpty() || limits.isEmpty()) {
      return Optional.empty();
    }
    Quantity quantity =
        overlay.choice("quantity", Quantity::ofWord).orElse(limits.get().quantity());
    check(overlay, quantity, limits.get().quantity());
    return Optional.of(
        new OverlaySpec(
            table.get(),
            overlay.text("title").orElse(OverlaySpec.titleOf(table.get())),
            quantity,
            columns.ofParameters(),
            columns.ofLines(),
            overlay.text("unit").orElse(limits.get().unit())));
  }

  /** Limits of another quantity compare where both say the same: excluded or not. */
  private static void check(Block overlay, Quantity quantity, Quantity ofScan) {
    boolean excludes = quantity == Quantity.MU_LIMIT || quantity == Quantity.CLS;
    boolean scanExcludes = ofScan == Quantity.MU_LIMIT || ofScan == Quantity.CLS;
    if (quantity != ofScan && !(excludes && scanExcludes)) {
      overlay.mistake(
          "quantity",
          "limits of a "
              + quantity.word()
              + " cannot be compared with a "
              + ofScan.word()
              + ": only mu-limit and cls say the same");
    }
    if (overlay.has("unit") && quantity != Quantity.XSEC_LIMIT) {
      overlay.mistake("unit", "a " + quantity.word() + " has no unit: remove it");
    }
  }
}

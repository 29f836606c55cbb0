package org.recastal.study.spec;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.recastal.limits.Quantity;
import org.recastal.study.spec.ReplaySpec.FailedRows;
import org.recastal.study.spec.ReplaySpec.Mode;

/** Reads the block of {@link ReplaySpec}. */
final class ReplayReader {

  private final Block replay;
  private final List<String> parameters;
  private final Optional<LimitsSpec> limits;
  private final SpecFolder folder;

  ReplayReader(
      Block replay, List<String> parameters, Optional<LimitsSpec> limits, SpecFolder folder) {
    this.replay = replay;
    this.parameters = parameters;
    this.limits = limits;
    this.folder = folder;
  }

  /** The evaluator, or nothing when a mistake was told. */
  Optional<ReplaySpec> read(boolean spaceHasPool) {
    Optional<Path> table = folder.file(replay, "table");
    Mode mode = replay.choice("mode", Mode.values()).orElse(Mode.POOL);
    if (mode == Mode.POOL && spaceHasPool) {
      replay.mistake("mode", "the table is the pool already: remove pool:, or mode: interpolate");
    }
    checkUnit();
    TableColumns columns =
        replay
            .block("columns")
            .map(b -> TableColumns.read(b, parameters))
            .orElse(TableColumns.NAMED);
    return table.map(
        file ->
            new ReplaySpec(
                file,
                mode,
                columns.ofParameters(),
                columns.ofLines(),
                replay.text("unit").or(() -> limits.map(LimitsSpec::unit)).orElse(""),
                replay.block("failed").flatMap(ReplayReader::failed),
                replay.number("noise").orElse(0.0)));
  }

  private void checkUnit() {
    Optional<Quantity> quantity = limits.map(LimitsSpec::quantity);
    if (replay.has("unit") && quantity.isPresent() && quantity.get() != Quantity.XSEC_LIMIT) {
      replay.mistake("unit", "a " + quantity.get().word() + " has no unit: remove it");
    }
  }

  private static Optional<FailedRows> failed(Block failed) {
    return failed
        .text("column")
        .flatMap(column -> failed.text("unless").map(value -> new FailedRows(column, value)));
  }
}

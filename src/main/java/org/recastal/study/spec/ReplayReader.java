package org.recastal.study.spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recastal.limits.Line;
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
    Map<String, String> ofParameters = new LinkedHashMap<>();
    Map<Line, String> ofLines = new EnumMap<>(Line.class);
    replay.block("columns").ifPresent(columns -> sort(columns, ofParameters, ofLines));
    return table.map(
        file ->
            new ReplaySpec(
                file,
                mode,
                ofParameters,
                ofLines,
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

  private void sort(Block columns, Map<String, String> ofParameters, Map<Line, String> ofLines) {
    for (String key : columns.mapping().entries().keySet()) {
      Optional<String> column = columns.text(key);
      Optional<Line> line = Line.ofWord(key);
      if (line.isPresent()) {
        column.ifPresent(c -> ofLines.put(line.get(), c));
      } else if (parameters.contains(key)) {
        column.ifPresent(c -> ofParameters.put(key, c));
      } else {
        columns.keyMistake(key, "neither a parameter nor a line" + hint(key));
      }
    }
  }

  private String hint(String key) {
    List<String> known = new ArrayList<>(parameters);
    for (Line line : Line.values()) {
      known.add(line.word());
    }
    String hint = Spelling.hint(key, known);
    return hint.isEmpty() ? "; expected " + Spelling.choices(known) : hint;
  }

  private static Optional<FailedRows> failed(Block failed) {
    return failed
        .text("column")
        .flatMap(column -> failed.text("unless").map(value -> new FailedRows(column, value)));
  }
}

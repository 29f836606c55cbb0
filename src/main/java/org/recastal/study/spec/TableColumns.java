package org.recastal.study.spec;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recastal.limits.Line;

/**
 * The block {@code columns:} of a table.
 *
 * @param ofParameters column per parameter name, where it is not the name itself
 * @param ofLines column per line, where it is not the line's word
 */
record TableColumns(Map<String, String> ofParameters, Map<Line, String> ofLines) {

  /** Every column is named as what it holds. */
  static final TableColumns NAMED = new TableColumns(Map.of(), Map.of());

  /** Sorts the keys of the block into parameters and lines; tells those that are neither. */
  static TableColumns read(Block columns, List<String> parameters) {
    Map<String, String> ofParameters = new LinkedHashMap<>();
    Map<Line, String> ofLines = new EnumMap<>(Line.class);
    for (String key : columns.mapping().entries().keySet()) {
      Optional<String> column = columns.text(key);
      Optional<Line> line = Line.ofWord(key);
      if (line.isPresent()) {
        column.ifPresent(c -> ofLines.put(line.get(), c));
      } else if (parameters.contains(key)) {
        column.ifPresent(c -> ofParameters.put(key, c));
      } else {
        columns.keyMistake(key, "neither a parameter nor a line" + hint(key, parameters));
      }
    }
    return new TableColumns(ofParameters, ofLines);
  }

  private static String hint(String key, List<String> parameters) {
    List<String> known = new ArrayList<>(parameters);
    for (Line line : Line.values()) {
      known.add(line.word());
    }
    String hint = Spelling.hint(key, known);
    return hint.isEmpty() ? "; expected " + Spelling.choices(known) : hint;
  }
}

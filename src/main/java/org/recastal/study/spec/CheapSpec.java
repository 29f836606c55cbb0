package org.recastal.study.spec;

import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.recastal.limits.Line;

/**
 * Cheap approximate limits, or other numbers that rise or fall with the limits, which guide the
 * expensive ones.
 *
 * <pre>{@code
 * surrogate:
 *   cheap:
 *     table: truth-level.csv
 *     columns: {m_C1: mc1n2_GeV, expected: sensitivity}
 * }</pre>
 *
 * @param table the file
 * @param parameterColumns column per parameter name, where it is not the name itself
 * @param lineColumns column per line that the table has numbers of
 * @param rows what the table says, in its order
 */
public record CheapSpec(
    Path table,
    Map<String, String> parameterColumns,
    Map<Line, String> lineColumns,
    List<Row> rows) {

  /**
   * One approximate answer.
   *
   * @param at coordinates in the order of the parameters, length d
   * @param values positive number per line of the table
   */
  public record Row(List<Double> at, Map<Line, Double> values) {
    public Row {
      at = List.copyOf(at);
      values = Collections.unmodifiableMap(new EnumMap<>(values));
    }
  }

  public CheapSpec {
    parameterColumns = Map.copyOf(parameterColumns);
    lineColumns = Collections.unmodifiableMap(new EnumMap<>(lineColumns));
    rows = List.copyOf(rows);
  }
}

package org.recastal.study.spec;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.recastal.limits.Line;

/**
 * A table of published limits stands in for the chain.
 *
 * <pre>{@code
 * evaluate:
 *   replay:
 *     table: map.csv                 # CSV, or HEPData YAML
 *     mode: pool                     # only the table's points; or interpolate
 *     columns: {m_C1: mc1n2_GeV, observed: mu95_obs}
 *     unit: pb                       # of the table's limits, when it is not the spec's
 *     failed: {column: status, unless: SUCCESS}
 *     noise: 0.05                    # relative Gaussian noise on the answers, for rehearsals
 * }</pre>
 *
 * @param table the file
 * @param mode whether the points are the table's or anything between them
 * @param parameterColumns column per parameter name, where it is not the name itself
 * @param lineColumns column per line, where it is not the line's word
 * @param unit unit of the table's limits; converted to the spec's unit by this declaration only
 * @param failed which rows are failed evaluations
 * @param noise relative standard deviation added to each answer, 0 for none
 */
public record ReplaySpec(
    Path table,
    Mode mode,
    Map<String, String> parameterColumns,
    Map<Line, String> lineColumns,
    String unit,
    Optional<FailedRows> failed,
    double noise)
    implements EvaluateSpec {

  /** Pool or interpolation. */
  public enum Mode {
    POOL,
    INTERPOLATE
  }

  /**
   * Rows whose evaluation failed: those where {@code column} is not {@code unless}.
   *
   * @param column a column of the table
   * @param unless the value of the rows that succeeded
   */
  public record FailedRows(String column, String unless) {}

  public ReplaySpec {
    parameterColumns = Map.copyOf(parameterColumns);
    lineColumns = Map.copyOf(lineColumns);
  }
}

package org.recastal.study.spec;

import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recastal.acquisition.design.Design;
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
 *
 *   cheap:
 *     evaluate: {likelihood: {…}}
 *     points: 5000
 *
 *   cheap:
 *     command: [python3, approx.py, "{{points}}", "{{limits}}"]
 *     points: 5000
 * }</pre>
 *
 * @param source where they come from
 * @param parameterColumns column per parameter name, where it is not the name itself
 * @param lineColumns column per line that a table has numbers of
 * @param rows what is known, in order; none before computed limits are computed
 */
public record CheapSpec(
    Source source,
    Map<String, String> parameterColumns,
    Map<Line, String> lineColumns,
    List<Row> rows) {

  /** Where cheap limits come from. */
  public sealed interface Source {

    /** How those that are computed are laid out. */
    default Optional<Plan> plan() {
      return Optional.empty();
    }
  }

  /** A file that exists. */
  public record Table(Path file) implements Source {}

  /** An evaluator of this program. */
  public record Evaluated(EvaluateSpec evaluate, Plan layout) implements Source {
    @Override
    public Optional<Plan> plan() {
      return Optional.of(layout);
    }
  }

  /**
   * A program that reads a table of points and leaves a table of limits.
   *
   * @param words in which {@link #POINTS} and {@link #LIMITS} stand for the two files
   * @param files put beside it
   */
  public record Command(List<String> words, List<Path> files, Plan layout) implements Source {

    /** Stands for the table of points. */
    public static final String POINTS = "{{points}}";

    /** Stands for the table of limits. */
    public static final String LIMITS = "{{limits}}";

    public Command {
      words = List.copyOf(words);
      files = List.copyOf(files);
    }

    @Override
    public Optional<Plan> plan() {
      return Optional.of(layout);
    }
  }

  /**
   * Which points are computed.
   *
   * @param points how many
   * @param perTable how many at once: what a killed driver may have to compute again
   */
  public record Plan(Design design, int points, int perTable) {}

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
    EnumMap<Line, String> lines = new EnumMap<>(Line.class);
    lines.putAll(lineColumns);
    lineColumns = Collections.unmodifiableMap(lines);
    rows = List.copyOf(rows);
  }

  /** The same with what is known by now. */
  public CheapSpec withRows(List<Row> known) {
    return new CheapSpec(source, parameterColumns, lineColumns, known);
  }
}

package org.recastal.study.cheap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recastal.FileTrouble;
import org.recastal.limits.Line;
import org.recastal.limits.Outcome;
import org.recastal.space.Point;

/**
 * Tables of points, and of the cheap limits that they have: CSV with a column per parameter and
 * line, and one that says why a point has none.
 *
 * @param parameters their columns, in the order of coordinates
 */
record CheapText(List<String> parameters) {

  private static final String TROUBLE = "trouble";

  CheapText {
    parameters = List.copyOf(parameters);
  }

  /** Points without limits. */
  String of(List<Point> points) {
    StringBuilder text = new StringBuilder(String.join(",", parameters)).append('\n');
    points.forEach(p -> text.append(coordinates(p)).append('\n'));
    return text.toString();
  }

  /** What an evaluator answered. */
  String of(List<Point> points, List<Outcome> outcomes) {
    StringBuilder text = new StringBuilder(String.join(",", parameters));
    for (Line line : Line.values()) {
      text.append(',').append(line.word());
    }
    text.append(',').append(TROUBLE).append('\n');
    for (int i = 0; i < points.size(); i++) {
      text.append(coordinates(points.get(i)));
      for (Line line : Line.values()) {
        text.append(',').append(value(outcomes.get(i), line));
      }
      text.append(',').append(trouble(outcomes.get(i))).append('\n');
    }
    return text.toString();
  }

  /**
   * Points none of which has a limit.
   *
   * @param lines the columns of the limits
   */
  String without(List<Point> points, List<String> lines, String why) {
    List<String> columns = new ArrayList<>(parameters);
    columns.addAll(lines);
    columns.add(TROUBLE);
    StringBuilder text = new StringBuilder(String.join(",", columns)).append('\n');
    points.forEach(
        p -> text.append(coordinates(p) + ",nan".repeat(lines.size()) + "," + plain(why) + "\n"));
    return text.toString();
  }

  private static String coordinates(Point point) {
    StringBuilder text = new StringBuilder();
    for (double x : point.coordinates()) {
      text.append(text.length() == 0 ? "" : ",").append(x);
    }
    return text.toString();
  }

  private static String value(Outcome outcome, Line line) {
    return outcome instanceof Outcome.Answered answered && answered.limit().value(line).isPresent()
        ? String.valueOf(answered.limit().values().get(line))
        : "nan";
  }

  private static String trouble(Outcome outcome) {
    if (outcome instanceof Outcome.Ill ill) {
      return plain(ill.diagnosis().message());
    }
    return outcome instanceof Outcome.Invalid invalid ? plain("invalid: " + invalid.reason()) : "";
  }

  /** Fit for a cell without quotes. */
  private static String plain(String text) {
    return text.replaceAll("[\",\\p{Cntrl}]+", " ").strip();
  }

  /** Why the first point without a limit has none; empty when all have one, or none says why. */
  static Optional<String> firstTrouble(List<Path> tables) {
    return tables.stream().flatMap(t -> firstTrouble(t).stream()).findFirst();
  }

  private static Optional<String> firstTrouble(Path table) {
    try {
      List<String> lines = Files.readAllLines(table);
      int column = lines.isEmpty() ? -1 : List.of(lines.get(0).split(",", -1)).indexOf(TROUBLE);
      return lines.stream()
          .skip(1)
          .map(line -> line.split(",", -1))
          .filter(cells -> column >= 0 && column < cells.length && !cells[column].isBlank())
          .map(cells -> cells[column])
          .findFirst();
    } catch (IOException e) {
      throw FileTrouble.in("cannot read", table, e);
    }
  }

  /** How many points a table has. */
  static int size(Path table) {
    try {
      return (int) Files.readAllLines(table).stream().skip(1).filter(l -> !l.isBlank()).count();
    } catch (IOException e) {
      throw FileTrouble.in("cannot read", table, e);
    }
  }
}

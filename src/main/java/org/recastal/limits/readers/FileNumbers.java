package org.recastal.limits.readers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;
import org.recastal.limits.Bound;
import org.recastal.limits.Diagnosis.Illness;
import org.recastal.limits.Line;

/** Collects the numbers that a file holds for one point, each with its place, as they stand. */
final class FileNumbers {

  // What a program computes together; half of such a group is an accident.
  private static final List<List<Line>> TOGETHER =
      List.of(
          List.of(Line.OBSERVED),
          List.of(Line.EXPECTED),
          List.of(Line.EXPECTED_M2, Line.EXPECTED_M1, Line.EXPECTED_P1, Line.EXPECTED_P2));

  private final String where;
  private final Map<Line, Double> values = new EnumMap<>(Line.class);
  private final Map<Line, Double> errors = new EnumMap<>(Line.class);
  private final Map<Line, Bound> bounds = new EnumMap<>(Line.class);
  private final Map<Line, String> places = new EnumMap<>(Line.class);
  private final List<String> notes = new ArrayList<>();
  private OptionalDouble events = OptionalDouble.empty();
  private Optional<FileThresholds.Bracket> scanned = Optional.empty();

  /**
   * Nothing yet.
   *
   * @param where file, and the part of it
   */
  FileNumbers(String where) {
    this.where = where;
  }

  /** Takes a value; {@code place} is a key or column, empty when {@code where} says enough. */
  void put(Line line, double value, String place) {
    values.put(line, value);
    places.put(line, place);
  }

  /** Takes the bound of a limit that was not reached. */
  void put(Line line, Bound bound, String place) {
    bounds.put(line, bound);
    places.put(line, place);
  }

  void putError(Line line, double error) {
    errors.put(line, error);
  }

  void note(String note) {
    notes.add(note);
  }

  void events(double count) {
    events = OptionalDouble.of(count);
  }

  /** The range in which the program itself says that it looked. */
  void scanned(FileThresholds.Bracket range) {
    scanned = Optional.of(range);
  }

  /** The same with every value replaced by its inverse, where errors are of no use any more. */
  FileNumbers inverted() {
    values.replaceAll((line, value) -> 1 / value);
    bounds.replaceAll((line, bound) -> new Bound(bound.side().flipped(), 1 / bound.value()));
    errors.clear();
    return this;
  }

  /** The same in another unit. */
  FileNumbers times(double factor) {
    values.replaceAll((line, value) -> value * factor);
    errors.replaceAll((line, value) -> value * factor);
    bounds.replaceAll((line, bound) -> bound.times(factor));
    return this;
  }

  /**
   * Leaves out what the program did not compute: observed, median or band as a whole. Nothing left
   * or half a band is an illness.
   */
  FileNumbers without(DoublePredicate notComputed, String advice) {
    List<Line> gone =
        values.keySet().stream().filter(l -> notComputed.test(values.get(l))).toList();
    for (Line line : gone) {
      boolean whole =
          TOGETHER.stream().filter(g -> g.contains(line)).allMatch(g -> isGone(g, gone));
      if (!whole || gone.size() == values.size()) {
        throw new IllFileException(
            Illness.SENTINEL,
            placeOf(line)
                + ": "
                + line.word()
                + " = "
                + values.get(line)
                + " means “not computed”; "
                + advice);
      }
    }
    gone.forEach(values::remove);
    gone.forEach(errors::remove);
    return this;
  }

  private boolean isGone(Collection<Line> group, List<Line> gone) {
    return group.stream().noneMatch(l -> values.containsKey(l) && !gone.contains(l));
  }

  /** File and key of a line's value. */
  String placeOf(Line line) {
    String place = places.getOrDefault(line, "");
    return place.isEmpty() ? where : where + ": " + place;
  }

  String where() {
    return where;
  }

  Map<Line, Double> values() {
    return values;
  }

  Map<Line, Double> errors() {
    return errors;
  }

  Map<Line, Bound> bounds() {
    return bounds;
  }

  boolean isEmpty() {
    return values.isEmpty() && bounds.isEmpty();
  }

  List<String> notes() {
    return List.copyOf(notes);
  }

  OptionalDouble events() {
    return events;
  }

  Optional<FileThresholds.Bracket> scanned() {
    return scanned;
  }
}

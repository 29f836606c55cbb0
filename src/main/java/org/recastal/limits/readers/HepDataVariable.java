package org.recastal.limits.readers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.recastal.limits.readers.LimitTable.Column;
import org.yaml.snakeyaml.nodes.Node;

/**
 * One variable of a HEPData file: a header, qualifiers, and a value in every row.
 *
 * <p>A bin without a value of its own stands at its centre, and its edges become the columns {@code
 * <name> low} and {@code <name> high}. Errors become columns {@code <name> error}, {@code <name>
 * error +} and {@code <name> error −}, with the error's label where it has one.
 */
final class HepDataVariable {

  private final HepDataFile file;
  private final String name;
  private final String unit;
  private final Map<String, String> qualifiers = new LinkedHashMap<>();
  private final List<Integer> lines = new ArrayList<>();
  private final List<String> values = new ArrayList<>();
  private final Map<String, Map<Integer, String>> extras = new LinkedHashMap<>();

  HepDataVariable(HepDataFile file, Node variable) {
    this.file = file;
    Node header = file.require(variable, "header");
    this.name = file.text(file.require(header, "name"));
    this.unit = file.find(header, "units").map(file::text).orElse("");
    for (Node q : file.find(variable, "qualifiers").map(file::items).orElse(List.of())) {
      qualifiers.merge(
          file.text(file.require(q, "name")),
          file.text(file.require(q, "value")),
          (a, b) -> a + ", " + b);
    }
    for (Node value : file.items(file.require(variable, "values"))) {
      take(value);
    }
  }

  String name() {
    return name;
  }

  /** The line of the file at which each row's value stands. */
  List<Integer> lines() {
    return lines;
  }

  /** The name of a variable's column: its header, made unique by qualifiers where it must be. */
  static String nameAmong(List<HepDataVariable> all, HepDataVariable one) {
    List<HepDataVariable> same = all.stream().filter(v -> v.name.equals(one.name)).toList();
    if (same.size() == 1) {
      return one.name;
    }
    String differing =
        new TreeMap<>(one.qualifiers)
            .entrySet().stream()
                .filter(
                    q -> same.stream().anyMatch(v -> !q.getValue().equals(v.qualifier(q.getKey()))))
                .map(q -> q.getKey() + ": " + q.getValue())
                .collect(Collectors.joining(", "));
    return differing.isEmpty() ? one.name : one.name + " (" + differing + ")";
  }

  private String qualifier(String key) {
    return qualifiers.getOrDefault(key, "");
  }

  /** Appends this variable's columns: its value first, then edges and errors where given. */
  void appendTo(String column, List<Column> columns, List<List<String>> cells) {
    columns.add(new Column(column, unit));
    cells.add(values);
    extras.forEach(
        (suffix, sparse) -> {
          columns.add(new Column(column + " " + suffix, unit));
          List<String> dense = new ArrayList<>();
          for (int row = 0; row < values.size(); row++) {
            dense.add(sparse.getOrDefault(row, ""));
          }
          cells.add(dense);
        });
  }

  private void take(Node value) {
    int row = values.size();
    lines.add(HepDataFile.line(value));
    Optional<String> own = file.find(value, "value").map(file::text);
    Optional<String> low = file.find(value, "low").map(file::text);
    Optional<String> high = file.find(value, "high").map(file::text);
    low.ifPresent(text -> extra("low", row, text));
    high.ifPresent(text -> extra("high", row, text));
    values.add(own.or(() -> centre(low, high)).orElseThrow(() -> noValue(value)));
    for (Node error : file.find(value, "errors").map(file::items).orElse(List.of())) {
      takeError(error, row);
    }
  }

  private static Optional<String> centre(Optional<String> low, Optional<String> high) {
    return low.flatMap(CellNumber::parse)
        .flatMap(a -> high.flatMap(CellNumber::parse).map(b -> Double.toString((a + b) / 2)));
  }

  private RuntimeException noValue(Node value) {
    return file.mistake(value, "a row of \"" + name + "\" has neither a value nor low and high");
  }

  private void takeError(Node error, int row) {
    String label = file.find(error, "label").map(file::text).map(l -> " " + l).orElse("");
    file.find(error, "symerror").ifPresent(e -> extra("error" + label, row, file.text(e)));
    file.find(error, "asymerror")
        .ifPresent(
            e -> {
              extra("error +" + label, row, file.text(file.require(e, "plus")));
              extra("error −" + label, row, file.text(file.require(e, "minus")));
            });
  }

  private void extra(String suffix, int row, String text) {
    extras.computeIfAbsent(suffix, s -> new LinkedHashMap<>()).put(row, text);
  }
}

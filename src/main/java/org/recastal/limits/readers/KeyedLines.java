package org.recastal.limits.readers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.recastal.limits.Line;
import org.recastal.limits.readers.LimitTable.Column;
import org.recastal.limits.readers.LimitTable.Row;

/** Text with one {@code key: value} or {@code key = value} per line, as a table of one row. */
final class KeyedLines {

  private static final Pattern LINE = Pattern.compile("\\s*([^:=]+?)\\s*[:=]\\s*(\\S+)(?:\\s.*)?");

  private KeyedLines() {}

  /** The table, empty when the text has none of the lines under its key. */
  static Optional<LimitTable> read(TextFile file, UnaryOperator<String> keyOfWord) {
    Map<String, String> values = new LinkedHashMap<>();
    Map<String, Integer> lines = new LinkedHashMap<>();
    List<String> text = file.lines();
    for (int i = 0; i < text.size(); i++) {
      Matcher m = LINE.matcher(text.get(i));
      if (m.matches()) {
        values.put(m.group(1), m.group(2));
        lines.put(m.group(1), i + 1);
      }
    }
    for (Line line : Line.values()) {
      String key = keyOfWord.apply(line.word());
      if (values.containsKey(key)) {
        List<Column> columns = new ArrayList<>();
        values.keySet().forEach(k -> columns.add(new Column(k, "")));
        Row row = new Row(lines.get(key), List.copyOf(values.values()));
        return Optional.of(
            new LimitTable(file.name(), lines.get(key), columns, List.of(row), Map.of()));
      }
    }
    return Optional.empty();
  }
}

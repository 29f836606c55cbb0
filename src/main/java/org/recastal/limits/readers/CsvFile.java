package org.recastal.limits.readers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.recastal.RecastAlException;
import org.recastal.limits.readers.LimitTable.Column;
import org.recastal.limits.readers.LimitTable.Row;

/**
 * CSV with one header line: commas, quotes where needed, {@code #} comment lines, UTF-8 with or
 * without a byte order mark.
 */
final class CsvFile {

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setCommentMarker('#')
          .setIgnoreEmptyLines(true)
          .setIgnoreSurroundingSpaces(true)
          .setTrim(true)
          .get();

  private static final Pattern DECLARATION = Pattern.compile("([a-z]+)\\s*:\\s*(\\S+)");

  private final String source;
  private final List<Column> columns = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();
  private final Map<String, String> declarations = new LinkedHashMap<>();

  private int headerLine;

  private CsvFile(String source) {
    this.source = source;
  }

  static LimitTable read(Path file) {
    return parse(file.getFileName().toString(), text(file));
  }

  /** A table in a text without a byte order mark. */
  static LimitTable parse(String source, String text) {
    CsvFile reading = new CsvFile(source);
    reading.parse(text);
    return new LimitTable(
        reading.source, reading.headerLine, reading.columns, reading.rows, reading.declarations);
  }

  private static String text(Path file) {
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw RecastAlException.badInput(file.getFileName() + ": not UTF-8 text; convert it first");
    } catch (IOException e) {
      throw new RecastAlException(
          RecastAlException.Kind.FAILURE, file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private void parse(String text) {
    try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
      for (CSVRecord record : parser) {
        take(record, Math.toIntExact(parser.getCurrentLineNumber()));
      }
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      throw RecastAlException.badInput(source + ": not CSV: " + firstLine(e));
    }
    if (columns.isEmpty()) {
      throw RecastAlException.badInput(source + ": empty; expected a header line and rows");
    }
    if (rows.isEmpty()) {
      throw RecastAlException.badInput(source + ": no rows below the header");
    }
  }

  private void take(CSVRecord record, int line) {
    if (record.hasComment()) {
      record.getComment().lines().forEach(this::declare);
    }
    if (columns.isEmpty()) {
      header(record, line);
      return;
    }
    if (record.size() != columns.size()) {
      throw mistake(
          line, record.size() + " cells where the header names " + columns.size() + " columns");
    }
    rows.add(new Row(line, record.toList()));
  }

  private void declare(String comment) {
    Matcher m = DECLARATION.matcher(comment.strip());
    if (m.matches()) {
      declarations.put(m.group(1), m.group(2));
    }
  }

  private void header(CSVRecord record, int line) {
    if (record.stream().allMatch(cell -> CellNumber.parse(cell).isPresent())) {
      throw mistake(line, "numbers where the header was expected; name the columns first");
    }
    if (record.size() == 1 && record.get(0).matches(".*[;\t].*")) {
      throw mistake(line, "columns must be separated by commas");
    }
    headerLine = line;
    for (String name : record) {
      if (name.isEmpty()) {
        throw mistake(line, "column " + (columns.size() + 1) + " has no name");
      }
      if (columns.stream().anyMatch(c -> c.name().equals(name))) {
        throw mistake(line, "two columns are named \"" + name + "\"; rename one");
      }
      columns.add(new Column(name, ""));
    }
  }

  private RecastAlException mistake(int line, String what) {
    return RecastAlException.badInput(source + ":" + line + ": " + what);
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("unreadable");
  }
}

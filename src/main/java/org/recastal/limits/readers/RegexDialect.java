package org.recastal.limits.readers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.recastal.RecastAlException;
import org.recastal.limits.Line;

/**
 * Any text, by a regular expression with named groups. It is looked for throughout the file; the
 * first match of each group counts, or the last one with {@code select: last}.
 */
final class RegexDialect implements Dialect {

  static final String LAST = "last";

  private static final Map<String, Line> GROUPS =
      Map.of(
          "observed", Line.OBSERVED,
          "expected", Line.EXPECTED,
          "expectedM2", Line.EXPECTED_M2,
          "expectedM1", Line.EXPECTED_M1,
          "expectedP1", Line.EXPECTED_P1,
          "expectedP2", Line.EXPECTED_P2);

  private final Pattern pattern;
  private final List<String> groups;
  private final boolean last;

  RegexDialect(LimitDeclaration declaration) {
    String text =
        declaration
            .pattern()
            .orElseThrow(
                () -> RecastAlException.badInput("pattern: missing; the format regex needs one"));
    try {
      pattern = Pattern.compile(text, Pattern.MULTILINE);
    } catch (PatternSyntaxException e) {
      throw RecastAlException.badInput(
          "pattern: " + e.getDescription() + " at character " + (e.getIndex() + 1));
    }
    groups = new ArrayList<>(new TreeSet<>(GROUPS.keySet()));
    groups.add(TableDialect.EVENTS);
    groups.removeIf(g -> !text.contains("(?<" + g + ">"));
    last = declaration.select().filter(LAST::equals).isPresent();
    if (groups.stream().noneMatch(GROUPS::containsKey)) {
      throw RecastAlException.badInput(
          "pattern: names no line; name one with a group, such as (?<observed>\\S+)");
    }
  }

  @Override
  public FileNumbers numbers(TextFile file, Map<String, Double> point) {
    FileNumbers numbers = new FileNumbers(file.name());
    found(file)
        .forEach(
            (group, text) -> {
              double value = value(file, group, text);
              Optional.ofNullable(GROUPS.get(group))
                  .ifPresentOrElse(
                      line -> numbers.put(line, value, ""), () -> numbers.events(value));
            });
    if (numbers.values().isEmpty()) {
      throw IllFileException.missing(
          file.name() + ": the pattern is found nowhere; did the program end early?");
    }
    return numbers;
  }

  private Map<String, String> found(TextFile file) {
    Map<String, String> found = new LinkedHashMap<>();
    Matcher m = pattern.matcher(new MeteredText(file));
    try {
      while (m.find()) {
        for (String group : groups) {
          if (m.group(group) != null && (last || !found.containsKey(group))) {
            found.put(group, m.group(group));
          }
        }
      }
    } catch (StackOverflowError e) {
      throw IllFileException.malformed(
          file.name() + ": the pattern nests too deeply on this text; repeat no (a|b) in it");
    }
    return found;
  }

  private static double value(TextFile file, String group, String text) {
    return CellNumber.parse(text.strip())
        .orElseThrow(
            () ->
                IllFileException.malformed(
                    file.name()
                        + ": "
                        + group
                        + " = \""
                        + Quoted.of(text)
                        + "\" is not a number; let the group hold the number alone"));
  }
}

package org.recastal.limits.readers;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.recastal.limits.Diagnosis.Illness;
import org.recastal.limits.Line;

/**
 * SModelS' {@code .smodelsslha}: the block {@code SModelS_Exclusion}. The result with the largest r
 * speaks, unless one is selected by analysis or region, or {@code combined}, the combination of
 * analyses in the block {@code SModelS_CombinedAnas}.
 */
final class SModelsDialect implements Dialect {

  static final Pattern BLOCK = Pattern.compile("(?i)\\s*BLOCK\\s+(SModelS_\\w+)\\s*(#.*)?");

  private static final String COMBINED = "combined";

  private static final Pattern ENTRY =
      Pattern.compile("\\s*(\\d{1,6})\\s+(\\d{1,6})\\s+([^#]*?)\\s*(?:#(.*))?");

  private final LimitDeclaration declaration;

  SModelsDialect(LimitDeclaration declaration) {
    this.declaration = declaration;
  }

  /** An entry of a block. */
  private record Entry(int line, String text, String comment) {}

  @Override
  public FileNumbers numbers(TextFile file, Map<String, Double> point) {
    boolean combined = declaration.select().filter(COMBINED::equals).isPresent();
    Map<Integer, Map<Integer, Entry>> results =
        block(file, combined ? "smodels_combinedanas" : "smodels_exclusion");
    if (!combined) {
      requireTested(file, results.remove(0));
    }
    Map<Integer, Entry> best =
        results.values().stream()
            .filter(r -> combined || isSelected(r))
            .max(Comparator.comparingDouble(SModelsDialect::r))
            .orElseThrow(
                () ->
                    IllFileException.missing(
                        file.name() + ": no result" + of() + "; is the name right?"));
    return read(file, best, combined);
  }

  private String of() {
    return declaration.select().map(s -> " of \"" + Quoted.of(s) + "\"").orElse("");
  }

  private static void requireTested(TextFile file, Map<Integer, Entry> status) {
    Entry entry = status == null ? null : status.get(0);
    if (entry == null) {
      throw IllFileException.missing(
          file.name() + ": BLOCK SModelS_Exclusion has no entry 0 0; did SModelS end early?");
    }
    if (entry.text().equals("-1")) {
      throw new IllFileException(
          Illness.SENTINEL,
          file.at(entry.line())
              + ": entry 0 0 = -1 means “not tested”: no published result fits this model here;"
              + " look at BLOCK SModelS_Coverage");
    }
  }

  private FileNumbers read(TextFile file, Map<Integer, Entry> result, boolean combined) {
    Entry observed = result.get(1);
    if (observed == null) {
      throw IllFileException.missing(file.name() + ": a result without an r value (entry n 1)");
    }
    FileNumbers numbers = new FileNumbers(file.at(observed.line()));
    number(file, observed).ifPresent(r -> numbers.put(Line.OBSERVED, r, "r"));
    Optional.ofNullable(result.get(2))
        .filter(e -> e.comment().contains("expected r"))
        .flatMap(e -> number(file, e))
        .ifPresent(r -> numbers.put(Line.EXPECTED, r, "expected r"));
    numbers.note(
        combined
            ? "analyses " + text(result, 6)
            : "analysis " + text(result, 4) + ", signal region " + text(result, 5));
    return Inverse.ofR(numbers);
  }

  private boolean isSelected(Map<Integer, Entry> result) {
    return CheckMateDialect.isSelected(declaration, text(result, 4), text(result, 5));
  }

  private static double r(Map<Integer, Entry> result) {
    return Optional.ofNullable(result.get(1))
        .flatMap(e -> CellNumber.parse(e.text()))
        .filter(r -> !r.isNaN())
        .orElse(Double.NEGATIVE_INFINITY);
  }

  private static String text(Map<Integer, Entry> result, int key) {
    return Optional.ofNullable(result.get(key)).map(Entry::text).map(Quoted::of).orElse("");
  }

  private static Optional<Double> number(TextFile file, Entry entry) {
    Optional<Double> number = CellNumber.parse(entry.text());
    if (number.isEmpty() && !CellNumber.isAbsent(entry.text())) {
      throw IllFileException.malformed(
          file.at(entry.line()) + ": \"" + Quoted.of(entry.text()) + "\" is not a number");
    }
    return number;
  }

  private static Map<Integer, Map<Integer, Entry>> block(TextFile file, String wanted) {
    Map<Integer, Map<Integer, Entry>> results = new TreeMap<>();
    boolean inside = false;
    boolean seen = false;
    List<String> lines = file.lines();
    for (int i = 0; i < lines.size(); i++) {
      Matcher head = BLOCK.matcher(lines.get(i));
      Matcher entry = ENTRY.matcher(lines.get(i));
      if (head.matches()) {
        inside = head.group(1).equalsIgnoreCase(wanted);
        seen |= inside;
      } else if (inside && entry.matches()) {
        results
            .computeIfAbsent(Integer.parseInt(entry.group(1)), n -> new TreeMap<>())
            .put(
                Integer.parseInt(entry.group(2)),
                new Entry(i + 1, entry.group(3), String.valueOf(entry.group(4))));
      }
    }
    if (!seen) {
      throw IllFileException.missing(
          file.name() + ": no BLOCK " + wanted + "; set outputType to slha in SModelS");
    }
    return results;
  }
}

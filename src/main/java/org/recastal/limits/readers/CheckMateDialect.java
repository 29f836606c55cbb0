package org.recastal.limits.readers;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * CheckMATE 2: {@code result.txt}, tables of signal regions ({@code total_results.txt}, {@code
 * best_signal_regions.txt}) and {@code multibin_limits/results.dat}, told apart by their content.
 */
final class CheckMateDialect implements Dialect {

  static final Pattern RESULT = Pattern.compile("(?m)^\\s*(Test|Result|Result for [^:]*):");
  static final Pattern MULTIBIN =
      Pattern.compile("(?m)^\\s*(Observed|Expected) (CLs|upper limit).*(mu|μ) *=");
  static final Pattern TABLE =
      Pattern.compile("^\\s*#?\\s*(\\S+\\s+)*analysis\\s+(\\S+\\s+)*sr\\b");

  private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;]*[A-Za-z]");

  private final LimitDeclaration declaration;

  CheckMateDialect(LimitDeclaration declaration) {
    this.declaration = declaration;
  }

  @Override
  public FileNumbers numbers(TextFile coloured, Map<String, Double> point) {
    TextFile file = plain(coloured);
    if (RESULT.matcher(file.text()).find()) {
      return new CheckMateResult(declaration).numbers(file);
    }
    if (MULTIBIN.matcher(file.text()).find()) {
      return new CheckMateMultibin(declaration).numbers(file);
    }
    if (TABLE.matcher(firstLine(file)).find()) {
      return new CheckMateTable(declaration).numbers(file);
    }
    throw IllFileException.malformed(
        file.name()
            + ": no result of CheckMATE; expected result.txt, total_results.txt,"
            + " best_signal_regions.txt or multibin_limits/results.dat");
  }

  /** The text without terminal colours. */
  static TextFile plain(TextFile coloured) {
    return new TextFile(coloured.name(), COLOUR.matcher(coloured.text()).replaceAll(""));
  }

  static String firstLine(TextFile file) {
    return file.text().lines().filter(l -> !l.isBlank()).findFirst().orElse("");
  }

  /** Whether a part of a file is the declared one, by analysis, signal region or both. */
  static boolean isSelected(LimitDeclaration declaration, String analysis, String region) {
    return declaration
        .select()
        .map(s -> s.equals(analysis) || s.equals(region) || s.equals(analysis + ":" + region))
        .orElse(true);
  }

  static IllFileException nothingFits(LimitDeclaration declaration, TextFile file, String other) {
    return IllFileException.missing(
        file.name()
            + ": nothing of "
            + declaration.check().quantity().word()
            + declaration.select().map(s -> " for \"" + Quoted.of(s) + "\"").orElse("")
            + "; "
            + other);
  }
}

package org.recastal.limits.readers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row of {@code CLs_output.dat}. Names are padded to the positions of the header and may contain
 * blanks; a name that is too long pushes the rest of its row to the right.
 *
 * @param line line of the file, from 1
 * @param best whether MadAnalysis marked it as the best region
 * @param expected sig95(exp) in pb, −1 when not computed
 * @param observed sig95(obs) in pb, −1 when not computed
 * @param exclusion 1 − CLs, empty in files without a cross-section
 */
record MadAnalysisRow(
    int line,
    String analysis,
    String region,
    boolean best,
    double expected,
    double observed,
    Optional<Double> exclusion) {

  static final String HEADER = "# analysis name";

  private static final String REGION = "signal region";
  private static final String BEST = "best?";
  private static final String EXPECTED = "sig95(exp)";
  static final String EXCLUSION = "1-CLs";
  private static final String BAR = "||";

  /** Whether one likelihood joins several regions. */
  boolean isGlobal() {
    return region.startsWith("[SL]-") || region.startsWith("[pyhf]-");
  }

  /** Reads all rows of a file. */
  static List<MadAnalysisRow> readAll(TextFile file) {
    List<MadAnalysisRow> rows = new ArrayList<>();
    String header = "";
    List<String> lines = file.lines();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("#")) {
        header = line;
      } else if (!line.isBlank() && !Character.isWhitespace(line.charAt(0))) {
        rows.add(read(line, header, file, i + 1));
      } // indented lines are bands of the theory error
    }
    return rows;
  }

  private static MadAnalysisRow read(String line, String header, TextFile file, int number) {
    String where = file.at(number);
    int region = header.indexOf(REGION);
    int numbers = header.indexOf(header.contains(BEST) ? BEST : EXPECTED);
    int bar = line.indexOf(BAR);
    if (region < 1 || numbers < region) {
      throw IllFileException.malformed(
          where + ": a row before the header \"" + HEADER + " …\"; is it CLs_output.dat?");
    }
    if (bar < region) {
      throw IllFileException.malformed(where + ": no \"||\"; was the file cut short?");
    }
    String left = line.substring(0, bar);
    int start = startOfRegion(left, region);
    boolean fits = left.length() > numbers && left.charAt(numbers - 1) == ' ' && start <= numbers;
    Matcher m = pattern(header).matcher(left.substring(fits ? numbers - 1 : start));
    if (!m.matches()) {
      throw IllFileException.malformed(
          where + ": expected sig95 and 1-CLs at their columns; was the file changed?");
    }
    return new MadAnalysisRow(
        number,
        Quoted.of(left.substring(0, start)),
        Quoted.of(fits ? left.substring(start, numbers) : m.group("name")),
        "1".equals(m.group("best")),
        value(m.group("exp"), where),
        value(m.group("obs"), where),
        header.contains(EXCLUSION) ? Optional.of(value(m.group("cls"), where)) : Optional.empty());
  }

  // At its column, or behind an analysis' name that ran over it.
  private static int startOfRegion(String left, int column) {
    int blank = left.charAt(column - 1) == ' ' ? column : left.indexOf(' ', column);
    return blank < 0 ? left.length() : blank;
  }

  private static Pattern pattern(String header) {
    return Pattern.compile(
        "(?<name>.*?)(?:\\s+(?<best>[01]))?"
            + "\\s+(?<exp>\\S+)\\s+(?<obs>\\S+)"
            + (header.contains(EXCLUSION) ? "\\s+(?<cls>\\S+)" : "(?<cls>)")
            + "\\s*");
  }

  private static double value(String text, String where) {
    return CellNumber.parse(text)
        .orElseThrow(
            () ->
                IllFileException.malformed(
                    where
                        + ": \""
                        + Quoted.of(text)
                        + "\" is not a number; was the file changed?"));
  }
}

package org.recastal.limits.readers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.recastal.limits.Line;
import org.recastal.limits.Quantity;

/**
 * CheckMATE's {@code result.txt}: one block of {@code key: value} lines per test. Of several tests
 * the strongest speaks, as CheckMATE itself has it.
 */
final class CheckMateResult {

  private static final Pattern KEY = Pattern.compile("\\s*([^:]+?)\\s*:\\s*(.*)");

  private final LimitDeclaration declaration;

  CheckMateResult(LimitDeclaration declaration) {
    this.declaration = declaration;
  }

  /** One test. */
  private static final class Test {
    private String analysis = "";
    private String region = "";
    private String resultKey = "";
    private double result = Double.NaN;
    private int line;
    private final List<String> warnings = new ArrayList<>();
  }

  FileNumbers numbers(TextFile file) {
    boolean r = declaration.check().quantity() == Quantity.MU_LIMIT;
    Comparator<Test> weakestFirst = Comparator.comparingDouble(t -> r ? t.result : -t.result);
    Test best =
        tests(file).stream()
            .filter(t -> CheckMateDialect.isSelected(declaration, t.analysis, t.region))
            .filter(t -> isWanted(t.resultKey))
            .max(weakestFirst)
            .orElseThrow(() -> CheckMateDialect.nothingFits(declaration, file, holds(file)));
    FileNumbers numbers = new FileNumbers(file.at(best.line));
    numbers.put(Line.OBSERVED, best.result, best.resultKey);
    numbers.note("analysis " + best.analysis + ", signal region " + best.region);
    best.warnings.forEach(w -> numbers.note("CheckMATE warns: " + w));
    numbers.without(v -> v == -1, "evaluate it in CheckMATE, or read the other quantity");
    return r ? Inverse.ofR(numbers) : numbers;
  }

  private boolean isWanted(String key) {
    return declaration.check().quantity() == Quantity.MU_LIMIT
        ? key.equals("Result for r") || key.equals("Result for 1/mu (r)")
        : key.equals("Result for CLs") || key.equals("Result for CL");
  }

  private static String holds(TextFile file) {
    List<String> keys =
        tests(file).stream().map(t -> t.resultKey).filter(k -> !k.isEmpty()).distinct().toList();
    return keys.isEmpty()
        ? "it states no result: did CheckMATE end early?"
        : "it states " + String.join(", ", keys);
  }

  private static List<Test> tests(TextFile file) {
    List<Test> tests = new ArrayList<>();
    List<String> lines = file.lines();
    for (int i = 0; i < lines.size(); i++) {
      Matcher m = KEY.matcher(lines.get(i));
      if (m.matches()) {
        if (tests.isEmpty() || m.group(1).equals("Test")) {
          tests.add(new Test());
        }
        take(tests.get(tests.size() - 1), m.group(1), m.group(2), file, i + 1);
      }
    }
    return tests;
  }

  private static void take(Test test, String key, String value, TextFile file, int line) {
    if (key.startsWith("Result for ")) {
      test.resultKey = key;
      test.line = line;
      // Older versions write "r_max = 0.7".
      test.result = NumberText.last(value, file.at(line) + ": " + Quoted.of(key));
    } else if (key.equals("Analysis")) {
      test.analysis = Quoted.of(value);
    } else if (key.equals("SR") || key.equals("MBSR")) {
      test.region = Quoted.of(value);
    } else if (key.equals("Warning")) {
      test.warnings.add(Quoted.of(value));
    }
  }

  /** Whether a file states r rather than CLs, empty when it states neither. */
  static Optional<Boolean> statesR(TextFile file) {
    return tests(file).stream()
        .map(t -> t.resultKey)
        .filter(k -> !k.isEmpty())
        .findFirst()
        .map(k -> k.endsWith("r") || k.endsWith("(r)"));
  }
}

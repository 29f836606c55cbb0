package org.recastal.limits.readers;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.recastal.limits.Line;
import org.recastal.limits.Quantity;

/**
 * CheckMATE's tables, one signal region per row. The one with the largest expected r, or the
 * smallest expected CLs, speaks, unless another is selected.
 */
final class CheckMateTable {

  // The conservative r is what CheckMATE decides by, so it comes first.
  private static final List<String> OBSERVED_R = List.of("robscons", "r_obs_cons", "robs", "r_obs");
  private static final List<String> EXPECTED_R = List.of("rexpcons", "r_exp_cons", "rexp", "r_exp");
  private static final List<String> OBSERVED_CLS = List.of("cls_obs", "clsobs");
  private static final List<String> EXPECTED_CLS = List.of("cls_exp", "clsexp");
  private static final List<String> ANALYSIS = List.of("analysis", "ana");
  private static final List<String> REGION = List.of("sr", "signalregion");
  private static final List<String> EVENTS = List.of("totalmc", "totalmcevents");

  private final LimitDeclaration declaration;
  private final boolean r;

  CheckMateTable(LimitDeclaration declaration) {
    this.declaration = declaration;
    this.r = declaration.check().quantity() == Quantity.MU_LIMIT;
  }

  FileNumbers numbers(TextFile file) {
    LimitTable table = BlankTable.read(file);
    Optional<String> observed = column(table, Line.OBSERVED, r ? OBSERVED_R : OBSERVED_CLS);
    Optional<String> expected = column(table, Line.EXPECTED, r ? EXPECTED_R : EXPECTED_CLS);
    if (observed.isEmpty() && expected.isEmpty()) {
      throw CheckMateDialect.nothingFits(declaration, file, "the table has no such columns");
    }
    Comparator<Integer> weakestFirst =
        Comparator.comparingDouble(row -> strength(table, row, expected.or(() -> observed).get()));
    int best =
        IntStream.range(0, table.rows().size())
            .boxed()
            .filter(row -> isSelected(table, row))
            .max(weakestFirst)
            .orElseThrow(
                () -> CheckMateDialect.nothingFits(declaration, file, "no such row in the table"));
    return read(table, best, observed, expected);
  }

  private FileNumbers read(
      LimitTable table, int row, Optional<String> observed, Optional<String> expected) {
    FileNumbers numbers = new FileNumbers(table.where(row));
    observed.ifPresent(c -> put(numbers, Line.OBSERVED, table, row, c));
    expected.ifPresent(c -> put(numbers, Line.EXPECTED, table, row, c));
    first(table, EVENTS).ifPresent(c -> numbers.events(Cells.number(table, row, c)));
    numbers.note(
        "analysis " + text(table, row, ANALYSIS) + ", signal region " + text(table, row, REGION));
    numbers.without(v -> v == -1, "evaluate it in CheckMATE, or read the other quantity");
    return r ? Inverse.ofR(numbers) : numbers;
  }

  private static void put(
      FileNumbers numbers, Line line, LimitTable table, int row, String column) {
    numbers.put(line, Cells.number(table, row, column), column);
    if (table.has(column + "_err")) {
      numbers.putError(line, Cells.number(table, row, column + "_err"));
    }
  }

  private boolean isSelected(LimitTable table, int row) {
    return CheckMateDialect.isSelected(
        declaration, text(table, row, ANALYSIS), text(table, row, REGION));
  }

  // Not computed is weakest.
  private double strength(LimitTable table, int row, String column) {
    double value = Cells.number(table, row, column);
    if (!(value >= 0)) {
      return Double.NEGATIVE_INFINITY;
    }
    return r ? value : -value;
  }

  private Optional<String> column(LimitTable table, Line line, List<String> names) {
    String mapped = declaration.columns().get(line.word());
    if (mapped != null) {
      table.indexOf(mapped);
      return Optional.of(mapped);
    }
    return first(table, names);
  }

  private static Optional<String> first(LimitTable table, List<String> names) {
    return names.stream().filter(table::has).findFirst();
  }

  private static String text(LimitTable table, int row, List<String> names) {
    return first(table, names).map(c -> Quoted.of(table.cell(row, c))).orElse("");
  }

  /** Whether a table holds r, else it may hold CLs. */
  static boolean statesR(TextFile file) {
    String head = CheckMateDialect.firstLine(file);
    return OBSERVED_R.stream().anyMatch(head::contains);
  }
}

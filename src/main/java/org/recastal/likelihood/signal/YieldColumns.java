package org.recastal.likelihood.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.recastal.RecastAlException;
import org.recastal.limits.readers.LimitTable;

/** How the rows of a table become bins. */
interface YieldColumns {

  /** Adds what a row says. */
  void add(int row, RegionBins bins);

  /** Rows of regions when there is a column {@code yield}, else columns of regions. */
  static YieldColumns of(LimitTable table, List<String> parameters) {
    return table.has(YieldsTable.YIELD)
        ? new RowPerBin(table, parameters)
        : new ColumnPerBin(table, parameters);
  }

  private static OptionalDouble error(LimitTable table, int row, String column) {
    return table.has(column)
        ? OptionalDouble.of(table.numberOrNaN(row, column))
        : OptionalDouble.empty();
  }

  /** A row per bin. */
  final class RowPerBin implements YieldColumns {

    private static final List<String> COLUMNS =
        List.of(YieldsTable.REGION, YieldsTable.BIN, YieldsTable.YIELD, YieldsTable.ERROR);

    private final LimitTable table;

    RowPerBin(LimitTable table, List<String> parameters) {
      this.table = table;
      for (LimitTable.Column column : table.columns()) {
        if (!COLUMNS.contains(column.name()) && !parameters.contains(column.name())) {
          throw RecastAlException.badInput(
              table.whereHeader()
                  + ": column \""
                  + column.name()
                  + "\" is neither a parameter nor one of region, bin, yield and error; remove it");
        }
      }
    }

    @Override
    public void add(int row, RegionBins bins) {
      String region = table.has(YieldsTable.REGION) ? table.cell(row, YieldsTable.REGION) : "";
      double bin = table.has(YieldsTable.BIN) ? table.number(row, YieldsTable.BIN) : 1;
      if (bin != Math.rint(bin) || bin < 1 || bin > Integer.MAX_VALUE) {
        throw RecastAlException.badInput(
            table.where(row) + ": bin " + bin + ": expected a whole number from 1 on");
      }
      double yield = table.numberOrNaN(row, YieldsTable.YIELD);
      bins.add(table.where(row), region, (int) bin, yield, error(table, row, YieldsTable.ERROR));
    }
  }

  /** A column per bin. */
  final class ColumnPerBin implements YieldColumns {

    private static final String ERROR_ENDING = " error";
    private static final Pattern BIN = Pattern.compile("(.+)\\[([1-9][0-9]{0,5})\\]");

    private final LimitTable table;
    private final List<Cell> cells = new ArrayList<>();

    private record Cell(String column, String region, int bin) {}

    ColumnPerBin(LimitTable table, List<String> parameters) {
      this.table = table;
      for (LimitTable.Column column : table.columns()) {
        String name = column.name();
        if (!parameters.contains(name) && !isError(name)) {
          Matcher bin = BIN.matcher(name);
          cells.add(
              bin.matches()
                  ? new Cell(name, bin.group(1), Integer.parseInt(bin.group(2)))
                  : new Cell(name, name, 1));
        }
      }
    }

    private boolean isError(String name) {
      return name.endsWith(ERROR_ENDING)
          && table.has(name.substring(0, name.length() - ERROR_ENDING.length()));
    }

    @Override
    public void add(int row, RegionBins bins) {
      for (Cell cell : cells) {
        OptionalDouble error = error(table, row, cell.column() + ERROR_ENDING);
        double yield = table.numberOrNaN(row, cell.column());
        bins.add(table.where(row), cell.region(), cell.bin(), yield, error);
      }
    }
  }
}

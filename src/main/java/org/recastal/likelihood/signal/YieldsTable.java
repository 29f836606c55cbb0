package org.recastal.likelihood.signal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.recastal.RecastAlException;
import org.recastal.limits.readers.LimitTable;

/**
 * Yields in a table, of one signal or of one per point. Either a row per region ({@code region},
 * {@code bin}, {@code yield}, {@code error}; bins count from 1) or a column per region ({@code
 * SR1}, {@code SR1 error}, and for a region of several bins {@code SR2[1]}, {@code SR2[1] error},
 * …).
 */
public final class YieldsTable {

  static final String REGION = "region";
  static final String BIN = "bin";
  static final String YIELD = "yield";
  static final String ERROR = "error";

  private final LimitTable table;

  private YieldsTable(LimitTable table) {
    this.table = table;
  }

  /** The signal at one point. */
  public record Signal(List<Double> at, List<RegionYield> yields) {
    public Signal {
      at = List.copyOf(at);
      yields = List.copyOf(yields);
    }
  }

  /** Reads a CSV file; what is no table is refused with file and line. */
  public static YieldsTable read(Path file) {
    LimitTable table = LimitTable.read(file);
    if (table.rows().isEmpty()) {
      throw RecastAlException.badInput(
          table.whereHeader() + ": there are no rows below the header");
    }
    return new YieldsTable(table);
  }

  /** The yields of the only signal. */
  List<RegionYield> ofOneSignal() {
    return signals(List.of()).get(0).yields();
  }

  /**
   * One signal per point, in the order of the file.
   *
   * @param parameters the columns that say which point it is
   * @throws RecastAlException with file and line, when a cell is no number, a column is neither a
   *     parameter nor of a region, or two rows speak of the same bin
   */
  public List<Signal> signals(List<String> parameters) {
    YieldColumns columns = YieldColumns.of(table, parameters);
    Map<List<Double>, RegionBins> points = new LinkedHashMap<>();
    for (int row = 0; row < table.rows().size(); row++) {
      List<Double> at = new ArrayList<>();
      for (String parameter : parameters) {
        at.add(table.number(row, parameter) + 0.0); // -0 is 0
      }
      columns.add(row, points.computeIfAbsent(at, a -> new RegionBins()));
    }
    List<Signal> signals = new ArrayList<>();
    points.forEach((at, bins) -> signals.add(new Signal(at, bins.yields(table.source()))));
    return signals;
  }
}

package org.recastal.limits.readers;

import java.util.Optional;
import java.util.OptionalDouble;
import org.recastal.RecastAlException;

/**
 * Beyond what a number that is well formed is still not believed.
 *
 * @param bracket the range in which the program looked for limits; a limit at its edge was not
 *     reached
 * @param fewestEvents least number of simulated events, where the file states how many there were
 * @param farBands how many half-widths of the ±1σ band, in log(limit) or probit(CLs), the observed
 *     line may lie from the median; 0 switches the test off
 */
public record FileThresholds(
    Optional<Bracket> bracket, OptionalDouble fewestEvents, double farBands) {

  /** The default of {@code farBands}: no fluctuation of the data goes there. */
  public static final double FAR_BANDS = 10;

  /** No bracket, any number of events, {@value #FAR_BANDS} half-widths. */
  public static final FileThresholds DEFAULT =
      new FileThresholds(Optional.empty(), OptionalDouble.empty(), FAR_BANDS);

  /** What a limit at the edge of its bracket is. */
  public enum Edge {
    /** Reading that the limit lies beyond. */
    BOUND,
    /** The sign of a search that went wrong. */
    FAILED
  }

  /** A range of limits in the unit of the declared quantity. */
  public record Bracket(double low, double high, Edge atEdge) {
    public Bracket(double low, double high) {
      this(low, high, Edge.BOUND);
    }

    public Bracket {
      if (!(low < high)) {
        throw RecastAlException.badInput(
            "bracket " + low + ", " + high + ": the lower end must be below the upper one");
      }
    }
  }

  public FileThresholds {
    if (!(farBands >= 0)) {
      throw RecastAlException.badInput(
          "far-bands: " + farBands + ": expected 0 (off) or a positive number of half-widths");
    }
  }
}

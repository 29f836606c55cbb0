package org.recastal.report;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.recastal.limits.Line;

/**
 * What a user may choose of a report.
 *
 * @param line the line whose limit the map shows; the goal's first when not given
 * @param slice parameter values that slices of three and more parameters keep; those of the best
 *     point where not given
 * @param bands colours of the ±1σ and ±2σ bands
 * @param specText the spec as its author wrote it, printed on the page; empty to leave it out
 * @param version the program and its version, printed at the foot
 */
public record ReportOptions(
    Optional<Line> line, Map<String, Double> slice, Bands bands, String specText, String version) {

  /** Colours of the expected bands. */
  public enum Bands {
    /** Green and yellow. */
    CLASSIC(0x2fae4a, 0xffdf3f),
    /** Blue and yellow tones that colour-blind people tell apart. */
    COLOUR_BLIND(0x5b9bd5, 0xf6e39a);

    private final int inner;
    private final int outer;

    Bands(int inner, int outer) {
      this.inner = inner;
      this.outer = outer;
    }

    /** ±1σ as 0xRRGGBB. */
    public int inner() {
      return inner;
    }

    /** ±2σ as 0xRRGGBB. */
    public int outer() {
      return outer;
    }
  }

  public ReportOptions {
    slice = Collections.unmodifiableMap(new TreeMap<>(slice));
  }

  /** The defaults. */
  public static ReportOptions defaults(String version) {
    return new ReportOptions(Optional.empty(), Map.of(), Bands.CLASSIC, "", version);
  }
}

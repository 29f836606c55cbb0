package org.recastal.likelihood.inference;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.recastal.likelihood.fit.FitResult;
import org.recastal.limits.Line;
import org.recastal.numerics.Normal;

/**
 * The test of the background alone, q₀ of arXiv:1007.1727 eq. 12.
 *
 * @param best μ̂
 * @param significance Z = √q₀ (eq. 53) per line; for the expected lines with a signal of strength 1
 *     in the Asimov data, −2σ being the larger excess
 * @param fits the fits behind it: observed free and without signal, Asimov without signal
 */
public record Discovery(double best, Map<Line, Double> significance, List<FitResult> fits) {

  public Discovery {
    significance = Collections.unmodifiableMap(new EnumMap<>(significance));
    fits = List.copyOf(fits);
  }

  /** p₀ = Φ(−Z) of a line. */
  public double pValue(Line line) {
    return Normal.cdf(-significance.get(line));
  }

  /** log p₀ of a line, finite where p₀ underflows. */
  public double logPValue(Line line) {
    return Normal.logCdf(-significance.get(line));
  }
}

package org.recastal.study.spec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Stop rules that say what is known of a contour when they fire.
 *
 * <pre>{@code
 * stop:
 *   contour-error: {mZd: 5, coupling: 1.1}          # 68 %: in GeV; on a log axis a factor
 *   misclassified: {below: 0.01, confidence: 0.95}  # of the space, with 95 % confidence
 *   level-set: {tolerance: 0.1, confidence: 0.95}   # no limit wrong by more than 10 %
 * }</pre>
 *
 * @param contourError largest error per parameter: a length in its unit, on a log axis a factor
 * @param misclassified fraction of the space
 * @param levelSet relative tolerance on the level
 */
public record CertaintySpec(
    Map<String, Double> contourError, Optional<Bound> misclassified, Optional<Bound> levelSet) {

  /** None of these rules. */
  public static final CertaintySpec NONE =
      new CertaintySpec(Map.of(), Optional.empty(), Optional.empty());

  public CertaintySpec {
    contourError = Collections.unmodifiableMap(new LinkedHashMap<>(contourError));
  }

  /**
   * A largest value that holds with some confidence.
   *
   * @param most the value
   * @param confidence in (0, 1)
   */
  public record Bound(double most, double confidence) {}
}

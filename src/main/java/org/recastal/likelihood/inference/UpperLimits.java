package org.recastal.likelihood.inference;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.recastal.limits.Line;

/**
 * Upper limits on the signal strength.
 *
 * @param level confidence level
 * @param values limit per line; a line is missing when CLs never falls to 1 − level
 * @param fixedFits fits at fixed strength that all lines together took
 * @param converged whether every fit on the way met its tolerance
 * @param notes what went wrong on the way, one sentence each
 */
public record UpperLimits(
    double level, Map<Line, Double> values, int fixedFits, boolean converged, List<String> notes) {

  public UpperLimits {
    Map<Line, Double> copy = new EnumMap<>(Line.class);
    copy.putAll(values);
    values = Collections.unmodifiableMap(copy);
    notes = List.copyOf(notes);
  }
}

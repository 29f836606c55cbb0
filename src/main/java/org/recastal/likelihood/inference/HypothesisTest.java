package org.recastal.likelihood.inference;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.recastal.likelihood.fit.FitResult;
import org.recastal.limits.Line;

/**
 * The test of one signal strength.
 *
 * @param strength μ
 * @param best μ̂, the best strength
 * @param root √q(μ) of the observed data
 * @param asimovRoot √q(μ) of the Asimov data, the expected significance of an exclusion
 * @param pValues p-values per line
 * @param fits the fits behind it: observed free, fixed and without signal, Asimov fixed
 * @param notes why it should not be trusted blindly; empty when nothing speaks against it
 */
public record HypothesisTest(
    double strength,
    double best,
    double root,
    double asimovRoot,
    Map<Line, Asymptotic> pValues,
    List<FitResult> fits,
    List<String> notes) {

  public HypothesisTest {
    pValues = Collections.unmodifiableMap(new EnumMap<>(pValues));
    fits = List.copyOf(fits);
    notes = List.copyOf(notes);
  }

  /** CLs of a line. */
  public double cls(Line line) {
    return pValues.get(line).cls();
  }

  /** Whether every fit met its tolerance. */
  public boolean converged() {
    return fits.stream().allMatch(FitResult::converged);
  }
}

package org.recastal.study.stop;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.recastal.space.AxisLength;
import org.recastal.space.Parameter;
import org.recastal.study.ContourKnowledge;
import org.recastal.study.Decision;
import org.recastal.study.spec.CertaintySpec.Bound;

/** Rules that say what is known of the contour when they fire. */
final class CertaintyRules {

  private CertaintyRules() {}

  /** {@code contour-error: {mZd: 5}}. */
  static Optional<Decision> contourError(Standing s) {
    Map<String, Double> wanted = s.spec().stop().certainty().contourError();
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    return s.knowledge().get().flatMap(k -> contourError(s, k, wanted));
  }

  private static Optional<Decision> contourError(
      Standing s, ContourKnowledge knowledge, Map<String, Double> wanted) {
    StringBuilder known = new StringBuilder();
    double first = Double.NaN;
    for (Map.Entry<String, Double> most : wanted.entrySet()) {
      int index = s.spec().space().names().indexOf(most.getKey());
      Parameter axis = s.spec().space().parameters().get(index);
      double length = knowledge.contourError(index);
      double error = AxisLength.value(axis, length);
      if (!(error <= most.getValue())) {
        return Optional.empty();
      }
      first = Double.isNaN(first) ? error : first;
      known.append(known.isEmpty() ? "" : ", ");
      known.append(AxisLength.text(axis, length)).append(" in ").append(axis.name());
      known.append(" (wanted ").append(most.getValue()).append(')');
    }
    return StopRule.stop(s, "contour-error", first, "68 % of the contour is known to " + known);
  }

  /** {@code misclassified: {below: 0.01, confidence: 0.95}}. */
  static Optional<Decision> misclassified(Standing s) {
    Optional<Bound> bound = s.spec().stop().certainty().misclassified();
    // The quantile is costly and far above while the mean is.
    if (bound.isEmpty() || !(s.summary().misclassified() < bound.get().most())) {
      return Optional.empty();
    }
    return s.knowledge().get().flatMap(k -> misclassified(s, k, bound.get()));
  }

  private static Optional<Decision> misclassified(
      Standing s, ContourKnowledge knowledge, Bound bound) {
    double most = knowledge.misclassifiedAtMost(bound.confidence());
    if (!(most < bound.most())) {
      return Optional.empty();
    }
    String reason =
        String.format(
            Locale.ROOT,
            "at most %.3g of the space is misclassified with %s %% confidence, below %s",
            most,
            percent(bound.confidence()),
            bound.most());
    return StopRule.stop(s, "misclassified", most, reason);
  }

  /** {@code level-set: {tolerance: 0.1}}. */
  static Optional<Decision> levelSet(Standing s) {
    Optional<Bound> bound = s.spec().stop().certainty().levelSet();
    if (bound.isEmpty()) {
      return Optional.empty();
    }
    return s.knowledge().get().flatMap(k -> levelSet(s, k, bound.get()));
  }

  private static Optional<Decision> levelSet(Standing s, ContourKnowledge known, Bound bound) {
    int open = known.unclassified(bound);
    if (open > 0) {
      return Optional.empty();
    }
    String reason =
        String.format(
            Locale.ROOT,
            "0 of %d places are unclassified at a tolerance of %s %% and %s %% confidence",
            known.places(),
            percent(bound.most()),
            percent(bound.confidence()));
    return StopRule.stop(s, "level-set", 0, reason);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.4g", 100 * share).replaceAll("\\.?0+$", "");
  }
}

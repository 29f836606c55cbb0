package org.recastal.likelihood.inference;

import java.util.EnumMap;
import java.util.Map;
import org.recastal.limits.Diagnosis.Illness;
import org.recastal.limits.LimitCheck;
import org.recastal.limits.Line;
import org.recastal.limits.Outcome;
import org.recastal.limits.Quantity;

/** Turns tests and limits into what a scan takes: a checked limit record, or a diagnosis. */
public final class LimitOutcomes {

  private LimitOutcomes() {}

  /**
   * Limits on the signal strength.
   *
   * @param where what messages call the point
   */
  public static Outcome ofStrength(UpperLimits limits, String where) {
    return outcome(new LimitCheck(Quantity.MU_LIMIT, "", limits.level()), limits, 1, where);
  }

  /**
   * Limits on the cross-section.
   *
   * @param crossSection of the signal at strength 1, positive
   * @param unit its unit
   */
  public static Outcome ofCrossSection(
      UpperLimits limits, double crossSection, String unit, String where) {
    LimitCheck check = new LimitCheck(Quantity.XSEC_LIMIT, unit, limits.level());
    return outcome(check, limits, crossSection, where);
  }

  /**
   * CLs. A value that underflows becomes the least normal double, 2·10⁻³⁰⁸: it is an upper bound.
   *
   * @param level confidence level at which it will be asked whether the point is excluded
   */
  public static Outcome ofCls(HypothesisTest test, double level, String where) {
    if (!test.converged()) {
      return failed(test.notes().get(0), where);
    }
    Map<Line, Double> values = new EnumMap<>(Line.class);
    test.pValues().forEach((line, p) -> values.put(line, Math.max(Double.MIN_NORMAL, p.cls())));
    return new LimitCheck(Quantity.CLS, "", level).outcome(values, Map.of(), where);
  }

  private static Outcome outcome(
      LimitCheck check, UpperLimits limits, double factor, String where) {
    if (!limits.converged()) {
      return failed(limits.notes().get(0), where);
    }
    if (limits.values().isEmpty()) {
      return LimitCheck.ill(
          Illness.EDGE_OF_BRACKET,
          where + ": CLs never falls to 1 − level: the signal is too weak to be excluded");
    }
    Map<Line, Double> values = new EnumMap<>(Line.class);
    limits.values().forEach((line, limit) -> values.put(line, factor * limit));
    return check.outcome(values, Map.of(), where);
  }

  private static Outcome failed(String note, String where) {
    return LimitCheck.ill(Illness.REPORTED_FAILURE, where + ": " + note);
  }
}

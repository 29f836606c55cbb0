package org.recastal.cli;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.recastal.likelihood.inference.HypothesisTest;
import org.recastal.likelihood.inference.HypothesisTests;
import org.recastal.likelihood.inference.UpperLimits;
import org.recastal.limits.Line;
import org.recastal.report.BrazilFigure;
import org.recastal.report.draw.Picture;
import org.recastal.report.draw.RichText;
import org.recastal.report.plot.Axis;
import org.recastal.report.plot.NumberText;
import org.recastal.space.Scale;

/**
 * CLs of six lines against the strength, drawn.
 *
 * @param at strengths, ascending from 0
 * @param curves CLs per strength and line
 * @param limits where the lines cross 1 − level
 */
@SuppressWarnings("ArrayRecordComponent") // some eighty strengths
record StrengthScan(double[] at, Map<Line, double[]> curves, UpperLimits limits) {

  private static final int STRENGTHS = 81;

  /** CLs below this tells nobody more. */
  private static final double FLOOR = 1e-3;

  /** From no signal to a little beyond the weakest limit. */
  static StrengthScan of(HypothesisTests tests, UpperLimits limits, double tested) {
    double far = limits.values().values().stream().mapToDouble(v -> v).max().orElse(tested);
    double end = 1.15 * Math.max(far, Double.MIN_NORMAL);
    double[] at = new double[STRENGTHS];
    Map<Line, double[]> curves = new EnumMap<>(Line.class);
    for (Line line : Line.values()) {
      curves.put(line, new double[STRENGTHS]);
    }
    for (int k = 0; k < STRENGTHS; k++) {
      at[k] = end * k / (STRENGTHS - 1);
      HypothesisTest test = tests.at(at[k]);
      for (Line line : Line.values()) {
        curves.get(line)[k] = test.cls(line);
      }
    }
    return new StrengthScan(at, curves, limits);
  }

  Picture picture(String title) {
    double alpha = 1 - limits.level();
    return new BrazilFigure(
            title,
            note(),
            new Axis(RichText.parse("signal strength μ"), 0, at[at.length - 1], Scale.LINEAR),
            "CL_{s}",
            at,
            curves,
            alpha,
            "CL_{s} = " + NumberText.label(alpha, 4),
            limits.values(),
            OptionalDouble.of(FLOOR),
            false)
        .picture();
  }

  private String note() {
    return String.format(
        Locale.ROOT,
        "μ at %s%% CL: observed %s, expected %s (%s … %s)",
        NumberText.plain(100 * limits.level(), 6),
        text(Line.OBSERVED),
        text(Line.EXPECTED),
        text(Line.EXPECTED_M1),
        text(Line.EXPECTED_P1));
  }

  private String text(Line line) {
    Double value = limits.values().get(line);
    return value == null ? "none" : NumberText.label(value, 3);
  }
}

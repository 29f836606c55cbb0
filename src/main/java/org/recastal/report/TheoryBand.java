package org.recastal.report;

import java.util.List;
import java.util.Optional;
import org.recastal.limits.CrossSectionUnits;
import org.recastal.limits.Quantity;
import org.recastal.numerics.Matrix;
import org.recastal.study.likelihood.CrossSection;
import org.recastal.study.likelihood.CrossSections;
import org.recastal.study.spec.CrossSectionSpec;
import org.recastal.study.spec.GoalSpec.Find;
import org.recastal.study.spec.LikelihoodSpec;
import org.recastal.study.spec.ScanSpec;
import org.recastal.study.spec.StepsSpec;

/**
 * What the errors of theoretical cross-sections do to an exclusion.
 *
 * <p>A signal whose cross-section is larger by a factor 1 + δ has yields larger by as much, and its
 * limit on the strength is smaller by it: where μ/(1 + δ) reaches the level of the contour, the
 * limit itself is the level times 1 + δ. A limit on a cross-section does not depend on what theory
 * predicts; it is compared with the prediction, σ (1 + δ). CLs at strength 1 says nothing of other
 * strengths, and has no such lines.
 */
final class TheoryBand {

  private final CrossSections table;
  private final List<TheoryLine> lines;

  /** What a contour's level is a multiple of: of the cross-section when empty. */
  private final Optional<Double> level;

  /** From the unit of the table to that of limits. */
  private final double perUnit;

  private TheoryBand(
      CrossSections table, List<TheoryLine> lines, Optional<Double> level, double perUnit) {
    this.table = table;
    this.lines = lines;
    this.level = level;
    this.perUnit = perUnit;
  }

  /** The band of a scan whose spec has cross-sections; reads their table. */
  static Optional<TheoryBand> of(ScanSpec spec) {
    return likelihood(spec)
        .flatMap(LikelihoodSpec::crossSections)
        .flatMap(section -> of(spec, section));
  }

  private static Optional<LikelihoodSpec> likelihood(ScanSpec spec) {
    if (spec.evaluate() instanceof StepsSpec steps) {
      return steps.likelihood();
    }
    return spec.evaluate() instanceof LikelihoodSpec own ? Optional.of(own) : Optional.empty();
  }

  /** The band of a table; empty when limits say nothing of other cross-sections. */
  static Optional<TheoryBand> of(ScanSpec spec, CrossSectionSpec section) {
    Quantity quantity = spec.limits().quantity();
    if (quantity == Quantity.XSEC_LIMIT) {
      return Optional.of(
          new TheoryBand(
              CrossSections.read(section, spec.space()),
              List.of(TheoryLine.values()),
              Optional.empty(),
              CrossSectionUnits.factor(section.unit(), spec.limits().unit()).orElse(1)));
    }
    if (quantity == Quantity.MU_LIMIT) {
      return Optional.of(
          new TheoryBand(
              CrossSections.read(section, spec.space()),
              List.of(TheoryLine.LOWER, TheoryLine.UPPER),
              Optional.of(spec.goal().find() == Find.CONTOUR ? spec.goal().at() : 1),
              1));
    }
    return Optional.empty();
  }

  /** The lines that are drawn; a contour at the level is the central one of limits on strengths. */
  List<TheoryLine> lines() {
    return lines;
  }

  /**
   * The limits at which points are just excluded, in the unit of limits; NaN where the table says
   * nothing.
   *
   * @param points physical coordinates {@code (n × d)}
   * @return length n
   */
  double[] limits(TheoryLine line, Matrix points) {
    double[] out = new double[points.rows()];
    for (int i = 0; i < out.length; i++) {
      out[i] = limit(line, points.row(i));
    }
    return out;
  }

  /** The same at one point. */
  double limit(TheoryLine line, double[] point) {
    return table.at(point).map(theory -> limit(line, theory)).orElse(Double.NaN);
  }

  private double limit(TheoryLine line, CrossSection theory) {
    return line.factor(theory) * level.orElse(theory.value() * perUnit);
  }
}

package org.recastal.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recastal.limits.Line;
import org.recastal.numerics.Matrix;
import org.recastal.space.SearchSpace;

/**
 * How well a scan and one line of an overlay agree.
 *
 * @param overlay the table
 * @param line the line compared
 * @param points how many points of the table lie within the space and have the line
 * @param otherwise those that the surrogate puts on the other side
 * @param distance between the contours; empty when one of both has none, or above two parameters
 */
record OverlayAgreement(
    Overlay overlay,
    Line line,
    int points,
    List<Overlay.Verdict> otherwise,
    Optional<ContourDistance> distance) {

  OverlayAgreement {
    otherwise = List.copyOf(otherwise);
  }

  /** Every line that both the scan and the table know, of every overlay. */
  static List<OverlayAgreement> all(Subject subject, ContourTable contours) {
    List<OverlayAgreement> out = new ArrayList<>();
    for (Overlay overlay : subject.overlays()) {
      for (Line line : overlay.lines()) {
        boolean compared = line == Line.OBSERVED || line == Line.EXPECTED;
        boolean asked = subject.spec().goal().of().containsKey(line);
        if ((compared || asked) && subject.knows(line) && subject.level().isPresent()) {
          out.add(of(subject, overlay, line, contours));
        }
      }
    }
    return out;
  }

  private static OverlayAgreement of(
      Subject subject, Overlay overlay, Line line, ContourTable contours) {
    SearchSpace space = subject.spec().space();
    List<Overlay.Verdict> verdicts = overlay.verdicts(line, space);
    return new OverlayAgreement(
        overlay,
        line,
        verdicts.size(),
        otherwise(subject, line, verdicts),
        ContourDistance.between(contours, overlay, line, space));
  }

  private static List<Overlay.Verdict> otherwise(
      Subject subject, Line line, List<Overlay.Verdict> verdicts) {
    if (verdicts.isEmpty()) {
      return List.of();
    }
    int d = subject.spec().space().dimension();
    Matrix at =
        Matrix.ofRows(
            verdicts.stream()
                .map(v -> v.at().stream().mapToDouble(Double::doubleValue).toArray())
                .toList(),
            d);
    double[] mean = subject.predictor().predict(line, at).mean();
    double level = subject.predictor().toLearnt(subject.level().orElseThrow());
    List<Overlay.Verdict> out = new ArrayList<>();
    for (int i = 0; i < mean.length; i++) {
      if (mean[i] <= level != verdicts.get(i).excluded()) {
        out.add(verdicts.get(i));
      }
    }
    return out;
  }
}

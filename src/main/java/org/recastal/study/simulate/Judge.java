package org.recastal.study.simulate;

import java.util.List;
import org.recastal.numerics.Matrix;
import org.recastal.study.StudyState;
import org.recastal.study.spec.GoalSpec.Find;
import org.recastal.study.spec.ScanSpec;

/** Knows the landscape, and compares with it what a scan has found. */
interface Judge {

  /** As in {@link RoundResult#error}. */
  double error(StudyState state);

  /** One per parameter; empty while nothing is learnt. */
  List<AxisError> axes(StudyState state);

  /**
   * The judge of a goal.
   *
   * @param places allowed places {@code (m × d)} in the unit cube, at least one
   */
  static Judge of(ScanSpec spec, Landscape landscape, Matrix places) {
    return spec.goal().find() == Find.CONTOUR
        ? new ContourJudge(spec, landscape, places)
        : new ExtremumJudge(spec, landscape, places);
  }
}

package org.recastal.study.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.recastal.limits.Line;
import org.recastal.numerics.Matrix;
import org.recastal.space.SearchSpace;
import org.recastal.study.LearntScale;
import org.recastal.study.StudyState;
import org.recastal.study.SurrogatePredictor;
import org.recastal.study.spec.ScanSpec;

/** Compares the learnt contours with the true ones. */
final class ContourJudge implements Judge {

  private final ScanSpec spec;
  private final Landscape landscape;
  private final Matrix places;
  private final double level;

  ContourJudge(ScanSpec spec, Landscape landscape, Matrix places) {
    this.spec = spec;
    this.landscape = landscape;
    this.places = places;
    this.level = new LearntScale(spec.limits().quantity()).toLearnt(spec.goal().at());
  }

  @Override
  public double error(StudyState state) {
    if (state.lastFit().isEmpty()) {
      return Double.NaN;
    }
    SurrogatePredictor predictor = SurrogatePredictor.of(spec, state);
    double wrong = 0;
    double weights = 0;
    for (Map.Entry<Line, Double> line : spec.goal().of().entrySet()) {
      double[] truth = truth(line.getKey(), places);
      double[] learnt = learnt(predictor, line.getKey(), places);
      int count = 0;
      for (int i = 0; i < truth.length; i++) {
        count += (truth[i] <= 0) == (learnt[i] <= 0) ? 0 : 1;
      }
      wrong += line.getValue() * count / truth.length;
      weights += line.getValue();
    }
    return wrong / weights;
  }

  @Override
  public List<AxisError> axes(StudyState state) {
    if (state.lastFit().isEmpty()) {
      return List.of();
    }
    SurrogatePredictor predictor = SurrogatePredictor.of(spec, state);
    SearchSpace space = spec.space();
    List<AxisError> errors = new ArrayList<>();
    for (int axis = 0; axis < space.dimension(); axis++) {
      AxisLines lines = AxisLines.through(places, axis, space);
      Offsets offsets = new Offsets();
      for (Line line : spec.goal().of().keySet()) {
        double[] truth = truth(line, lines.nodes());
        double[] learnt = learnt(predictor, line, lines.nodes());
        lines.compare(truth, learnt, offsets);
      }
      errors.add(offsets.summary(space.parameters().get(axis).name()));
    }
    return errors;
  }

  /** Above the level, in learnt units, length m. */
  private double[] truth(Line line, Matrix unit) {
    double[] out = new double[unit.rows()];
    for (int i = 0; i < out.length; i++) {
      out[i] = landscape.learnt(line, unit.row(i)) - level;
    }
    return out;
  }

  private double[] learnt(SurrogatePredictor predictor, Line line, Matrix unit) {
    double[] physical = spec.space().fromUnitRows(unit.data());
    double[] mean =
        predictor.predict(line, new Matrix(unit.rows(), unit.columns(), physical)).mean();
    for (int i = 0; i < mean.length; i++) {
      mean[i] -= level;
    }
    return mean;
  }
}

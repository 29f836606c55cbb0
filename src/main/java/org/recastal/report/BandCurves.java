package org.recastal.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.recastal.limits.Line;
import org.recastal.numerics.Matrix;
import org.recastal.space.Parameter;
import org.recastal.study.PointState;
import org.recastal.study.Prediction;

/**
 * The curves of a scan of one parameter, as limits in their declared unit.
 *
 * @param x parameter values, ascending
 * @param lines value per x for each known line
 * @param marked the line whose computed values are marked
 * @param isModelled whether the curves are the surrogate's; else they join the computed points
 * @param doubtLow marked line minus one standard deviation of the surrogate; the line itself when
 *     not modelled
 * @param doubtHigh the same, plus
 * @param theory the limits at which theory is just excluded; NaN where it says nothing
 */
@SuppressWarnings("ArrayRecordComponent") // curves of a few hundred points
record BandCurves(
    double[] x,
    Map<Line, double[]> lines,
    Line marked,
    boolean isModelled,
    double[] doubtLow,
    double[] doubtHigh,
    Map<TheoryLine, double[]> theory) {

  private static final int NODES = 401;

  static BandCurves of(Subject subject) {
    return isComplete(subject) ? joined(subject) : modelled(subject);
  }

  /** Value per x of a known line. */
  double[] of(Line line) {
    return lines.get(line);
  }

  /** Everything that the picture must make room for. */
  List<double[]> values() {
    List<double[]> out = new ArrayList<>(lines.values());
    out.add(doubtLow);
    out.add(doubtHigh);
    out.addAll(theory.values());
    return out;
  }

  /** A pool that is answered from end to end leaves nothing to model. */
  private static boolean isComplete(Subject subject) {
    int pool = subject.spec().space().pool().map(p -> p.points().size()).orElse(0);
    return pool > 1 && subject.answered().size() >= pool;
  }

  private static Line marked(Subject subject) {
    return subject.options().line().isPresent() || !subject.knows(Line.OBSERVED)
        ? subject.line()
        : Line.OBSERVED;
  }

  private static BandCurves joined(Subject subject) {
    List<PointState> points = new ArrayList<>(subject.answered());
    points.sort(Comparator.comparingDouble(p -> p.point().coordinates().get(0)));
    double[] x = points.stream().mapToDouble(p -> p.point().coordinates().get(0)).toArray();
    Map<Line, double[]> lines = new EnumMap<>(Line.class);
    for (Line line : subject.predictor().lines()) {
      lines.put(
          line,
          points.stream()
              .mapToDouble(p -> p.limit().flatMap(l -> l.value(line)).orElse(Double.NaN))
              .toArray());
    }
    Line marked = marked(subject);
    return new BandCurves(
        x, lines, marked, false, lines.get(marked), lines.get(marked), theory(subject, x));
  }

  private static BandCurves modelled(Subject subject) {
    Parameter axis = subject.spec().space().parameters().get(0);
    double[] x = new double[NODES];
    for (int k = 0; k < NODES; k++) {
      x[k] = axis.fromUnit(k / (NODES - 1.0));
    }
    Matrix points = new Matrix(NODES, 1, x);
    Line marked = marked(subject);
    Map<Line, double[]> lines = new EnumMap<>(Line.class);
    double[] low = new double[NODES];
    double[] high = new double[NODES];
    for (Line line : subject.predictor().lines()) {
      Prediction p = subject.predictor().predict(line, points);
      double[] limits = new double[NODES];
      for (int k = 0; k < NODES; k++) {
        limits[k] = subject.predictor().toLimit(p.mean()[k]);
        if (line == marked) {
          low[k] = subject.predictor().toLimit(p.mean()[k] - p.deviation()[k]);
          high[k] = subject.predictor().toLimit(p.mean()[k] + p.deviation()[k]);
        }
      }
      lines.put(line, limits);
    }
    return new BandCurves(x, lines, marked, true, low, high, theory(subject, x));
  }

  private static Map<TheoryLine, double[]> theory(Subject subject, double[] x) {
    Map<TheoryLine, double[]> out = new EnumMap<>(TheoryLine.class);
    if (subject.theory().isPresent() && subject.knows(Line.OBSERVED)) {
      Matrix points = new Matrix(x.length, 1, x);
      for (TheoryLine line : subject.theory().get().lines()) {
        double[] limits = subject.theory().get().limits(line, points);
        if (TheoryStyle.occurs(limits)) {
          out.put(line, limits);
        }
      }
    }
    return out;
  }
}

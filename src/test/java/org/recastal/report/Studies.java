package org.recastal.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleBiFunction;
import org.recastal.acquisition.StrategyMemory;
import org.recastal.acquisition.StrategySettings;
import org.recastal.limits.Diagnosis;
import org.recastal.limits.LimitRecord;
import org.recastal.limits.Line;
import org.recastal.limits.Outcome;
import org.recastal.limits.Quantity;
import org.recastal.numerics.Matrix;
import org.recastal.space.Constraint;
import org.recastal.space.Parameter;
import org.recastal.space.Scale;
import org.recastal.space.SearchSpace;
import org.recastal.study.Decision;
import org.recastal.study.PointState;
import org.recastal.study.Prediction;
import org.recastal.study.Predictor;
import org.recastal.study.RoundSummary;
import org.recastal.study.StudyState;
import org.recastal.study.spec.GoalSpec;
import org.recastal.study.spec.LimitsSpec;
import org.recastal.study.spec.ReplaySpec;
import org.recastal.study.spec.ReportSpec;
import org.recastal.study.spec.RoundsSpec;
import org.recastal.study.spec.ScanSpec;
import org.recastal.study.spec.StartSpec;
import org.recastal.study.spec.StopSpec;
import org.recastal.study.spec.StrategySpec;
import org.recastal.study.spec.SurrogateSpec;
import org.recastal.surrogate.GpSettings;

/** Made-up scans whose limits are known functions, for tests of the report. */
final class Studies {

  static final Parameter MASS = new Parameter("m_H", 100, 500, Scale.LINEAR, "GeV", "m_{H} <b>", 0);
  static final Parameter COUPLING = new Parameter("g", 1e-3, 1, Scale.LOG, "", "g", 0);
  static final Parameter ANGLE = new Parameter("phi", -1, 1, Scale.LINEAR, "rad", "φ", 0);

  private Studies() {}

  /** A predictor that knows the truth but for a tenth. */
  record Truth(Set<Line> lines, ToDoubleBiFunction<Line, double[]> logLimit) implements Predictor {

    @Override
    public Prediction predict(Line line, Matrix points) {
      return prediction(points, x -> logLimit.applyAsDouble(line, x));
    }

    @Override
    public Prediction predictObjective(Matrix points) {
      return prediction(
          points,
          x -> logLimit.applyAsDouble(Line.OBSERVED, x) - logLimit.applyAsDouble(Line.EXPECTED, x));
    }

    private static Prediction prediction(
        Matrix points, java.util.function.ToDoubleFunction<double[]> f) {
      double[] mean = new double[points.rows()];
      double[] deviation = new double[points.rows()];
      for (int i = 0; i < mean.length; i++) {
        mean[i] = f.applyAsDouble(points.row(i));
        deviation[i] = 0.1;
      }
      return new Prediction(mean, deviation, new double[mean.length]);
    }

    @Override
    public double toLearnt(double limit) {
      return Math.log(limit);
    }

    @Override
    public double toLimit(double learnt) {
      return Math.exp(learnt);
    }
  }

  /** log limit: a bowl whose observed contour at 1 is a circle of radius 0.3 in the unit cube. */
  private static double bowl(SearchSpace space, Line line, double[] x) {
    double squares = 0;
    for (double u : space.toUnit(x)) {
      squares += (u - 0.5) * (u - 0.5);
    }
    double shift =
        switch (line) {
          case OBSERVED -> 0;
          case EXPECTED_M2 -> -0.08;
          case EXPECTED_M1 -> -0.03;
          case EXPECTED -> 0.02;
          case EXPECTED_P1 -> 0.07;
          case EXPECTED_P2 -> 0.12;
        };
    return 10 * (squares - 0.09) + shift;
  }

  static Subject contour(Set<Line> lines, List<String> constraints, Parameter... parameters) {
    return study(
        new GoalSpec(GoalSpec.Find.CONTOUR, Map.of(Line.OBSERVED, 1.0, Line.EXPECTED, 1.0), 1),
        new LimitsSpec(Quantity.MU_LIMIT, "", 0.95),
        lines,
        constraints,
        parameters);
  }

  /** The same contours, of limits on a cross-section in fb. */
  static Subject crossSectionContour(Parameter... parameters) {
    return study(
        new GoalSpec(GoalSpec.Find.CONTOUR, Map.of(Line.OBSERVED, 1.0), 1),
        new LimitsSpec(Quantity.XSEC_LIMIT, "fb", 0.95),
        Set.of(Line.OBSERVED, Line.EXPECTED),
        List.of(),
        parameters);
  }

  static Subject excess(Parameter... parameters) {
    return study(
        new GoalSpec(GoalSpec.Find.EXCESS, Map.of(Line.OBSERVED, 1.0, Line.EXPECTED, 1.0), 0),
        new LimitsSpec(Quantity.XSEC_LIMIT, "fb", 0.95),
        Set.of(Line.OBSERVED, Line.EXPECTED),
        List.of(),
        parameters);
  }

  private static Subject study(
      GoalSpec goal,
      LimitsSpec limits,
      Set<Line> lines,
      List<String> constraints,
      Parameter... parameters) {
    SearchSpace space =
        new SearchSpace(
            List.of(parameters),
            constraints.stream().map(Constraint::new).toList(),
            Optional.empty());
    Truth truth = new Truth(new TreeSet<>(lines), (line, x) -> bowl(space, line, x));
    List<PointState> points = new ArrayList<>();
    for (int k = 0; k < 12; k++) {
      double[] unit = new double[parameters.length];
      for (int i = 0; i < unit.length; i++) {
        unit[i] = (k * (i + 1) * 0.618034 + 0.1) % 1;
      }
      points.add(answered(space, space.fromUnit(unit), k / 4, limits, truth));
    }
    double[] low = new double[parameters.length];
    points.add(
        PointState.pending(
                space.point(space.fromUnit(low)),
                2,
                PointState.Origin.SUGGESTED,
                "a \"quoted\", why")
            .ended(
                new Outcome.Ill(new Diagnosis(Diagnosis.Illness.NOT_A_NUMBER, "NaN in <limits>"))));
    return new Subject(
        spec(goal, limits, space),
        state(points),
        truth,
        new ReportOptions(
            Optional.empty(),
            Map.of(),
            ReportOptions.Bands.CLASSIC,
            "name: <script>alert(1)</script>",
            "recast-al test"));
  }

  private static PointState answered(
      SearchSpace space, double[] x, int round, LimitsSpec limits, Truth truth) {
    Map<Line, Double> values = new EnumMap<>(Line.class);
    truth.lines().forEach(l -> values.put(l, Math.exp(truth.logLimit().applyAsDouble(l, x))));
    LimitRecord limit =
        new LimitRecord(limits.quantity(), limits.unit(), limits.level(), values, Map.of());
    return PointState.pending(space.point(x), round, PointState.Origin.SUGGESTED, "entropy 0.69")
        .ended(new Outcome.Answered(limit));
  }

  private static StudyState state(List<PointState> points) {
    return new StudyState(
        Optional.empty(),
        points,
        true,
        2,
        StrategyMemory.NONE,
        List.of(),
        List.of(
            new RoundSummary(0, 4, 0.2, Double.NaN),
            new RoundSummary(1, 8, 0.05, 0.1),
            new RoundSummary(2, 12, 0.01, 0.02)),
        List.of(
            new Decision(0, false, "continue", 0.2, "misclassified 0.2"),
            new Decision(2, true, "points", 12, "12 points, as many as asked for")),
        List.of(),
        List.of(),
        false);
  }

  private static ScanSpec spec(GoalSpec goal, LimitsSpec limits, SearchSpace space) {
    return new ScanSpec(
        "made-up",
        "Made-up & <b>bold</b> scan",
        space,
        limits,
        goal,
        new StartSpec(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0),
        new RoundsSpec(List.of(4, 4)),
        new SurrogateSpec(GpSettings.DEFAULT),
        new StrategySpec(StrategySettings.of(StrategySettings.Name.ENTROPY)),
        new ReplaySpec(
            Path.of("map.csv"),
            ReplaySpec.Mode.INTERPOLATE,
            Map.of(),
            Map.of(),
            "",
            Optional.empty(),
            0),
        new StopSpec(
            OptionalInt.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            OptionalDouble.empty(),
            Optional.empty(),
            Optional.empty()),
        ReportSpec.PLAIN,
        1);
  }
}

package org.recastal.study;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.recastal.acquisition.StrategySettings;
import org.recastal.acquisition.design.Design;
import org.recastal.limits.Diagnosis;
import org.recastal.limits.LimitRecord;
import org.recastal.limits.Line;
import org.recastal.limits.Outcome;
import org.recastal.limits.Quantity;
import org.recastal.space.Parameter;
import org.recastal.space.Point;
import org.recastal.space.PointId;
import org.recastal.space.Scale;
import org.recastal.space.SearchSpace;
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
import org.recastal.surrogate.AxisLengths;
import org.recastal.surrogate.GpSettings;
import org.recastal.surrogate.Kernel;

/** A small scan for tests: a contour in a plane, answered by a formula. */
final class Specimen {

  static final SearchSpace PLANE =
      SearchSpace.box(
          Parameter.continuous("mass", 100, 500, Scale.LINEAR),
          Parameter.continuous("coupling", 1e-3, 1e-1, Scale.LOG));

  static final StopSpec NEVER =
      new StopSpec(
          OptionalInt.empty(),
          OptionalInt.empty(),
          Optional.empty(),
          OptionalDouble.empty(),
          Optional.empty(),
          Optional.empty());

  static final GoalSpec CONTOUR =
      new GoalSpec(GoalSpec.Find.CONTOUR, Map.of(Line.OBSERVED, 1.0, Line.EXPECTED, 1.0), 1.0);

  static final GoalSpec EXCESS = new GoalSpec(GoalSpec.Find.EXCESS, Map.of(), 0);

  private Specimen() {}

  static ScanSpec spec() {
    return spec(CONTOUR, StrategySettings.Name.STRADDLE, NEVER);
  }

  static ScanSpec spec(GoalSpec goal, StrategySettings.Name strategy, StopSpec stop) {
    return spec(PLANE, goal, strategy, stop);
  }

  static ScanSpec spec(
      SearchSpace space, GoalSpec goal, StrategySettings.Name strategy, StopSpec stop) {
    return new ScanSpec(
        "specimen",
        "A small scan",
        space,
        new LimitsSpec(Quantity.MU_LIMIT, "", 0.95),
        goal,
        new StartSpec(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(Design.SOBOL), 5),
        new RoundsSpec(List.of(3, 2)),
        new SurrogateSpec(new GpSettings(Kernel.MATERN52, AxisLengths.PER_AXIS, 1e-6, 0.1)),
        new StrategySpec(StrategySettings.of(strategy)),
        new ReplaySpec(
            Path.of("no-such-table.csv"),
            ReplaySpec.Mode.POOL,
            Map.of(),
            Map.of(),
            "",
            Optional.empty(),
            0),
        stop,
        ReportSpec.PLAIN,
        7);
  }

  static StopSpec points(int most) {
    return new StopSpec(
        OptionalInt.of(most),
        OptionalInt.empty(),
        Optional.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static StopSpec rounds(int most) {
    return new StopSpec(
        OptionalInt.empty(),
        OptionalInt.of(most),
        Optional.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static ScanSpec withRounds(ScanSpec s, List<Integer> sizes) {
    return withRounds(s, new RoundsSpec(sizes));
  }

  static ScanSpec withStop(ScanSpec s, StopSpec stop) {
    return with(s, s.rounds(), stop);
  }

  static ScanSpec withRounds(ScanSpec s, RoundsSpec rounds) {
    return with(s, rounds, s.stop());
  }

  private static ScanSpec with(ScanSpec s, RoundsSpec rounds, StopSpec stop) {
    return new ScanSpec(
        s.name(),
        s.title(),
        s.space(),
        s.limits(),
        s.goal(),
        s.start(),
        rounds,
        s.surrogate(),
        s.strategy(),
        s.evaluate(),
        stop,
        s.report(),
        s.seed());
  }

  /** Limits that cross 1 along a bent line; points of a corner fail. */
  static Evaluator evaluator() {
    return points -> {
      Map<PointId, Outcome> out = new LinkedHashMap<>();
      points.forEach(p -> out.put(p.id(), outcome(p)));
      return out;
    };
  }

  static Outcome outcome(Point point) {
    double[] u = PLANE.toUnit(point.toArray());
    if (u[0] + u[1] > 1.45) {
      return new Outcome.Ill(
          new Diagnosis(Diagnosis.Illness.REPORTED_FAILURE, "the generator gave up"));
    }
    return new Outcome.Answered(limit(2.5 * (u[0] + u[1] * u[1] - 0.8)));
  }

  /** Observed exp(x), expected 1.3 exp(x). */
  static LimitRecord limit(double x) {
    Map<Line, Double> values = new EnumMap<>(Line.class);
    values.put(Line.OBSERVED, Math.exp(x));
    values.put(Line.EXPECTED, 1.3 * Math.exp(x));
    values.put(Line.EXPECTED_P1, 1.7 * Math.exp(x));
    return new LimitRecord(Quantity.MU_LIMIT, "", 0.95, values, Map.of());
  }

  /** A loop whose clock stands still. */
  static ScanLoop loop(ScanSpec spec, Logbook logbook, Evaluator evaluator) {
    AnswerCheck check = new AnswerCheck(spec.limits(), spec.goal());
    return new ScanLoop(
        spec,
        logbook,
        new EmbeddedWork(evaluator, check, ScanListener.silent()),
        InstantSource.fixed(Instant.EPOCH));
  }
}

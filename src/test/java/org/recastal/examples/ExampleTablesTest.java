package org.recastal.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recastal.limits.LimitRecord;
import org.recastal.limits.Line;
import org.recastal.limits.Outcome;
import org.recastal.space.Point;
import org.recastal.study.replay.ReplayEvaluator;
import org.recastal.study.replay.ResultTable;
import org.recastal.study.spec.ReplaySpec;
import org.recastal.study.spec.ScanSpec;
import org.recastal.study.spec.ScanSpecReader;

/** The examples' specs and tables, before any scan. */
class ExampleTablesTest {

  // exp(log(x)) in doubles.
  private static final double ROUND_TRIP = 1e-14;

  @ParameterizedTest
  @CsvSource({"dark-z-1d, 7, 2", "tchiwz, 1958, 2", "mono-sbb, 42, 6"})
  void pool_ofAnExample_isTheWholeTableAnswered(String name, int points, int lines) {
    ScanSpec spec = spec(name);
    ReplayEvaluator replay = open(spec);

    List<Point> pool = replay.pool().orElseThrow().points();
    assertThat(pool).hasSize(points);
    assertThat(replay.evaluate(pool).values())
        .allSatisfy(o -> assertThat(((Outcome.Answered) o).limit().values()).hasSize(lines));
  }

  @Test
  void darkZInThePlane_knowsSixLimitsThatItsTableConfirms() {
    ScanSpec spec = spec("dark-z-2d");
    ReplayEvaluator replay = open(spec);
    List<ResultTable.Row> known =
        ResultTable.read(
                new ReplaySpec(
                    spec.start().results().orElseThrow(),
                    ReplaySpec.Mode.POOL,
                    Map.of(),
                    Map.of(),
                    "",
                    Optional.empty(),
                    0),
                spec.space(),
                spec.limits())
            .rows();

    assertThat(known).hasSize(6);
    for (ResultTable.Row row : known) {
      LimitRecord told = ((Outcome.Answered) row.outcome()).limit();
      LimitRecord replayed = limit(replay, row.point());
      told.values()
          .forEach(
              (line, value) ->
                  assertThat(replayed.value(line).orElseThrow())
                      .isCloseTo(value, within(ROUND_TRIP)));
    }
  }

  @Test
  void darkZInThePlane_hasItsLargestExcessWhereTheReadmeSays() {
    ScanSpec spec = spec("dark-z-2d");
    ReplayEvaluator replay = open(spec);
    double best = 0;
    Point where = spec.space().point(new double[] {15, 1e-4});
    for (double mass = 15; mass <= 55; mass += 0.5) {
      for (double t = 0; t <= 12; t++) {
        Point point = spec.space().point(new double[] {mass, Math.pow(10, -4 + t / 4)});
        LimitRecord limit = limit(replay, point);
        double excess =
            limit.value(Line.OBSERVED).orElseThrow() - limit.value(Line.EXPECTED).orElseThrow();
        if (excess > best) {
          best = excess;
          where = point;
        }
      }
    }
    assertThat(where.coordinates().get(0)).isEqualTo(20);
    assertThat(Math.log10(where.coordinates().get(1))).isCloseTo(-2.5, within(ROUND_TRIP));
  }

  @Test
  void figure3_isNoisyAndDeepestWhereTheReadmeSays() {
    ScanSpec spec = spec("figure3");
    ReplaySpec noisy = (ReplaySpec) spec.evaluate();
    ReplaySpec quiet =
        new ReplaySpec(
            noisy.table(),
            noisy.mode(),
            noisy.parameterColumns(),
            noisy.lineColumns(),
            noisy.unit(),
            noisy.failed(),
            0);
    ReplayEvaluator truth = ReplayEvaluator.open(quiet, spec.space(), spec.limits(), spec.seed());
    double best = 1;
    double where = 0;
    for (double m = 1000; m <= 4000; m += 10) {
      double p =
          limit(truth, spec.space().point(new double[] {m})).value(Line.OBSERVED).orElseThrow();
      if (p < best) {
        best = p;
        where = m;
      }
    }
    assertThat(where).isEqualTo(2650);
    assertThat(limit(open(spec), spec.space().point(new double[] {2650})).value(Line.OBSERVED))
        .isNotEqualTo(best);
  }

  private static ScanSpec spec(String name) {
    return ScanSpecReader.read(Path.of("examples", name, "scan.yml"));
  }

  private static ReplayEvaluator open(ScanSpec spec) {
    return ReplayEvaluator.open(
        (ReplaySpec) spec.evaluate(), spec.space(), spec.limits(), spec.seed());
  }

  private static LimitRecord limit(ReplayEvaluator replay, Point point) {
    return ((Outcome.Answered) replay.evaluate(List.of(point)).get(point.id())).limit();
  }
}

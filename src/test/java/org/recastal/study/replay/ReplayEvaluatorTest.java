package org.recastal.study.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recastal.RecastAlException;
import org.recastal.limits.Diagnosis.Illness;
import org.recastal.limits.LimitRecord;
import org.recastal.limits.Line;
import org.recastal.limits.Outcome;
import org.recastal.limits.Quantity;
import org.recastal.space.Parameter;
import org.recastal.space.Scale;
import org.recastal.space.SearchSpace;
import org.recastal.study.spec.LimitsSpec;
import org.recastal.study.spec.ReplaySpec;
import org.recastal.study.spec.ReplaySpec.FailedRows;
import org.recastal.study.spec.ReplaySpec.Mode;

class ReplayEvaluatorTest {

  // exp(log(x)) in doubles.
  private static final double ROUND_TRIP = 1e-14;

  // probit and back in doubles, near p = 0.05.
  private static final double PROBIT_ROUND_TRIP = 1e-12;

  private static final LimitsSpec MU = new LimitsSpec(Quantity.MU_LIMIT, "", 0.95);
  private static final SearchSpace LINE =
      SearchSpace.box(Parameter.continuous("m", 0, 100, Scale.LINEAR));
  private static final SearchSpace PLANE =
      SearchSpace.box(
          Parameter.continuous("m", 0, 100, Scale.LINEAR),
          Parameter.continuous("eps", 1e-4, 1e-2, Scale.LOG));

  @TempDir Path folder;

  @Test
  void pool_holdsEveryRowWithinTheBounds_failedOnesToo() {
    ReplayEvaluator replay =
        open(spec(Mode.POOL), LINE, "m,status,observed", "10,ok,0.5", "20,bad,", "200,ok,1");

    assertThat(replay.pool().orElseThrow().points())
        .containsExactly(LINE.point(new double[] {10}), LINE.point(new double[] {20}));
    assertThat(limit(replay, LINE, 10).value(Line.OBSERVED)).contains(0.5);
    assertThat(illness(replay, LINE, 20)).isEqualTo(Illness.REPORTED_FAILURE);
    assertThat(illness(replay, LINE, 15)).isEqualTo(Illness.OUTSIDE_TABLE);
  }

  @Test
  void table_withTwoRowsOfOnePoint_isRefusedByLine() {
    assertThatThrownBy(
            () ->
                open(spec(Mode.POOL), LINE, "m,status,observed", "10,ok,1", "20,ok,1", "10.0,ok,2"))
        .isInstanceOf(RecastAlException.class)
        .hasMessage("t.csv:4: the same point as line 2: m = 10.0; keep one");
  }

  @Test
  void table_whollyOutsideTheBounds_isRefused() {
    assertThatThrownBy(() -> open(spec(Mode.POOL), LINE, "m,status,observed", "200,ok,1"))
        .hasMessageContaining("none of its points");
  }

  @Test
  void oneDimension_atTheRows_givesTheirLimits() {
    ReplayEvaluator replay =
        open(
            spec(Mode.INTERPOLATE),
            LINE,
            "m,status,observed",
            "50,ok,3",
            "10,ok,0.5",
            "90,ok,2",
            "30,ok,0.7");

    assertThat(observed(replay, LINE, 50)).isCloseTo(3, within(ROUND_TRIP));
    assertThat(observed(replay, LINE, 10)).isCloseTo(0.5, within(ROUND_TRIP));
    assertThat(observed(replay, LINE, 20)).isBetween(0.5, 0.7);
    assertThat(illness(replay, LINE, 9)).isEqualTo(Illness.OUTSIDE_TABLE);
    assertThat(replay.pool()).isEmpty();
  }

  @Test
  void oneDimension_nearestToAFailedRow_hasFailed() {
    ReplayEvaluator replay =
        open(
            spec(Mode.INTERPOLATE),
            LINE,
            "m,status,observed",
            "10,ok,1",
            "20,bad,",
            "30,ok,2",
            "40,ok,3");

    assertThat(illness(replay, LINE, 24)).isEqualTo(Illness.REPORTED_FAILURE);
    assertThat(observed(replay, LINE, 26)).isBetween(1.0, 2.0);
  }

  @Test
  void grid_midwayOnALogAxis_givesTheGeometricMean() {
    ReplayEvaluator replay =
        open(
            spec(Mode.INTERPOLATE),
            PLANE,
            "m,eps,status,observed",
            "0,1e-4,ok,1",
            "0,1e-2,ok,4",
            "100,1e-4,ok,1",
            "100,1e-2,ok,4");

    assertThat(observed(replay, PLANE, 30, 1e-3)).isCloseTo(2, within(ROUND_TRIP));
    assertThat(observed(replay, PLANE, 0, 1e-2)).isCloseTo(4, within(ROUND_TRIP));
  }

  @Test
  void grid_withAFailedCorner_isTakenFromTheOthersUnlessItIsNearest() {
    ReplayEvaluator replay =
        open(
            spec(Mode.INTERPOLATE),
            PLANE,
            "m,eps,status,observed",
            "0,1e-4,ok,2",
            "0,1e-2,ok,2",
            "100,1e-4,ok,2",
            "100,1e-2,bad,");

    assertThat(observed(replay, PLANE, 40, 1e-3)).isCloseTo(2, within(ROUND_TRIP));
    assertThat(illness(replay, PLANE, 80, 5e-3)).isEqualTo(Illness.REPORTED_FAILURE);
  }

  @Test
  void grid_inACellThatTheTableLacks_isOutside() {
    ReplayEvaluator replay =
        open(
            spec(Mode.INTERPOLATE),
            PLANE,
            "m,eps,status,observed",
            "0,1e-4,ok,2",
            "0,1e-2,ok,2",
            "100,1e-4,ok,2");

    assertThat(illness(replay, PLANE, 40, 1e-3)).isEqualTo(Illness.OUTSIDE_TABLE);
    assertThat(observed(replay, PLANE, 40, 1e-4)).isCloseTo(2, within(ROUND_TRIP));
  }

  @Test
  void scatteredRows_arePassedThroughAndNotLeft() {
    ReplayEvaluator replay =
        open(
            spec(Mode.INTERPOLATE),
            PLANE,
            "m,eps,status,observed",
            "5,2e-4,ok,0.5",
            "90,1e-4,ok,0.7",
            "20,9e-3,ok,2",
            "70,5e-3,ok,4",
            "45,7e-4,ok,1.5");

    assertThat(observed(replay, PLANE, 45, 7e-4)).isCloseTo(1.5, within(1e-12)); // a dense solve
    assertThat(observed(replay, PLANE, 50, 1e-3)).isBetween(1.0, 4.0);
    assertThat(illness(replay, PLANE, 95, 1e-3)).isEqualTo(Illness.OUTSIDE_TABLE);
  }

  @Test
  void tooFewRows_cannotBeInterpolated() {
    assertThatThrownBy(() -> open(spec(Mode.INTERPOLATE), LINE, "m,status,observed", "1,ok,1"))
        .hasMessage("t.csv: 1 usable rows cannot be interpolated in 1 dimensions; use mode: pool");
  }

  @Test
  void probabilities_areInterpolatedAsProbits() {
    LimitsSpec cls = new LimitsSpec(Quantity.CLS, "", 0.95);
    ReplayEvaluator replay =
        ReplayEvaluator.open(
            spec(Mode.INTERPOLATE, write("m,status,observed", "0,ok,0.05", "100,ok,0.95"), 0),
            LINE,
            cls,
            1);

    assertThat(observed(replay, LINE, 50)).isCloseTo(0.5, within(PROBIT_ROUND_TRIP));
    assertThat(observed(replay, LINE, 0)).isCloseTo(0.05, within(PROBIT_ROUND_TRIP));
  }

  @Test
  void clsOfOne_isInterpolatedWithoutInfinities() {
    LimitsSpec cls = new LimitsSpec(Quantity.CLS, "", 0.95);
    ReplayEvaluator replay =
        ReplayEvaluator.open(
            spec(Mode.INTERPOLATE, write("m,status,observed", "0,ok,0.05", "100,ok,1"), 0),
            LINE,
            cls,
            1);

    assertThat(observed(replay, LINE, 99)).isBetween(0.95, 1.0);
  }

  @Test
  void noise_isTheSameAtEveryCallAndForEveryLine() {
    Path table = write("m,status,observed,expected", "10,ok,0.5,1", "20,ok,0.7,1", "30,ok,1,2");
    ReplayEvaluator replay = ReplayEvaluator.open(spec(Mode.POOL, table, 0.05), LINE, MU, 7);
    ReplayEvaluator again = ReplayEvaluator.open(spec(Mode.POOL, table, 0.05), LINE, MU, 7);
    ReplayEvaluator other = ReplayEvaluator.open(spec(Mode.POOL, table, 0.05), LINE, MU, 8);

    assertThat(observed(replay, LINE, 10)).isNotEqualTo(0.5).isEqualTo(observed(again, LINE, 10));
    assertThat(observed(other, LINE, 10)).isNotEqualTo(observed(replay, LINE, 10));
    LimitRecord limit = limit(replay, LINE, 10);
    assertThat(limit.value(Line.EXPECTED).orElseThrow() / limit.value(Line.OBSERVED).orElseThrow())
        .isCloseTo(2, within(ROUND_TRIP));
  }

  @Test
  void noise_ofManyPoints_hasTheDeclaredWidth() {
    SearchSpace wide = SearchSpace.box(Parameter.continuous("m", 0, 1000, Scale.LINEAR));
    Path table = write("m,status,observed", "0,ok,1", "1000,ok,1");
    ReplayEvaluator replay = ReplayEvaluator.open(spec(Mode.INTERPOLATE, table, 0.05), wide, MU, 3);
    double sum = 0;
    double squares = 0;
    int n = 1000;
    for (int i = 0; i < n; i++) {
      double value = observed(replay, wide, i) - 1;
      sum += value;
      squares += value * value;
    }

    // Four standard errors of a mean and of a deviation from 1000 draws.
    assertThat(sum / n).isCloseTo(0, within(4 * 0.05 / Math.sqrt(n)));
    assertThat(Math.sqrt(squares / n)).isCloseTo(0.05, within(4 * 0.05 / Math.sqrt(2.0 * n)));
  }

  @Test
  void rows_areReadByTheNamesOfParametersAndLines() {
    Path table = write("m,eps,observed,expected", "10,1e-4,0.5,0.6", "20,1e-4,nan,0.6");

    List<ResultTable.Row> rows = ResultTable.read(plain(table), PLANE, MU).rows();

    assertThat(rows.get(0).point()).isEqualTo(PLANE.point(new double[] {10, 1e-4}));
    assertThat(((Outcome.Answered) rows.get(0).outcome()).limit().values())
        .isEqualTo(Map.of(Line.OBSERVED, 0.5, Line.EXPECTED, 0.6));
    assertThat(((Outcome.Ill) rows.get(1).outcome()).diagnosis().illness())
        .isEqualTo(Illness.NOT_A_NUMBER);
    assertThat(rows.get(1).line()).isEqualTo(3);
  }

  @Test
  void coordinateInAnotherUnitThanItsParameter_isRefused() throws IOException {
    Path table = folder.resolve("t.yaml");
    Files.writeString(
        table,
        "independent_variables: [{header: {name: m, units: TEV}, values: [{value: 1}]}]\n"
            + "dependent_variables: [{header: {name: observed}, values: [{value: 1}]}]");
    SearchSpace gev = SearchSpace.box(new Parameter("m", 0, 100, Scale.LINEAR, "GeV", "", 0));

    assertThatThrownBy(() -> ResultTable.read(plain(table), gev, MU))
        .hasMessage("t.yaml:1: column \"m\" is in TEV, but parameter m is in GeV; they must agree");
  }

  private ReplayEvaluator open(
      ReplaySpecOfTable spec, SearchSpace space, String header, String... rows) {
    return ReplayEvaluator.open(spec.of(write(header, rows)), space, MU, 1);
  }

  private interface ReplaySpecOfTable {
    ReplaySpec of(Path table);
  }

  private static ReplaySpecOfTable spec(Mode mode) {
    return table -> spec(mode, table, 0);
  }

  private static ReplaySpec plain(Path table) {
    return new ReplaySpec(table, Mode.POOL, Map.of(), Map.of(), "", Optional.empty(), 0);
  }

  private static ReplaySpec spec(Mode mode, Path table, double noise) {
    return new ReplaySpec(
        table, mode, Map.of(), Map.of(), "", Optional.of(new FailedRows("status", "ok")), noise);
  }

  private Path write(String header, String... rows) {
    try {
      return Files.writeString(
          folder.resolve("t.csv"), header + "\n" + String.join("\n", rows) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Outcome outcome(ReplayEvaluator replay, SearchSpace space, double... at) {
    return replay.evaluate(List.of(space.point(at))).get(space.point(at).id());
  }

  private static LimitRecord limit(ReplayEvaluator replay, SearchSpace space, double... at) {
    return ((Outcome.Answered) outcome(replay, space, at)).limit();
  }

  private static double observed(ReplayEvaluator replay, SearchSpace space, double... at) {
    return limit(replay, space, at).value(Line.OBSERVED).orElseThrow();
  }

  private static Illness illness(ReplayEvaluator replay, SearchSpace space, double... at) {
    return ((Outcome.Ill) outcome(replay, space, at)).diagnosis().illness();
  }
}

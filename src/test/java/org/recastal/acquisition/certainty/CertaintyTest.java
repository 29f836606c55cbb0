package org.recastal.acquisition.certainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.recastal.acquisition.Target.LevelSet;
import org.recastal.acquisition.UnitBox;
import org.recastal.acquisition.design.Design;
import org.recastal.acquisition.design.InitialDesign;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.Normal;
import org.recastal.numerics.RandomStream;
import org.recastal.numerics.SobolPoints;
import org.recastal.surrogate.GaussianProcess;
import org.recastal.surrogate.GpSettings;
import org.recastal.surrogate.Surrogate;
import org.recastal.surrogate.TrainingSet;

/** What is said to be known of a contour, against the truth. */
class CertaintyTest {

  private static final LevelSet AT_ZERO = new LevelSet(0, 0, 1);
  private static final Matrix PROBES = SobolPoints.plain(1, 512, 2);

  /** Sums of a few thousand terms. */
  private static final double ROUNDING = 1e-9;

  /** Negative left of x = 0.55 + 0.15 sin 5y. */
  private static double value(double[] x) {
    return 3 * (x[0] - edge(x[1])) * (1 + 0.5 * x[1]);
  }

  private static double edge(double y) {
    return 0.55 + 0.15 * Math.sin(5 * y);
  }

  private static GaussianProcess surrogate(int points, int seed) {
    Matrix inputs =
        InitialDesign.points(
            Design.SOBOL_SCRAMBLED,
            points,
            UnitBox.continuous(2),
            RandomStream.named(seed, 0, "points"));
    double[] values = new double[points];
    Arrays.setAll(values, i -> value(inputs.row(i)));
    return GaussianProcess.fit(
        TrainingSet.exact(inputs, new Matrix(points, 1, values)),
        GpSettings.DEFAULT,
        Optional.empty(),
        RandomStream.named(seed, 0, "fit"));
  }

  private static AxisCrossings crossings(Surrogate surrogate) {
    return AxisCrossings.of(surrogate, AT_ZERO, PROBES, 0, p -> true);
  }

  /** 68 % of the predicted crossings are nearer to the true ones than this. */
  private static double trueError(AxisCrossings crossings) {
    double[] shifts = new double[crossings.size()];
    for (int i = 0; i < shifts.length; i++) {
      double[] place = crossings.places().row(i);
      shifts[i] = Math.abs(place[0] - edge(place[1]));
    }
    Arrays.sort(shifts);
    return shifts[(int) (AxisCrossings.ONE_SIGMA * shifts.length)];
  }

  /** One contour is one draw: single seeds scatter by factors, the median should not. */
  @Test
  void error_overSeeds_isTheTrueErrorWithinAFactorOfThree() {
    for (int points : new int[] {12, 20}) {
      double[] ratios = new double[12];
      for (int seed = 0; seed < ratios.length; seed++) {
        GaussianProcess surrogate = surrogate(points, seed + 1);
        AxisCrossings crossings = crossings(surrogate);
        ratios[seed] = crossings.error(surrogate, AxisCrossings.ONE_SIGMA) / trueError(crossings);
      }
      Arrays.sort(ratios);
      assertThat((ratios[5] + ratios[6]) / 2).as("%d points", points).isBetween(1 / 3.0, 3.0);
    }
  }

  @Test
  void error_withMoreKnown_isSmaller() {
    GaussianProcess surrogate = surrogate(12, 1);
    AxisCrossings crossings = crossings(surrogate);
    Surrogate later = knowing(surrogate, SobolPoints.plain(5, 8, 2));

    assertThat(crossings.error(later, AxisCrossings.ONE_SIGMA))
        .isLessThan(crossings.error(surrogate, AxisCrossings.ONE_SIGMA));
  }

  @Test
  void error_withoutAContour_isUnknown() {
    GaussianProcess surrogate = surrogate(12, 1);
    AxisCrossings none = AxisCrossings.of(surrogate, new LevelSet(0, 50, 1), PROBES, 0, p -> true);

    assertThat(none.size()).isZero();
    assertThat(none.error(surrogate, AxisCrossings.ONE_SIGMA)).isNaN();
  }

  private static Surrogate knowing(Surrogate surrogate, Matrix points) {
    double[] mean = surrogate.posterior(points).mean(0);
    return surrogate.conditionedOn(points, new Matrix(points.rows(), 1, mean));
  }

  @Test
  void expectedWrongAfter_nothingMore_isExpectedWrong() {
    GaussianProcess surrogate = surrogate(10, 2);
    ClassMap map = new ClassMap(AT_ZERO, PROBES);

    assertThat(map.expectedWrongAfter(surrogate, surrogate))
        .isCloseTo(map.expectedWrong(surrogate), within(ROUNDING));
    assertThat(map.expectedWrongAfter(surrogate, knowing(surrogate, SobolPoints.plain(5, 8, 2))))
        .isBetween(0.0, map.expectedWrong(surrogate));
  }

  /** The mean over answers drawn from the surrogate of what is wrong once they are known. */
  @Test
  void expectedWrongAfter_isTheMeanOverPossibleAnswers() {
    GaussianProcess surrogate = surrogate(10, 2);
    ClassMap map = new ClassMap(AT_ZERO, PROBES);
    Matrix point = new Matrix(1, 2, new double[] {0.62, 0.4});
    double mean = surrogate.posterior(point).mean(0)[0];
    double spread = surrogate.posterior(point).standardDeviation(0)[0];
    double sum = 0;
    int steps = 200;
    for (int i = 0; i < steps; i++) {
      double answer = mean + spread * Normal.quantile((i + 0.5) / steps);
      sum +=
          map.expectedWrong(
              surrogate.conditionedOn(point, new Matrix(1, 1, new double[] {answer})));
    }

    // 200 quantiles of the answer, and its noise left out: a few per cent of the gain.
    double gain = map.expectedWrong(surrogate) - sum / steps;
    assertThat(
            map.expectedWrong(surrogate)
                - map.expectedWrongAfter(surrogate, knowing(surrogate, point)))
        .isCloseTo(gain, within(0.05 * gain));
  }

  @Test
  void wrongAtMost_atOnePlace_isAllOrNothing() {
    GaussianProcess surrogate = surrogate(6, 3);
    Matrix place = new Matrix(1, 2, new double[] {0.9, 0.9});
    double mean = surrogate.posterior(place).mean(0)[0];
    double deviation = surrogate.posterior(place).standardDeviation(0)[0];
    // The mean lies one deviation above the threshold: wrong in 16 % of the draws.
    ClassMap map = new ClassMap(new LevelSet(0, mean - deviation, 1), place);

    assertThat(map.wrongAtMost(surrogate, 0.75, RandomStream.named(1, 0, "draws"))).isZero();
    assertThat(map.wrongAtMost(surrogate, 0.92, RandomStream.named(1, 0, "draws"))).isEqualTo(1);
  }

  @Test
  void wrongAtMost_withHighConfidence_isAboveTheMean() {
    GaussianProcess surrogate = surrogate(10, 4);
    ClassMap map = new ClassMap(AT_ZERO, PROBES);

    assertThat(map.wrongAtMost(surrogate, 0.95, RandomStream.named(1, 0, "draws")))
        .isBetween(map.expectedWrong(surrogate), 0.5);
  }

  /** 2 ln(1000 π² 9 / (6 · 0.05)) = 25.2232. */
  @Test
  void beta_followsTheTheorem() {
    assertThat(LevelSetEstimate.beta(1000, 3, 0.05))
        .isCloseTo(2 * Math.log(1000 * Math.PI * Math.PI * 9 / 0.3), within(ROUNDING))
        .isCloseTo(25.2, within(0.1));
  }

  @Test
  void unclassified_withMorePointsAndTolerance_falls() {
    List<GaussianProcess> one = List.of(surrogate(10, 5));
    List<GaussianProcess> two = List.of(surrogate(10, 5), surrogate(40, 5));
    LevelSetEstimate first = new LevelSetEstimate(one, AT_ZERO, PROBES, 512, 0.05);
    LevelSetEstimate both = new LevelSetEstimate(two, AT_ZERO, PROBES, 512, 0.05);

    assertThat(both.unclassified(0.05, 0.05)).isLessThan(first.unclassified(0.05, 0.05));
    assertThat(first.unclassified(0.5, 0.5)).isLessThan(first.unclassified(0.05, 0.05));
    assertThat(both.unclassified(50, 50)).isZero();
  }

  /** The guarantee: what is called above or below is so, to the tolerance. */
  @Test
  void unclassified_none_leavesNoPlaceWronglyCalled() {
    double tolerance = 0.2;
    List<GaussianProcess> looks = List.of(surrogate(60, 6));
    LevelSetEstimate estimate = new LevelSetEstimate(looks, AT_ZERO, PROBES, 512, 0.05);
    assertThat(estimate.unclassified(tolerance, tolerance)).isZero();
    double[] mean = looks.get(0).posterior(PROBES).mean(0);
    for (int i = 0; i < mean.length; i++) {
      double truth = value(PROBES.row(i));
      assertThat(mean[i] > 0 ? truth : -truth).isGreaterThan(-tolerance);
    }
  }
}

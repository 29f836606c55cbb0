package org.recastal.acquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.recastal.RecastAlException;
import org.recastal.acquisition.StrategySettings.BatchRule;
import org.recastal.acquisition.StrategySettings.Name;
import org.recastal.acquisition.Target.LevelSet;
import org.recastal.acquisition.design.Design;
import org.recastal.acquisition.design.InitialDesign;
import org.recastal.acquisition.score.Incumbent;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.RandomStream;
import org.recastal.surrogate.AxisLengths;
import org.recastal.surrogate.GaussianProcess;
import org.recastal.surrogate.GpSettings;
import org.recastal.surrogate.Hyperparameters;
import org.recastal.surrogate.Kernel;
import org.recastal.surrogate.Surrogate;
import org.recastal.surrogate.TrainingSet;
import org.recastal.surrogate.WarpedSurrogate;

/** What every strategy promises, whatever its score. */
class StrategiesTest {

  private static final Target MINIMUM = new Target.Minimum(0);
  private static final Target CONTOURS =
      new Target.LevelSets(List.of(new LevelSet(0, 0.1, 1), new LevelSet(1, -0.2, 2)));
  private static final Matrix NOTHING = Matrix.zeros(0, 2);

  static Stream<Name> names() {
    return Stream.of(Name.values());
  }

  @ParameterizedTest
  @MethodSource("names")
  void batch_inABox_isFullDistinctAndNew(Name name) {
    Situation situation = situation(name, UnitBox.continuous(2), NOTHING);
    Batch batch = choose(name, situation, 5);
    assertThat(points(batch)).hasSize(5).doesNotContainAnyElementsOf(rows(situation.taken()));
  }

  @ParameterizedTest
  @MethodSource("names")
  void batch_ofAPool_isOfItsFreeMembers(Name name) {
    Matrix pool = InitialDesign.points(Design.GRID, 36, UnitBox.continuous(2), stream("pool"));
    Matrix pending = new Matrix(2, 2, new double[] {pool.get(0, 0), pool.get(0, 1), 0.5, 0.5});
    Situation situation = situation(name, UnitBox.ofPool(pool), pending);
    Batch batch = choose(name, situation, 6);
    assertThat(points(batch))
        .hasSize(6)
        .isSubsetOf(rows(pool))
        .doesNotContainAnyElementsOf(rows(situation.taken()));
  }

  @ParameterizedTest
  @MethodSource("names")
  void batch_largerThanThePool_endsWithIt(Name name) {
    Matrix pool = InitialDesign.points(Design.GRID, 9, UnitBox.continuous(2), stream("pool"));
    Batch batch = choose(name, situation(name, UnitBox.ofPool(pool), NOTHING), 20);
    assertThat(batch.suggestions()).hasSize(9);
    assertThat(points(batch)).hasSize(9);
  }

  @ParameterizedTest
  @MethodSource("names")
  void nothingLeft_nothingSuggested(Name name) {
    Matrix pool = InitialDesign.points(Design.GRID, 4, UnitBox.continuous(2), stream("pool"));
    Batch batch = choose(name, situation(name, UnitBox.ofPool(pool), pool), 3);
    assertThat(batch.suggestions()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void constraint_isRespected(Name name) {
    CandidateSpace corner = UnitBox.constrained(2, p -> p[0] + p[1] < 0.5);
    Batch batch = choose(name, situation(name, corner, NOTHING), 6);
    assertThat(points(batch)).hasSize(6).allMatch(p -> p.get(0) + p.get(1) < 0.5);
  }

  @ParameterizedTest
  @MethodSource("names")
  void lattice_isRespectedUntilItIsExhausted(Name name) {
    Batch batch = choose(name, situation(name, UnitBox.lattice(2, 3), NOTHING), 30);
    assertThat(points(batch)).hasSize(9);
    assertThat(batch.suggestions()).hasSize(9);
  }

  @ParameterizedTest
  @MethodSource("names")
  void sameSituation_sameBatch(Name name) {
    Batch once = choose(name, situation(name, UnitBox.continuous(2), NOTHING), 3);
    Batch again = choose(name, situation(name, UnitBox.continuous(2), NOTHING), 3);
    assertThat(again).isEqualTo(once);
  }

  @ParameterizedTest
  @EnumSource
  void batchRule_keepsPointsApart(BatchRule rule) {
    StrategySettings settings = new StrategySettings(Name.EI, rule, 0.01, 1.96, 1, false);
    Situation situation = situation(Name.EI, UnitBox.continuous(2), NOTHING);
    Batch batch = Strategies.of(settings).choose(situation, 4);
    assertThat(points(batch)).hasSize(4);
  }

  @ParameterizedTest
  @EnumSource(
      value = Name.class,
      names = {"EI_AND_MEAN", "GP_HEDGE", "EI", "PI", "CONFIDENCE_BOUND"})
  void batch_ofAnExtremum_leavesRunningPointsAlone(Name name) {
    Batch batch = choose(name, situation(name, UnitBox.continuous(2), NOTHING), 12);
    List<double[]> places =
        points(batch).stream()
            .map(p -> p.stream().mapToDouble(Double::doubleValue).toArray())
            .toList();
    // A tenth of the spacing of a grid of twelve; a point may land there to the last digit.
    double apart = 0.1 / Math.sqrt(12) - 1e-12;
    for (int i = 1; i < places.size(); i++) {
      Matrix before = Matrix.ofRows(places.subList(0, i), 2);
      assertThat(Distances.toNearest(places.get(i), before)).isGreaterThanOrEqualTo(apart);
    }
  }

  @Test
  void pendingPoint_movesTheNextOneAway() {
    Situation free = situation(Name.ENTROPY, UnitBox.continuous(2), NOTHING);
    List<Double> first = choose(Name.ENTROPY, free, 1).suggestions().get(0).unitPoint();
    double[] nearby = {first.get(0) + 1e-3, Math.max(0, first.get(1) - 1e-3)};
    Situation busy = situation(Name.ENTROPY, UnitBox.continuous(2), new Matrix(1, 2, nearby));
    List<Double> second = choose(Name.ENTROPY, busy, 1).suggestions().get(0).unitPoint();
    double distance = Math.hypot(first.get(0) - second.get(0), first.get(1) - second.get(1));
    // Correlation lengths are 0.4: a point nearer than a tenth of that tells almost nothing new.
    assertThat(distance).isGreaterThan(0.04);
  }

  @ParameterizedTest
  @EnumSource(names = {"EI_AND_MEAN", "GP_HEDGE", "EI", "PI", "CONFIDENCE_BOUND"})
  void extremumStrategy_refusesAContour(Name name) {
    assertRefused(name, CONTOURS);
  }

  @ParameterizedTest
  @EnumSource(names = {"ENTROPY", "STRADDLE", "FEASIBILITY", "RANJAN", "TMSE", "GINI"})
  void contourStrategy_refusesAnExtremum(Name name) {
    assertRefused(name, MINIMUM);
  }

  @Test
  void turns_batch_exploitsOnce() {
    Situation situation = situation(Name.EI_AND_MEAN, UnitBox.continuous(2), NOTHING);
    Batch batch = choose(Name.EI_AND_MEAN, situation, 8);
    assertThat(batch.suggestions()).filteredOn(s -> s.why().startsWith("lowest mean")).hasSize(1);
  }

  @Test
  void turns_oneAtATime_exploitBesideAnOddNumberOfPointsAndLookFurtherBesideAnEvenOne() {
    Matrix corner = new Matrix(1, 2, new double[] {1, 1});
    Situation odd = situation(Name.EI_AND_MEAN, UnitBox.continuous(2), corner);
    Suggestion lowest = choose(Name.EI_AND_MEAN, odd, 1).suggestions().get(0);
    assertThat(lowest.why()).startsWith("lowest mean");
    Situation even = situation(Name.EI_AND_MEAN, UnitBox.continuous(2), NOTHING);
    Suggestion further = choose(Name.EI_AND_MEAN, even, 1).suggestions().get(0);
    assertThat(further.why()).startsWith("expected improvement");
    double[] place = lowest.unitPoint().stream().mapToDouble(x -> x).toArray();
    double[] other = further.unitPoint().stream().mapToDouble(x -> x).toArray();
    // The lowest mean is believed: right beside it nothing is left to improve.
    assertThat(Distances.toNearest(other, new Matrix(1, 2, place))).isGreaterThan(0.01);
  }

  @Test
  void turns_lowestMeanInWork_isNotExploitedAgain() {
    Matrix corner = new Matrix(1, 2, new double[] {1, 1});
    Situation free = situation(Name.EI_AND_MEAN, UnitBox.continuous(2), corner);
    Suggestion lowest = choose(Name.EI_AND_MEAN, free, 1).suggestions().get(0);
    double[] place = lowest.unitPoint().stream().mapToDouble(x -> x).toArray();
    Matrix running = corner.stackedOn(new Matrix(2, 2, new double[] {place[0], place[1], 0, 1}));
    Situation busy = situation(Name.EI_AND_MEAN, UnitBox.continuous(2), running);
    assertThat(choose(Name.EI_AND_MEAN, busy, 1).suggestions().get(0).why())
        .startsWith("expected improvement");
  }

  @Test
  void turns_nothingExpectedAnywhere_looksWhereNoPointIs() {
    Matrix inputs =
        Matrix.zeros(1, 2)
            .stackedOn(InitialDesign.points(Design.LHS, 9, UnitBox.continuous(2), stream("start")));
    double[] plane = new double[10];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = inputs.get(i, 0) + inputs.get(i, 1);
    }
    TrainingSet told = TrainingSet.exact(inputs, new Matrix(10, 1, plane));
    // Lengths of eight cubes: a plane that is known to four digits, and lowest at a known corner.
    Hyperparameters sure = new Hyperparameters(1, List.of(8.0, 8.0), List.of(), 1e-10, 1);
    Surrogate surrogate = GaussianProcess.with(told, GpSettings.FOR_EXTREMA, sure);

    Suggestion next = first(Name.EI_AND_MEAN, surrogate, told);

    assertThat(next.why()).startsWith("explores, ");
    double[] place = next.unitPoint().stream().mapToDouble(x -> x).toArray();
    assertThat(Distances.toNearest(place, inputs)).isGreaterThan(0.2);
  }

  @ParameterizedTest
  @EnumSource(names = {"EI_AND_MEAN", "EI", "PI", "CONFIDENCE_BOUND"})
  void extremum_ofAWarpedSurrogate_isLookedForInsideAndToldInTheUnitsOfTheValues(Name name) {
    Matrix inputs = InitialDesign.points(Design.LHS, 9, UnitBox.continuous(2), stream("start"));
    TrainingSet told =
        TrainingSet.exact(
            inputs, new Matrix(9, 1, new double[] {20, 3, 150, 8, 41, 300, 12, 90, 5}));
    Hyperparameters learnt = new Hyperparameters(1, List.of(0.3, 0.4), List.of(), 1e-6, 0.2);
    WarpedSurrogate warped =
        (WarpedSurrogate)
            WarpedSurrogate.of(
                told, learnt, seen -> GaussianProcess.with(seen, GpSettings.FOR_EXTREMA, learnt));

    Suggestion outside = first(name, warped, told);
    Suggestion inside = first(name, warped.inside(), warped.inside(told));

    assertThat(outside.unitPoint()).isEqualTo(inside.unitPoint());
    assertThat(outside.why()).isEqualTo(inside.why());
    Matrix place =
        new Matrix(1, 2, outside.unitPoint().stream().mapToDouble(Double::doubleValue).toArray());
    // Both follow from the same numbers, summed in another order.
    assertThat(outside.expected().orElseThrow().mean().get(0))
        .isCloseTo(warped.posterior(place).mean(0)[0], within(1e-8));
    assertThat(outside.expected().orElseThrow().deviation().get(0))
        .isCloseTo(warped.posterior(place).standardDeviation(0)[0], within(1e-6));
  }

  private static Suggestion first(Name name, Surrogate surrogate, TrainingSet told) {
    Situation situation =
        new Situation(
            surrogate,
            told,
            told.inputs(),
            NOTHING,
            UnitBox.continuous(2),
            MINIMUM,
            StrategyMemory.NONE,
            stream("choose"));
    return choose(name, situation, 1).suggestions().get(0);
  }

  @Test
  void hedge_remembersGainsAndNominations() {
    Situation situation = situation(Name.GP_HEDGE, UnitBox.continuous(2), NOTHING);
    StrategyMemory first = choose(Name.GP_HEDGE, situation, 2).memory();
    assertThat(first.gains()).containsExactly(0.0, 0.0, 0.0);
    assertThat(first.nominations()).hasSize(3);
    StrategyMemory second = choose(Name.GP_HEDGE, withMemory(situation, first), 1).memory();
    assertThat(second.gains()).hasSize(3).doesNotContain(0.0);
  }

  @Test
  void hedge_gains_areStandardisedByDefaultAndRawInScikitOptimizesWay() {
    for (double unit : new double[] {1, 1000}) {
      Situation situation = situation(Name.GP_HEDGE, UnitBox.continuous(2), NOTHING, unit);
      double[] values = situation.observations().values().column(0);
      Incumbent units = Incumbent.standardised(0, 0, values);
      for (boolean raw : new boolean[] {false, true}) {
        Strategy hedge =
            Strategies.of(
                new StrategySettings(
                    Name.GP_HEDGE, BatchRule.KRIGING_BELIEVER, 0.01, 1.96, 1, raw));
        StrategyMemory first = hedge.choose(situation, 1).memory();
        StrategyMemory second = hedge.choose(withMemory(situation, first), 1).memory();
        for (int arm = 0; arm < 3; arm++) {
          double mean = meanAt(situation, first.nominations().get(arm));
          double reward = -(raw ? mean : units.standard(mean));
          // One posterior call for three points or for one: rounding only.
          assertThat(second.gains().get(arm)).isCloseTo(reward, within(1e-9 * unit));
        }
      }
    }
  }

  @Test
  void skoptSettings_areItsConstantsWhateverTheDefaultsAre() {
    StrategySettings skopt = StrategySettings.likeSkopt();
    assertThat(skopt.xi()).isEqualTo(0.01);
    assertThat(skopt.kappa()).isEqualTo(1.96);
    assertThat(skopt.eta()).isEqualTo(1);
    assertThat(skopt.batch()).isEqualTo(BatchRule.LIAR_MIN);
    assertThat(skopt.compatibleWithSkopt()).isTrue();
  }

  private static double meanAt(Situation situation, List<Double> point) {
    double[] unitPoint = point.stream().mapToDouble(x -> x).toArray();
    return situation.surrogate().beliefAt(unitPoint).mean()[0];
  }

  @ParameterizedTest
  @EnumSource(names = {"ENTROPY", "STRADDLE", "FEASIBILITY", "RANJAN", "TMSE", "GINI"})
  void scoreOfContours_exploresOncePerEightPoints(Name name) {
    Situation situation = situation(name, UnitBox.continuous(2), NOTHING);
    Batch batch = choose(name, situation, 16);
    assertThat(batch.suggestions()).filteredOn(s -> s.why().startsWith("explores")).hasSize(2);
  }

  @Test
  void why_isOneLine() {
    for (Name name : Name.values()) {
      for (Suggestion s :
          choose(name, situation(name, UnitBox.continuous(2), NOTHING), 8).suggestions()) {
        assertThat(s.why()).isNotBlank().doesNotContain("\n");
        assertThat(s.score()).isFinite();
      }
    }
  }

  private static void assertRefused(Name name, Target target) {
    Situation s = situation(name, UnitBox.continuous(2), NOTHING);
    Situation wrong =
        new Situation(
            s.surrogate(),
            s.observations(),
            s.taken(),
            s.pending(),
            s.space(),
            target,
            s.memory(),
            s.random());
    assertThatThrownBy(() -> choose(name, wrong, 1))
        .isInstanceOf(RecastAlException.class)
        .hasMessageContaining("choose");
  }

  private static Situation withMemory(Situation s, StrategyMemory memory) {
    return new Situation(
        s.surrogate(),
        s.observations(),
        s.taken(),
        s.pending(),
        s.space(),
        s.target(),
        memory,
        stream("choose"));
  }

  private static Batch choose(Name name, Situation situation, int size) {
    return Strategies.of(StrategySettings.of(name)).choose(situation, size);
  }

  private static Situation situation(Name name, CandidateSpace space, Matrix pending) {
    return situation(name, space, pending, 1);
  }

  /** Two lines known at eight points off every grid, plus the pending points. */
  private static Situation situation(Name name, CandidateSpace space, Matrix pending, double unit) {
    Matrix inputs =
        InitialDesign.points(Design.SOBOL_SCRAMBLED, 8, UnitBox.continuous(2), stream("observed"));
    double[] values = new double[16];
    for (int i = 0; i < 8; i++) {
      double x = inputs.get(i, 0);
      double y = inputs.get(i, 1);
      values[2 * i] = unit * (Math.sin(5 * x) + y);
      values[2 * i + 1] = unit * (x - y * y);
    }
    TrainingSet told = TrainingSet.exact(inputs, new Matrix(8, 2, values));
    GpSettings gp = new GpSettings(Kernel.MATERN52, AxisLengths.SHARED, 1e-6, 0.1);
    return new Situation(
        GaussianProcess.with(told, gp, new Hyperparameters(1, List.of(0.4), 1e-6)),
        told,
        inputs.stackedOn(pending),
        pending,
        space,
        name.servesExtrema() ? MINIMUM : CONTOURS,
        StrategyMemory.NONE,
        stream("choose"));
  }

  private static RandomStream stream(String purpose) {
    return RandomStream.named(11, 1, purpose);
  }

  private static Set<List<Double>> points(Batch batch) {
    return new HashSet<>(batch.suggestions().stream().map(Suggestion::unitPoint).toList());
  }

  private static List<List<Double>> rows(Matrix points) {
    List<List<Double>> out = new ArrayList<>();
    for (int i = 0; i < points.rows(); i++) {
      List<Double> row = new ArrayList<>();
      for (double x : points.row(i)) {
        row.add(x);
      }
      out.add(row);
    }
    return out;
  }
}

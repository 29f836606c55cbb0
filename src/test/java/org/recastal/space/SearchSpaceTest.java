package org.recastal.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.recastal.RecastAlException;
import org.recastal.numerics.RandomStream;

class SearchSpaceTest {

  private static final Parameter MASS = Parameter.continuous("mZd", 15, 55, Scale.LINEAR);
  private static final Parameter MIXING = Parameter.continuous("epsilon", 1e-4, 1e-1, Scale.LOG);
  private static final SearchSpace SPACE = SearchSpace.box(MASS, MIXING);

  /** Rounding of one exp and one log over three decades. */
  private static final double RELATIVE_ROUND_TRIP = 1e-13;

  @Test
  void fromUnit_ofToUnit_returns() {
    RandomStream random = RandomStream.named(1, 0, "round trip");
    for (int i = 0; i < 1000; i++) {
      double[] unit = {random.nextDouble(), random.nextDouble()};
      double[] physical = SPACE.fromUnit(unit);
      double[] back = SPACE.fromUnit(SPACE.toUnit(physical));
      assertThat(back[0]).isCloseTo(physical[0], within(40 * 1e-15));
      assertThat(back[1]).isCloseTo(physical[1], within(physical[1] * RELATIVE_ROUND_TRIP));
    }
  }

  @Test
  void fromUnit_cornersOfTheCube_areTheBoundsExactly() {
    assertThat(SPACE.fromUnitRows(new double[] {0, 0, 1, 1})).containsExactly(15, 1e-4, 55, 1e-1);
    assertThat(SPACE.fromUnit(new double[] {-0.5, 1.5})).containsExactly(15, 1e-1);
  }

  @Test
  void toUnit_ofALogAxis_countsDecades() {
    // Exact up to the rounding of two logarithms.
    assertThat(SPACE.toUnit(new double[] {35, 1e-3})[1]).isCloseTo(1.0 / 3, within(1e-15));
  }

  @Test
  void snap_ofContinuousAxes_keepsSixDigitsWithinTheBounds() {
    assertThat(SPACE.snap(new double[] {20.123456789, 1.23456789e-3}))
        .containsExactly(20.1235, 1.23457e-3);
    assertThat(SPACE.snap(new double[] {99, 1e-9})).containsExactly(55, 1e-4);
    Parameter odd = Parameter.continuous("x", 0.123456789, 1.987654321, Scale.LINEAR);
    assertThat(odd.snap(0)).isEqualTo(0.123456789);
    assertThat(odd.snap(1.98765433)).isEqualTo(1.987654321);
  }

  @Test
  void snap_ofANarrowRange_keepsItsResolution() {
    Parameter narrow = Parameter.continuous("mH", 125_000, 125_001, Scale.LINEAR);
    assertThat(narrow.snap(125_000.1234567)).isEqualTo(125_000.12346);
  }

  @Test
  void snap_twice_changesNothing() {
    RandomStream random = RandomStream.named(2, 0, "snap");
    for (int i = 0; i < 1000; i++) {
      double[] once = SPACE.snap(SPACE.fromUnit(new double[] {random.nextDouble(), 0.3}));
      assertThat(SPACE.snap(once)).containsExactly(once);
    }
  }

  @Test
  void snap_ofSteppedAxes_countsFromTheLowerBound() {
    Parameter tenths = new Parameter("x", 0.1, 1.05, Scale.LINEAR, "", "", 0.1);
    assertThat(tenths.snap(0.31)).isEqualTo(0.3);
    assertThat(tenths.snap(2)).isEqualTo(1.0);
    assertThat(tenths.isOnLattice(0.7)).isTrue();
    assertThat(tenths.isOnLattice(0.75)).isFalse();
    Parameter jets = new Parameter("n", 2, 9, Scale.LINEAR, "", "", 1);
    assertThat(jets.snap(4.4)).isEqualTo(4);
  }

  @Test
  void snap_withAPool_findsItsNearestPointInTheCube() {
    Point near = SPACE.point(new double[] {20.123456789, 1e-3});
    Point far = SPACE.point(new double[] {50, 1e-4});
    SearchSpace pooled = SPACE.withPool(new Pool(List.of(far, near)));
    assertThat(pooled.snap(new double[] {22, 2e-3})).containsExactly(20.123456789, 1e-3);
  }

  @Test
  void allows_looksAtBoundsAndConstraints() {
    SearchSpace space =
        new SearchSpace(
            List.of(MASS, MIXING),
            List.of(new Constraint("mZd > 20 && epsilon < 0.01")),
            Optional.empty());
    assertThat(space.allows(new double[] {21, 1e-3})).isTrue();
    assertThat(space.allows(new double[] {19, 1e-3})).isFalse();
    assertThat(space.allows(new double[] {56, 1e-3})).isFalse();
  }

  @Test
  void searchSpace_impossible_isRefused() {
    List<Runnable> impossible = new ArrayList<>();
    impossible.add(() -> SearchSpace.box());
    impossible.add(() -> SearchSpace.box(MASS, MASS));
    impossible.add(() -> Parameter.continuous("1x", 0, 1, Scale.LINEAR));
    impossible.add(() -> Parameter.continuous("x", 1, 1, Scale.LINEAR));
    impossible.add(() -> Parameter.continuous("x", 0, 1, Scale.LOG));
    impossible.add(() -> Parameter.continuous("x", 0, Double.NaN, Scale.LINEAR));
    impossible.add(() -> new Parameter("x", 0, 1, Scale.LINEAR, "", "", 2));
    impossible.add(
        () -> new SearchSpace(List.of(MASS), List.of(new Constraint("m > 2")), Optional.empty()));
    impossible.add(() -> SPACE.point(new double[] {1}));
    impossible.add(() -> SPACE.point(new double[] {1, Double.NaN}));
    assertThat(impossible)
        .allSatisfy(make -> assertThatThrownBy(make::run).isInstanceOf(RecastAlException.class));
  }
}

package org.recastal.acquisition.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.recastal.acquisition.CandidateSpace;
import org.recastal.acquisition.UnitBox;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.RandomStream;

class InitialDesignTest {

  private static RandomStream stream(int seed) {
    return RandomStream.named(seed, 0, "design");
  }

  @ParameterizedTest
  @EnumSource
  void box_givesTheNumberAskedFor_distinctAndInside(Design design) {
    Matrix points = InitialDesign.points(design, 12, UnitBox.continuous(3), stream(1));
    assertThat(distinct(points)).hasSize(12);
    for (double x : points.data()) {
      assertThat(x).isBetween(0.0, 1.0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void constraint_isRespected(Design design) {
    CandidateSpace triangle = UnitBox.constrained(2, p -> p[1] <= p[0] - 0.2);
    Matrix points = InitialDesign.points(design, 15, triangle, stream(2));
    assertThat(distinct(points)).hasSize(15).allMatch(p -> p.get(1) <= p.get(0) - 0.2);
  }

  @ParameterizedTest
  @EnumSource
  void lattice_smallerThanAsked_isExhaustedWithoutRepeats(Design design) {
    Matrix points = InitialDesign.points(design, 40, UnitBox.lattice(2, 5), stream(3));
    assertThat(points.rows()).isEqualTo(25);
    assertThat(distinct(points)).hasSize(25);
  }

  @ParameterizedTest
  @EnumSource
  void pool_picksDistinctMembers(Design design) {
    Matrix pool = trianglePool();
    Matrix points = InitialDesign.points(design, 8, UnitBox.ofPool(pool), stream(4));
    assertThat(distinct(points)).hasSize(8).isSubsetOf(distinct(pool));
  }

  @ParameterizedTest
  @EnumSource
  void pool_smallerThanAsked_isExhausted(Design design) {
    Matrix pool = trianglePool();
    Matrix points = InitialDesign.points(design, 1000, UnitBox.ofPool(pool), stream(5));
    assertThat(distinct(points)).hasSize(pool.rows());
    assertThat(points.rows()).isEqualTo(pool.rows());
  }

  @ParameterizedTest
  @EnumSource
  void takenPoints_areNotChosenAgain(Design design) {
    Matrix pool = trianglePool();
    Matrix first = InitialDesign.points(design, 100, UnitBox.ofPool(pool), stream(6));
    Matrix rest = InitialDesign.points(design, 1000, UnitBox.ofPool(pool), first, stream(6));
    assertThat(distinct(rest))
        .hasSize(pool.rows() - 100)
        .doesNotContainAnyElementsOf(distinct(first));
  }

  @ParameterizedTest
  @EnumSource
  void sameStream_samePoints(Design design) {
    CandidateSpace box = UnitBox.continuous(2);
    assertThat(InitialDesign.points(design, 9, box, stream(7)))
        .isEqualTo(InitialDesign.points(design, 9, box, stream(7)));
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"SOBOL", "SOBOL_BRATLEY_FOX", "GRID"})
  void otherSeed_otherPoints(Design design) {
    CandidateSpace box = UnitBox.continuous(2);
    assertThat(InitialDesign.points(design, 9, box, stream(7)))
        .isNotEqualTo(InitialDesign.points(design, 9, box, stream(8)));
  }

  @ParameterizedTest
  @EnumSource(names = {"SOBOL", "SOBOL_BRATLEY_FOX"})
  void plainSobol_startsInTheCentreNotInTheCorner(Design design) {
    Matrix points = InitialDesign.points(design, 1, UnitBox.continuous(4), stream(1));
    assertThat(points.row(0)).containsOnly(0.5);
  }

  @Test
  void hammersley_hasEvenStepsAlongTheLastAxis() {
    Matrix points = InitialDesign.points(Design.HAMMERSLEY, 10, UnitBox.continuous(3), stream(1));
    double[] last = Arrays.stream(points.column(2)).sorted().toArray();
    for (int i = 1; i < 10; i++) {
      // A shift modulo one keeps the steps up to rounding.
      assertThat(last[i] - last[i - 1]).isCloseTo(0.1, within(1e-15));
    }
  }

  @Test
  void hammersley_ofOneAxis_isAnEvenGrid() {
    Matrix points = InitialDesign.points(Design.HAMMERSLEY, 4, UnitBox.continuous(1), stream(1));
    double[] sorted = Arrays.stream(points.column(0)).sorted().toArray();
    assertThat(sorted[3] - sorted[0]).isCloseTo(0.75, within(1e-15));
  }

  @Test
  void grid_square_isTheMiddlesOfItsCells() {
    Matrix points = InitialDesign.points(Design.GRID, 4, UnitBox.continuous(2), stream(1));
    assertThat(distinct(points))
        .containsExactlyInAnyOrder(
            List.of(0.25, 0.25), List.of(0.25, 0.75), List.of(0.75, 0.25), List.of(0.75, 0.75));
  }

  @Test
  void sobol_onATriangularPool_doesNotCrowdItsDiagonal() {
    Matrix pool = trianglePool();
    int onDiagonal = 0;
    for (int seed = 0; seed < 20; seed++) {
      Matrix points =
          InitialDesign.points(Design.SOBOL_SCRAMBLED, 8, UnitBox.ofPool(pool), stream(100 + seed));
      for (int i = 0; i < 8; i++) {
        onDiagonal += points.get(i, 0) - points.get(i, 1) < 0.05 ? 1 : 0;
      }
    }
    // The two outermost diagonals hold 39 of the 210 members; half of the cube lies beyond them.
    assertThat(onDiagonal / 160.0).isLessThan(0.35);
  }

  @Test
  void nothingAsked_nothingGiven() {
    assertThat(InitialDesign.points(Design.MAXIMIN, 0, UnitBox.continuous(2), stream(1)).rows())
        .isZero();
  }

  /** The lower right half of a 20 × 20 grid, diagonal included: 210 members. */
  private static Matrix trianglePool() {
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      for (int j = 0; j <= i; j++) {
        rows.add(new double[] {i / 19.0, j / 19.0});
      }
    }
    return Matrix.ofRows(rows, 2);
  }

  private static Set<List<Double>> distinct(Matrix points) {
    Set<List<Double>> out = new HashSet<>();
    for (int i = 0; i < points.rows(); i++) {
      out.add(Arrays.stream(points.row(i)).boxed().toList());
    }
    return out;
  }
}

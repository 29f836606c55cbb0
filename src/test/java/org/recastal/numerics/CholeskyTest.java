package org.recastal.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recastal.RecastAlException;

/** Against EJML. */
class CholeskyTest {

  /** Condition number of the test matrices (about 10³) times rounding, with room. */
  private static final double TOLERANCE = 1e-11;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 17, 33, 100, 131, 290})
  void factor_spdMatrix_agreesWithEjml(int n) {
    Matrix a = spd(n);
    DMatrixRMaj oracle = new DMatrixRMaj(n, n, true, a.data());
    DMatrixRMaj inverse = new DMatrixRMaj(n, n);
    CommonOps_DDRM.invert(oracle, inverse);
    Cholesky factor = Cholesky.of(a);
    assertThat(factor.jitter()).isZero();
    assertThat(factor.size()).isEqualTo(n);
    assertThat(Math.exp(factor.logDeterminant() / n))
        .isCloseTo(Math.pow(CommonOps_DDRM.det(oracle), 1.0 / n), within(TOLERANCE));
    assertClose(factor.inverse().data(), inverse.data);
    double[] b = RandomStream.named(1, n, "b").doubles(n).toArray();
    DMatrixRMaj x = new DMatrixRMaj(n, 1);
    CommonOps_DDRM.solve(oracle, new DMatrixRMaj(n, 1, true, b), x);
    assertClose(factor.solve(b), x.data);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 31, 32, 100})
  void inPlaceOfLower_onlyLowerTriangle_isTheFactorOfTheWhole(int n) {
    double[][] lower = new double[n][];
    double[][] whole = new double[n][];
    for (int i = 0; i < n; i++) {
      whole[i] = spd(n).row(i);
      lower[i] = whole[i].clone();
      Arrays.fill(lower[i], i + 1, n, Double.NaN);
    }
    // The same numbers, so the same bits.
    assertThat(Cholesky.inPlaceOfLower(lower).orElseThrow().inverse())
        .isEqualTo(Cholesky.inPlace(whole).orElseThrow().inverse());
  }

  @Test
  void solveLower_oneSide_equalsManySides() {
    Cholesky factor = Cholesky.of(spd(23));
    double[] side = RandomStream.named(2, 0, "b").doubles(23).toArray();
    assertClose(factor.solveLower(new Matrix(23, 1, side)).data(), factor.solveLower(side));
  }

  @Test
  void solveLower_manySides_equalsOneByOne() {
    Cholesky factor = Cholesky.of(spd(23));
    Matrix sides = new Matrix(23, 7, RandomStream.named(2, 0, "b").doubles(23 * 7).toArray());
    Matrix solved = factor.solveLower(sides);
    for (int j = 0; j < 7; j++) {
      assertClose(solved.column(j), factor.solveLower(sides.column(j)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 8})
  void extendedBy_border_equalsFactorOfTheWhole(int k) {
    Matrix whole = spd(20 + k);
    Cholesky extended =
        Cholesky.of(block(whole, 0, 20, 0, 20))
            .extendedBy(block(whole, 0, 20, 20, 20 + k), block(whole, 20, 20 + k, 20, 20 + k));
    assertClose(extended.inverse().data(), Cholesky.of(whole).inverse().data());
  }

  @Test
  void trailing_inverse_isTheLastBlockOfTheInverse() {
    Cholesky factor = Cholesky.of(spd(23));
    Matrix whole = factor.inverse();
    Matrix last = factor.trailing(18).inverse();
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 5; j++) {
        assertThat(last.get(i, j)).isCloseTo(whole.get(18 + i, 18 + j), within(TOLERANCE));
      }
    }
  }

  @Test
  void of_singularMatrix_climbsTheLadderAndSaysSo() {
    double[] ones = new double[9];
    Arrays.fill(ones, 1);
    Cholesky factor = Cholesky.of(new Matrix(3, 3, ones));
    assertThat(factor.jitter()).isPositive().isLessThan(1e-9);
    assertThat(factor.logDeterminant()).isFinite();
  }

  @Test
  void extendedBy_aPointTwice_climbsTheLadder() {
    Cholesky one = Cholesky.of(new Matrix(1, 1, new double[] {1}));
    Matrix same = new Matrix(1, 1, new double[] {1});
    assertThat(one.extendedBy(same, same).jitter()).isPositive().isLessThan(1e-9);
  }

  @Test
  void of_indefiniteOrNotFinite_saysWhatToDo() {
    Matrix indefinite = new Matrix(2, 2, new double[] {1, 2, 2, 1});
    Matrix broken = new Matrix(1, 1, new double[] {Double.NaN});
    assertThatExceptionOfType(RecastAlException.class)
        .isThrownBy(() -> Cholesky.of(indefinite))
        .withMessageContaining("raise the noise");
    assertThatExceptionOfType(RecastAlException.class).isThrownBy(() -> Cholesky.of(broken));
  }

  private static Matrix spd(int n) {
    Matrix a = Matrix.zeros(n, n);
    double[] x = RandomStream.named(3, n, "x").doubles(n).toArray();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        a.data()[i * n + j] = Math.exp(-4 * Math.abs(x[i] - x[j])) + (i == j ? 0.1 : 0);
      }
    }
    return a;
  }

  private static Matrix block(Matrix a, int top, int bottom, int left, int right) {
    Matrix out = Matrix.zeros(bottom - top, right - left);
    for (int i = top; i < bottom; i++) {
      for (int j = left; j < right; j++) {
        out.data()[(i - top) * out.columns() + j - left] = a.get(i, j);
      }
    }
    return out;
  }

  private static void assertClose(double[] actual, double[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i]).isCloseTo(expected[i], within(TOLERANCE));
    }
  }
}

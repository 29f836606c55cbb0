package org.recastal.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class BoundedNewtonTest {

  // A scaled gradient of 1e-8 leaves about 1e-8 of a standard deviation in every variable.
  private static final double TIGHT = 1e-7;

  private static final double INFINITE = Double.POSITIVE_INFINITY;

  /** A function whose derivatives are given term by term. */
  private interface Terms {
    double fill(double[] x, double[] gradient, double[] hessian);
  }

  private static BoundedNewton.Objective objective(int d, Terms terms) {
    return new BoundedNewton.Objective() {
      @Override
      public int dimension() {
        return d;
      }

      @Override
      public double value(double[] x) {
        return terms.fill(x, new double[d], new double[d * d]);
      }

      @Override
      public double hessian(double[] x, double[] gradient, double[] hessian) {
        Arrays.fill(gradient, 0);
        Arrays.fill(hessian, 0);
        return terms.fill(x, gradient, hessian);
      }
    };
  }

  private static BoundedNewton.Minimum minimise(
      BoundedNewton.Objective objective, double[] start, double lower, double upper) {
    double[] low = new double[start.length];
    double[] high = new double[start.length];
    Arrays.fill(low, lower);
    Arrays.fill(high, upper);
    return BoundedNewton.tight().minimise(objective, start, low, high);
  }

  /** Rosenbrock's valley, minimum 0 at (1, 1). */
  private static double rosenbrock(double[] x, double[] g, double[] h) {
    double a = x[1] - x[0] * x[0];
    double b = 1 - x[0];
    g[0] = -400 * x[0] * a - 2 * b;
    g[1] = 200 * a;
    h[0] = 1200 * x[0] * x[0] - 400 * x[1] + 2;
    h[1] = -400 * x[0];
    h[2] = h[1];
    h[3] = 200;
    return 100 * a * a + b * b;
  }

  /** Twice the deviance of n counts at rate x · n, for a huge and a small n. */
  private static double counts(double[] x, double[] g, double[] h) {
    double[] n = {1e11, 3};
    double sum = 0;
    for (int i = 0; i < 2; i++) {
      if (!(x[i] > 0)) {
        return INFINITE;
      }
      sum += 2 * n[i] * (x[i] - 1 - Math.log(x[i]));
      g[i] = 2 * n[i] * (1 - 1 / x[i]);
      h[i * 3] = 2 * n[i] / (x[i] * x[i]);
    }
    return sum;
  }

  @Test
  void minimise_curvedValley_reachesTheBottom() {
    BoundedNewton.Minimum minimum =
        minimise(objective(2, BoundedNewtonTest::rosenbrock), new double[] {-1.2, 1}, -5, 5);
    assertThat(minimum.converged()).isTrue();
    assertThat(minimum.point()).containsExactly(new double[] {1, 1}, within(TIGHT));
    assertThat(minimum.active()).isEmpty();
  }

  @Test
  void minimise_bottomOutsideTheBox_stopsAtTheWall() {
    BoundedNewton.Minimum minimum =
        minimise(objective(2, BoundedNewtonTest::rosenbrock), new double[] {-1.2, 0}, -5, 0.5);
    assertThat(minimum.converged()).isTrue();
    assertThat(minimum.active()).containsExactly(0);
    assertThat(minimum.point()).containsExactly(new double[] {0.5, 0.25}, within(TIGHT));
  }

  @Test
  void minimise_scalesElevenOrdersApart_resolvesBoth() {
    BoundedNewton.Minimum minimum =
        minimise(objective(2, BoundedNewtonTest::counts), new double[] {1.7, 0.2}, 1e-10, 10);
    assertThat(minimum.converged()).isTrue();
    assertThat(minimum.point()).containsExactly(new double[] {1, 1}, within(TIGHT));
  }

  @Test
  void minimise_notFiniteBeyondAPoint_shortensTheStep() {
    Terms wall =
        (x, g, h) -> {
          g[0] = 1 - 1e-3 / (x[0] - 1);
          h[0] = 1e-3 / ((x[0] - 1) * (x[0] - 1));
          return x[0] > 1 ? x[0] - 1e-3 * Math.log(x[0] - 1) : Double.NaN;
        };
    BoundedNewton.Minimum minimum = minimise(objective(1, wall), new double[] {9}, -1e7, 1e7);
    assertThat(minimum.converged()).isTrue();
    assertThat(minimum.point()[0]).isCloseTo(1.001, within(TIGHT));
  }

  @Test
  void minimise_notFiniteAtTheStart_saysSo() {
    BoundedNewton.Minimum minimum =
        minimise(objective(1, (x, g, h) -> Double.NaN), new double[] {9}, 0, 10);
    assertThat(minimum.converged()).isFalse();
    assertThat(minimum.value()).isInfinite();
  }

  @Test
  void minimise_straightLine_endsInTheCorner() {
    Terms line =
        (x, g, h) -> {
          g[0] = 2;
          return 2 * x[0];
        };
    BoundedNewton.Minimum minimum = minimise(objective(1, line), new double[] {1}, 0, 1e7);
    assertThat(minimum.converged()).isTrue();
    assertThat(minimum.point()).containsExactly(0);
  }

  @Test
  void minimise_variableThatDoesNothing_staysWhereItStarted() {
    Terms bowl =
        (x, g, h) -> {
          g[0] = 2 * (x[0] - 3);
          h[0] = 2;
          return (x[0] - 3) * (x[0] - 3);
        };
    BoundedNewton.Minimum minimum = minimise(objective(2, bowl), new double[] {1, 1}, 0, 10);
    assertThat(minimum.converged()).isTrue();
    assertThat(minimum.point()).containsExactly(new double[] {3, 1}, within(TIGHT));
  }

  @Test
  void minimise_equalBounds_fixAVariable() {
    double[] lower = {-5, 2};
    double[] upper = {5, 2};
    BoundedNewton.Minimum minimum =
        BoundedNewton.tight()
            .minimise(
                objective(2, BoundedNewtonTest::rosenbrock), new double[] {1, 0}, lower, upper);
    assertThat(minimum.converged()).isTrue();
    assertThat(minimum.point()[1]).isEqualTo(2);
    assertThat(minimum.active()).isEmpty();
    // The cubic 400 x³ − 798 x − 2 = 0 of ∂f/∂x₁ = 0, near √2.
    ToDoubleFunction<Double> cubic = x -> 400 * x * x * x - 798 * x - 2;
    assertThat(cubic.applyAsDouble(minimum.point()[0])).isCloseTo(0, within(1e-5));
  }

  @Test
  void minimise_saddleAtTheStart_isNotTakenForAMinimum() {
    BoundedNewton.Objective twoWells =
        objective(
            2,
            (x, g, h) -> {
              double well = x[0] * x[0] - 1;
              g[0] = 4 * x[0] * well;
              g[1] = 2 * x[1];
              h[0] = 12 * x[0] * x[0] - 4;
              h[3] = 2;
              return well * well + x[1] * x[1];
            });
    assertThat(minimise(twoWells, new double[] {0, 0}, -5, 5).converged()).isFalse();
    assertThat(minimise(twoWells, new double[] {0.1, 0}, -5, 5).converged()).isTrue();
  }
}

package org.recastal.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleBounds;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recastal.numerics.BoundedQuasiNewton.Minimum;

class BoundedQuasiNewtonTest {

  private static final BoundedQuasiNewton TIGHT = BoundedQuasiNewton.tight(500);

  /** A flat valley lets the point move by the root of the value's tolerance. */
  private static final double POINT = 1e-5;

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 8})
  void minimise_rosenbrockInside_findsOnes(int d) {
    Minimum found = TIGHT.minimise(this::rosenbrock, fill(d, -0.7), fill(d, -2), fill(d, 2));
    assertThat(found.converged()).isTrue();
    assertThat(found.point()).containsExactly(fill(d, 1), within(POINT));
    assertThat(found.evaluations()).isLessThan(60 * d);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.5, 0.25, 0.5, 0.9})
  void minimise_rosenbrockWithActiveBounds_agreesWithBobyqa(double top) {
    double[] lower = fill(3, -2);
    double[] upper = fill(3, top);
    Minimum found = TIGHT.minimise(this::rosenbrock, fill(3, -1), lower, upper);
    double[] best =
        new BOBYQAOptimizer(8, 0.2, 1e-10)
            .optimize(
                GoalType.MINIMIZE,
                new ObjectiveFunction(x -> rosenbrock(x, new double[3])),
                new InitialGuess(fill(3, -1)),
                new SimpleBounds(lower, upper),
                new MaxEval(5000))
            .getPoint();
    assertThat(found.converged()).isTrue();
    assertThat(found.point()).containsExactly(best, within(POINT));
  }

  @Test
  void minimise_quadratic_stopsAtTheBoundsOfTheBox() {
    double[] target = {-3, 0.5, 7};
    Minimum found =
        TIGHT.minimise(
            (x, g) -> {
              double sum = 0;
              for (int i = 0; i < 3; i++) {
                g[i] = 2 * (i + 1) * (x[i] - target[i]);
                sum += (i + 1) * (x[i] - target[i]) * (x[i] - target[i]);
              }
              return sum;
            },
            fill(3, 0.1),
            fill(3, 0),
            fill(3, 1));
    assertThat(found.converged()).isTrue();
    assertThat(found.point()).containsExactly(new double[] {0, 0.5, 1}, within(1e-9));
  }

  @Test
  void minimise_valuesNotFiniteOnTheWay_backsOff() {
    // x − log x has its minimum at 1; the first steps would leave its domain.
    Minimum found =
        TIGHT.minimise(
            (x, g) -> {
              g[0] = 1 - 1 / x[0];
              return x[0] > 0 ? x[0] - Math.log(x[0]) : Double.NaN;
            },
            fill(1, 40),
            fill(1, -1000),
            fill(1, 1000));
    assertThat(found.point()[0]).isCloseTo(1, within(POINT));
  }

  @Test
  void minimise_startNotFinite_saysSo() {
    Minimum found = TIGHT.minimise((x, g) -> Double.NaN, fill(1, 0), fill(1, -1), fill(1, 1));
    assertThat(found.converged()).isFalse();
    assertThat(found.value()).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void minimise_fewIterations_saysNotConverged() {
    Minimum found =
        BoundedQuasiNewton.tight(2)
            .minimise(this::rosenbrock, fill(2, -0.7), fill(2, -2), fill(2, 2));
    assertThat(found.converged()).isFalse();
  }

  /** Σ 100 (x_{i+1} − x_i²)² + (1 − x_i)². */
  private double rosenbrock(double[] x, double[] gradient) {
    Arrays.fill(gradient, 0);
    double sum = 0;
    for (int i = 0; i + 1 < x.length; i++) {
      double valley = x[i + 1] - x[i] * x[i];
      sum += 100 * valley * valley + (1 - x[i]) * (1 - x[i]);
      gradient[i] += -400 * x[i] * valley - 2 * (1 - x[i]);
      gradient[i + 1] += 200 * valley;
    }
    return sum;
  }

  private static double[] fill(int d, double value) {
    double[] out = new double[d];
    Arrays.fill(out, value);
    return out;
  }
}

package org.recastal.surrogate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.RandomStream;
import org.recastal.numerics.SobolPoints;

class KernelChoiceTest {

  private static KernelChoice choice(int points, DoubleBinaryOperator value) {
    return choice(points, value, GpSettings.DEFAULT);
  }

  private static KernelChoice choice(int points, DoubleBinaryOperator value, GpSettings settings) {
    Matrix inputs = SobolPoints.plain(1, points, 2);
    double[] values = new double[points];
    for (int i = 0; i < points; i++) {
      values[i] = value.applyAsDouble(inputs.get(i, 0), inputs.get(i, 1));
    }
    return KernelChoice.of(
        TrainingSet.exact(inputs, new Matrix(points, 1, values)),
        settings,
        Optional.empty(),
        RandomStream.named(1, 0, "kernel"));
  }

  private static double smooth(double x, double y) {
    return Math.sin(3 * x + 2 * y);
  }

  /** Ridges without a derivative. */
  private static double ridges(double x, double y) {
    return Math.abs(Math.sin(9 * x)) + Math.abs(Math.sin(7 * (x + y)));
  }

  @Test
  void of_aVerySmoothMap_isTheGaussianKernel() {
    KernelChoice choice = choice(40, KernelChoiceTest::smooth);

    assertThat(choice.kernel()).isEqualTo(Kernel.RBF);
    assertThat(choice.lead()).isGreaterThan(KernelChoice.MARGIN);
    assertThat(choice.sentence()).startsWith("kernel rbf: its log evidence on 40 answers is ");
  }

  /** One slanted direction fits none of the two ridges: a smooth kernel calls them noise then. */
  @Test
  void of_ridgesPerAxis_isNoSmootherThanTheUsualOne() {
    GpSettings perAxis = new GpSettings(Kernel.MATERN52, AxisLengths.PER_AXIS, 1e-6, 0.1);

    assertThat(choice(60, KernelChoiceTest::ridges, perAxis).kernel())
        .isIn(Kernel.MATERN32, Kernel.MATERN52);
  }

  @Test
  void of_fewAnswers_isTheUsualOneAndSaysSo() {
    KernelChoice choice = choice(11, KernelChoiceTest::smooth);

    assertThat(choice.kernel()).isEqualTo(Kernel.MATERN32);
    assertThat(choice.sentence())
        .isEqualTo(
            "kernel matern32, the usual one: 11 answers say nothing of smoothness, 12 might");
  }

  @Test
  void of_equalAnswers_isEqual() {
    assertThat(choice(20, KernelChoiceTest::ridges))
        .isEqualTo(choice(20, KernelChoiceTest::ridges));
  }
}

package org.recastal.surrogate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.RandomStream;
import org.recastal.numerics.SobolPoints;

class KernelSearchTest {

  private static KernelChoice choice(int points, DoubleBinaryOperator value) {
    return choice(points, value, GpSettings.DEFAULT);
  }

  private static KernelChoice choice(int points, DoubleBinaryOperator value, GpSettings settings) {
    return search(exact(points, value), settings).choice();
  }

  private static TrainingSet exact(int points, DoubleBinaryOperator value) {
    Matrix inputs = SobolPoints.plain(1, points, 2);
    double[] values = new double[points];
    for (int i = 0; i < points; i++) {
      values[i] = value.applyAsDouble(inputs.get(i, 0), inputs.get(i, 1));
    }
    return TrainingSet.exact(inputs, new Matrix(points, 1, values));
  }

  private static KernelSearch search(TrainingSet training, GpSettings settings) {
    return KernelSearch.of(
        training, settings, Optional.empty(), RandomStream.named(1, 0, "kernel"));
  }

  private static double smooth(double x, double y) {
    return Math.sin(3 * x + 2 * y);
  }

  /** Ridges without a derivative. */
  private static double ridges(double x, double y) {
    return Math.abs(Math.sin(9 * x)) + Math.abs(Math.sin(7 * (x + y)));
  }

  private static double creases(double x, double y) {
    return Math.abs(x - 0.4) + Math.abs(y - 0.6);
  }

  @Test
  void of_aVerySmoothMap_isTheGaussianKernel() {
    KernelChoice choice = choice(40, KernelSearchTest::smooth);

    assertThat(choice.kernel()).isEqualTo(Kernel.RBF);
    assertThat(choice.lead()).isGreaterThan(KernelChoice.MARGIN);
    assertThat(choice.sentence()).startsWith("kernel rbf: its log evidence on 40 answers is ");
  }

  /** One slanted direction fits none of the two ridges: a smooth kernel calls them noise then. */
  @Test
  void of_ridgesPerAxis_isNoSmootherThanTheUsualOne() {
    GpSettings perAxis = new GpSettings(Kernel.MATERN52, AxisLengths.PER_AXIS, 1e-6, 0.1);

    assertThat(choice(60, KernelSearchTest::ridges, perAxis).kernel())
        .isIn(Kernel.MATERN32, Kernel.MATERN52);
  }

  @Test
  void of_anExtremum_isTheOneAheadOfTheTwoSmoothOnes() {
    KernelChoice smooth = choice(20, KernelSearchTest::smooth, GpSettings.FOR_EXTREMA);
    KernelChoice rough = choice(40, KernelSearchTest::creases, GpSettings.FOR_EXTREMA);

    assertThat(smooth.kernel()).isEqualTo(Kernel.RBF);
    assertThat(rough.kernel()).isEqualTo(Kernel.MATERN52);
    assertThat(List.of(smooth.lead(), rough.lead())).allMatch(lead -> lead > 0);
  }

  /** Of the same map the transform that undoes the stretch is learnt beside the kernel. */
  @Test
  void of_anExtremumOfStretchedValues_isThatOfTheValuesBeforeTheStretch() {
    assertThat(choice(30, (x, y) -> Math.exp(2 * smooth(x, y)), GpSettings.FOR_EXTREMA).kernel())
        .isEqualTo(Kernel.RBF);
  }

  @Test
  void of_fewAnswers_isTheUsualOneAndSaysSo() {
    KernelChoice choice = choice(11, KernelSearchTest::smooth);

    assertThat(choice.kernel()).isEqualTo(Kernel.MATERN32);
    assertThat(choice.sentence())
        .isEqualTo(
            "kernel matern32, the usual one: 11 answers say nothing of smoothness, 12 might");
  }

  @Test
  void of_equalAnswers_isEqual() {
    assertThat(choice(20, KernelSearchTest::ridges))
        .isEqualTo(choice(20, KernelSearchTest::ridges));
  }

  @Test
  void found_ofAnExtremum_isTheFitOfItsKernel() {
    TrainingSet training = exact(20, KernelSearchTest::smooth);
    KernelSearch search = search(training, GpSettings.FOR_EXTREMA);

    GpSettings settings = GpSettings.FOR_EXTREMA.with(search.choice().kernel());
    WarpFit fit = new WarpFit(training, settings, HyperparameterFit.of(settings).among(2));
    RandomStream random = RandomStream.named(1, 0, "kernel").child(search.choice().kernel().word());

    assertThat(search.found()).contains(fit.search(Optional.empty(), random));
  }

  /** What is fitted afterwards learns more than the search did, or nothing was fitted. */
  @Test
  void found_ofAContourOrFewAnswersOrBounds_isEmpty() {
    TrainingSet training = exact(20, KernelSearchTest::smooth);
    List<Reading> readings = new ArrayList<>(training.readings());
    readings.set(3, Reading.ABOVE);
    TrainingSet bounded =
        new TrainingSet(training.inputs(), training.values(), training.noiseVariance(), readings);

    assertThat(search(training, GpSettings.DEFAULT).found()).isEmpty();
    assertThat(search(exact(11, KernelSearchTest::smooth), GpSettings.FOR_EXTREMA).found())
        .isEmpty();
    assertThat(search(bounded, GpSettings.FOR_EXTREMA).found()).isEmpty();
  }
}

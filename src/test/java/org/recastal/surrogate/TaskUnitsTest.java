package org.recastal.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.recastal.numerics.Matrix;

class TaskUnitsTest {

  /** Sums of ten terms of order 1, and one root. */
  private static final double ROUNDING = 1e-12;

  /** Rises along the first axis. */
  private static final TrainingSet CHEAP = at(IntStream.range(0, 10).mapToDouble(i -> i).toArray());

  /** Values 2, 4, 6 … at places 0.0, 0.1, 0.2 … for steps 0, 1, 2 … */
  private static TrainingSet at(double... steps) {
    List<double[]> places =
        IntStream.range(0, steps.length).mapToObj(i -> new double[] {steps[i] / 10}).toList();
    List<double[]> values =
        IntStream.range(0, steps.length).mapToObj(i -> new double[] {2 + 2 * steps[i]}).toList();
    return TrainingSet.exact(Matrix.ofRows(places, 1), Matrix.ofRows(values, 1));
  }

  private static TrainingSet scaled(TrainingSet set, double shift, double factor) {
    double[] values = set.values().data().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = shift + factor * values[i];
    }
    return TrainingSet.exact(set.inputs(), new Matrix(values.length, 1, values));
  }

  @Test
  void of_expensiveValuesAtOneEnd_areInTheUnitsOfAllCheapOnes() {
    for (double factor : new double[] {3, -3}) {
      TaskUnits units = TaskUnits.of(CHEAP, scaled(at(0, 1, 3, 4), 5, factor));

      // All cheap values have the mean 11; the expensive ones would have 5 + factor · 11 there.
      assertThat(units.expensive().mean()[0]).isCloseTo(5 + factor * 11, within(ROUNDING));
      assertThat(units.expensive().scale()[0])
          .isCloseTo(3 * units.cheap().scale()[0], within(ROUNDING));
    }
  }

  @Test
  void of_expensiveValuesBesideEqualCheapOnes_areStandardisedByThemselves() {
    TrainingSet flat = scaled(CHEAP, 7, 0);
    TrainingSet expensive = at(0, 1, 3, 4);

    assertThat(TaskUnits.of(flat, expensive).expensive().mean()[0])
        .isCloseTo(Standardisation.of(expensive).mean()[0], within(ROUNDING));
  }

  @Test
  void of_oneExpensiveValue_isItsOwnMean() {
    TaskUnits units = TaskUnits.of(CHEAP, at(3));

    assertThat(units.expensive().mean()[0]).isEqualTo(8);
    assertThat(units.expensive().scale()[0]).isEqualTo(1);
  }
}

package org.recastal.acquisition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.recastal.acquisition.StrategySettings.Name;
import org.recastal.acquisition.Target.LevelSet;
import org.recastal.acquisition.design.Design;
import org.recastal.acquisition.design.InitialDesign;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.RandomStream;
import org.recastal.surrogate.GaussianProcess;
import org.recastal.surrogate.GpSettings;
import org.recastal.surrogate.TrainingSet;

/** When a strategy that looks ahead believes its surrogate, and when a point explores instead. */
class LookaheadStrategyTest {

  @Test
  void choose_withSevenAnswersThatAgree_letsTheEighthPointExplore() {
    assertThat(exploring(batch(7, 1, x -> x[0] - 0.3))).containsExactly(0);
  }

  @Test
  void choose_withEightAnswersThatAgree_neverExplores() {
    assertThat(exploring(batch(8, 8, x -> x[0] - 0.3))).isEmpty();
  }

  @Test
  void choose_withAnswersThatExplainNothing_letsEveryEighthPointExplore() {
    assertThat(exploring(batch(9, 8, x -> Math.sin(1000 * x[0] * x[1])))).containsExactly(6);
  }

  private static List<Suggestion> batch(int known, int size, ToDoubleFunction<double[]> answer) {
    Matrix inputs =
        InitialDesign.points(
            Design.SOBOL_SCRAMBLED, known, UnitBox.continuous(2), stream("observed"));
    double[] answers = new double[known];
    for (int i = 0; i < known; i++) {
      answers[i] = answer.applyAsDouble(inputs.row(i));
    }
    TrainingSet told = TrainingSet.exact(inputs, new Matrix(known, 1, answers));
    GaussianProcess surrogate =
        GaussianProcess.fit(told, GpSettings.DEFAULT, Optional.empty(), stream("fit"));
    Situation situation =
        new Situation(
            surrogate,
            told,
            inputs,
            Matrix.zeros(0, 2),
            UnitBox.continuous(2),
            new Target.LevelSets(List.of(new LevelSet(0, 0, 1))),
            StrategyMemory.NONE,
            stream("choose"));
    return Strategies.of(StrategySettings.of(Name.SUR)).choose(situation, size).suggestions();
  }

  /** Their places in the batch. */
  private static List<Integer> exploring(List<Suggestion> batch) {
    return batch.stream().filter(s -> s.why().startsWith("explores")).map(batch::indexOf).toList();
  }

  private static RandomStream stream(String purpose) {
    return RandomStream.named(5, 1, purpose);
  }
}

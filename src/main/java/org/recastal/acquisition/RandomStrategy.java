package org.recastal.acquisition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.recastal.acquisition.design.Design;
import org.recastal.acquisition.design.InitialDesign;
import org.recastal.numerics.Matrix;

/** Points at random, whatever is known: the baseline that every other strategy must beat. */
final class RandomStrategy implements Strategy {

  @Override
  public Batch choose(Situation situation, int size) {
    Matrix points =
        InitialDesign.points(
            Design.RANDOM, size, situation.space(), situation.taken(), situation.random());
    List<Suggestion> suggestions = new ArrayList<>();
    for (int i = 0; i < points.rows(); i++) {
      suggestions.add(
          new Suggestion(Arrays.stream(points.row(i)).boxed().toList(), 0, "drawn at random"));
    }
    return new Batch(suggestions, StrategyMemory.NONE);
  }
}

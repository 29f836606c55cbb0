package org.recastal.acquisition;

import java.util.ArrayList;
import java.util.List;
import org.recastal.numerics.Matrix;

/** Half of a batch by one strategy, the rest by another that sees the first half as running. */
final class Mixture implements Strategy {

  private final Strategy first;
  private final Strategy second;

  Mixture(Strategy first, Strategy second) {
    this.first = first;
    this.second = second;
  }

  @Override
  public Batch choose(Situation situation, int size) {
    List<Suggestion> all = new ArrayList<>(first.choose(situation, (size + 1) / 2).suggestions());
    Matrix chosen =
        Matrix.ofRows(
            all.stream()
                .map(s -> s.unitPoint().stream().mapToDouble(Double::doubleValue).toArray())
                .toList(),
            situation.space().dimension());
    Situation rest =
        new Situation(
            situation.surrogate(),
            situation.observations(),
            situation.taken().stackedOn(chosen),
            situation.pending().stackedOn(chosen),
            situation.space(),
            situation.target(),
            situation.memory(),
            situation.random().child("rest"));
    all.addAll(second.choose(rest, size - all.size()).suggestions());
    return new Batch(all, StrategyMemory.NONE);
  }
}

package org.recastal.acquisition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recastal.acquisition.Suggestion.Expectation;
import org.recastal.surrogate.WarpedSurrogate;

/**
 * A strategy for extrema that looks at a warped surrogate from inside, where beliefs are Gaussian:
 * the order of the values is the same there. What it expects is told in the units of the values.
 */
record InWarpedUnits(Strategy strategy) implements Strategy {

  @Override
  public Batch choose(Situation situation, int size) {
    if (!(situation.surrogate() instanceof WarpedSurrogate warped)) {
      return strategy.choose(situation, size);
    }
    Situation inside =
        new Situation(
            warped.inside(),
            warped.inside(situation.observations()),
            situation.taken(),
            situation.pending(),
            situation.space(),
            situation.target(),
            situation.memory(),
            situation.random());
    Batch batch = strategy.choose(inside, size);
    List<Suggestion> told = new ArrayList<>();
    for (Suggestion s : batch.suggestions()) {
      Optional<Expectation> expected = s.expected().map(e -> outside(e, warped));
      told.add(new Suggestion(s.unitPoint(), s.score(), s.why(), expected));
    }
    return new Batch(told, batch.memory());
  }

  private static Expectation outside(Expectation inside, WarpedSurrogate warped) {
    double mean = inside.mean().get(0);
    double deviation = inside.deviation().get(0);
    return new Expectation(
        List.of(warped.median(mean)), List.of(warped.deviation(mean, deviation)));
  }
}

package org.recastal.surrogate;

import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Hyperparameters of answers some of which are inequalities. The gradient of the evidence that
 * expectation propagation estimates is that of the marginal likelihood with the sites held fast
 * (Rasmussen and Williams 2006, §5.5.2), so both are improved in turn, from a fit of the values
 * alone.
 *
 * @param training the answers
 * @param fit the fit of ordinary values from an earlier result
 * @param resolved the answers as ordinary values, given hyperparameters
 */
record CensoredFit<H>(
    TrainingSet training,
    BiFunction<TrainingSet, Optional<H>, H> fit,
    Function<H, TrainingSet> resolved) {

  /** Fewer values than these say nothing of a kernel. */
  private static final int FEWEST_VALUES = 3;

  private static final int TURNS = 3;

  /** The result of the last turn. */
  H search(Optional<H> warmStart, H blind) {
    if (!training.hasBounds()) {
      return fit.apply(training, warmStart);
    }
    TrainingSet values = training.only(Set.of(Reading.VALUE));
    H found = values.size() < FEWEST_VALUES ? blind : fit.apply(values, warmStart);
    for (int turn = 0; turn < TURNS; turn++) {
      found = fit.apply(resolved.apply(found), Optional.of(found));
    }
    return found;
  }
}

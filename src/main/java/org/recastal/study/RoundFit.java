package org.recastal.study;

import java.util.Optional;
import org.recastal.surrogate.Hyperparameters;
import org.recastal.surrogate.KernelChoice;
import org.recastal.surrogate.TwoTaskHyperparameters;

/**
 * What was learnt of the kernel after a round.
 *
 * @param round 0 after the start
 * @param hyperparameters of the surrogate on all points answered by then
 * @param twoTasks where cheap values guide the answers: the same with what ties both together
 * @param kernel the choice of the kernel, where the spec leaves it to the evidence
 */
public record RoundFit(
    int round,
    Hyperparameters hyperparameters,
    Optional<TwoTaskHyperparameters> twoTasks,
    Optional<KernelChoice> kernel) {

  /** A fit of the answers alone. */
  public RoundFit(int round, Hyperparameters hyperparameters) {
    this(round, hyperparameters, Optional.empty(), Optional.empty());
  }

  /** A fit of answers and cheap values. */
  public static RoundFit of(int round, TwoTaskHyperparameters twoTasks) {
    return new RoundFit(round, twoTasks.ofExpensive(), Optional.of(twoTasks), Optional.empty());
  }

  /** Whether no cheap values guide the answers: there are none, or they were found not to help. */
  public boolean isOfAnswersAlone() {
    return twoTasks.isEmpty();
  }

  /** The same with the kernel that was chosen. */
  public RoundFit with(Optional<KernelChoice> choice) {
    return new RoundFit(round, hyperparameters, twoTasks, choice);
  }

  /** The same for values as they are, such as those of other columns than the fit's. */
  RoundFit unwarped() {
    return new RoundFit(round, hyperparameters.withPower(1), twoTasks, kernel);
  }
}

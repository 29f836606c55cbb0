package org.recastal.acquisition;

import java.util.Optional;
import org.recastal.acquisition.Target.Minimum;
import org.recastal.acquisition.score.ExpectedImprovement;
import org.recastal.acquisition.score.LowestMean;
import org.recastal.acquisition.score.Score;

/**
 * Expected improvement and lowest mean take turns. Every other point goes where the surrogate
 * expects the lowest value, which closes in on a minimum in few steps; the points between maximise
 * the improvement that is expected beyond that one, as if it had been answered, so that they look
 * for what exploiting would not find, and count less the more of their {@link Surroundings} lies
 * outside of the space. A surrogate that expects next to nothing anywhere knows all or is wrong:
 * then such a point goes where no other is near, and so does one now and then as in {@link
 * ScoreStrategy}.
 *
 * <p>The lowest mean is passed over when it lies beside a point that still runs or on one that is
 * known: a batch exploits once.
 */
final class TurnsStrategy implements Strategy {

  /** A tenth of every axis, as the start looks at them. */
  private static final Surroundings SURROUNDINGS = new Surroundings(0.1);

  /** Of the spread of the values. */
  private static final double NEXT_TO_NOTHING = 1e-5;

  private final StrategySettings settings;

  TurnsStrategy(StrategySettings settings) {
    this.settings = settings;
  }

  @Override
  public Batch choose(Situation situation, int size) {
    if (!(situation.target() instanceof Minimum minimum)) {
      throw Scores.noContour(settings.name());
    }
    int known = situation.taken().rows();
    BatchInProgress batch = new BatchInProgress(situation, settings.batch(), size);
    boolean more = true;
    while (more && batch.size() < size) {
      more = next(batch, minimum.line(), known + batch.size());
    }
    return new Batch(batch.suggestions(), StrategyMemory.NONE);
  }

  private boolean next(BatchInProgress batch, int line, int known) {
    ExpectedImprovement improvement = Scores.beyondBelieved(settings, line, batch.belief());
    if (settings.explores(known)) {
      return batch.explore(improvement);
    }
    Score mean = new LowestMean(improvement.incumbent());
    Optional<Candidate> lowest = batch.nominateApart(mean);
    if (lowest.isPresent() && known % 2 == 1) {
      batch.accept(
          batch.judged(lowest.get(), improvement), mean.word() + ", expected improvement ");
      return true;
    }
    Optional<Candidate> best =
        batch.nominateBeside(lowest, b -> Scores.beyondBelieved(settings, line, b), SURROUNDINGS);
    if (best.isPresent() && improvement.natural(best.get().value()) < NEXT_TO_NOTHING) {
      return batch.explore(improvement);
    }
    best.ifPresent(b -> batch.accept(b, improvement.word() + " "));
    return best.isPresent();
  }
}

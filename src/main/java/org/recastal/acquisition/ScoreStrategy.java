package org.recastal.acquisition;

import java.util.List;
import org.recastal.acquisition.score.Score;

/**
 * One score, climbed again for every point of the batch after the points before are believed. Now
 * and then a point goes where no other is near, whatever the surrogate says: a surrogate that is
 * wrong (everything noise, one axis without effect) cannot find that out from the points that it
 * asks for itself.
 */
final class ScoreStrategy implements Strategy {

  private final StrategySettings settings;

  ScoreStrategy(StrategySettings settings) {
    this.settings = settings;
  }

  @Override
  public Batch choose(Situation situation, int size) {
    BatchInProgress batch = new BatchInProgress(situation, settings.batch(), size);
    while (batch.size() < size) {
      Score score = Scores.of(settings, situation.target(), batch.belief());
      boolean done = explores(situation, batch) ? batch.explore(score) : exploit(batch, score);
      if (!done) {
        break;
      }
    }
    return new Batch(batch.suggestions(), StrategyMemory.NONE);
  }

  private static boolean exploit(BatchInProgress batch, Score score) {
    List<Candidate> nominated = batch.nominate(List.of(score));
    nominated.forEach(best -> batch.accept(best, score.word() + " "));
    return !nominated.isEmpty();
  }

  /** Counts the points of the whole scan, so that batches of one explore as often as large ones. */
  private boolean explores(Situation situation, BatchInProgress batch) {
    int every = settings.exploreEvery();
    return every > 0 && (situation.taken().rows() + batch.size()) % every == every - 1;
  }
}

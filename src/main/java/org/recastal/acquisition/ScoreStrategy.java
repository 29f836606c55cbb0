package org.recastal.acquisition;

import java.util.List;
import org.recastal.acquisition.score.Score;

/** One score, climbed again for every point of the batch after the points before are believed. */
final class ScoreStrategy implements Strategy {

  private final StrategySettings settings;

  ScoreStrategy(StrategySettings settings) {
    this.settings = settings;
  }

  @Override
  public Batch choose(Situation situation, int size) {
    BatchInProgress batch = new BatchInProgress(situation, settings.batch());
    while (batch.size() < size) {
      Score score = Scores.of(settings, situation.target(), batch.belief());
      List<Candidate> nominated = batch.nominate(List.of(score));
      if (nominated.isEmpty()) {
        break;
      }
      batch.accept(nominated.get(0), score.word() + " ");
    }
    return new Batch(batch.suggestions(), StrategyMemory.NONE);
  }
}

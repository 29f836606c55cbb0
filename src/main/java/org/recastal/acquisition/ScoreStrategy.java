package org.recastal.acquisition;

import java.util.List;
import org.recastal.acquisition.Target.LevelSets;
import org.recastal.acquisition.score.Score;
import org.recastal.acquisition.score.Straddle;

/**
 * One score, climbed again for every point of the batch after the points before are believed. Now
 * and then a point goes where no other is near, whatever the surrogate says: a surrogate that is
 * wrong (everything noise, one axis without effect) cannot find that out from the points that it
 * asks for itself.
 *
 * <p>The contour's confidence bound is a straddle whose width follows the surrogate (Lyu, Binois,
 * Ludkovski 2021, arXiv:1807.06712, §3.2), the randomised straddle one whose squared width is drawn
 * from χ² with two degrees of freedom for every point (Inatsu et al. 2024, arXiv:2408.03144).
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
      Score score = score(situation, batch);
      boolean explores = settings.explores(situation.taken().rows() + batch.size());
      boolean done = explores ? batch.explore(score) : exploit(batch, score);
      if (!done) {
        break;
      }
    }
    return new Batch(batch.suggestions(), StrategyMemory.NONE);
  }

  private Score score(Situation situation, BatchInProgress batch) {
    if (situation.target() instanceof LevelSets target) {
      if (settings.name() == StrategySettings.Name.CONTOUR_UCB) {
        return new Straddle(target.sets(), batch.adaptedWidth(target));
      }
      if (settings.name() == StrategySettings.Name.RANDOMISED_STRADDLE) {
        double uniform = situation.random().child("width " + batch.size()).nextDouble();
        return new Straddle(target.sets(), Math.sqrt(-2 * Math.log1p(-uniform)));
      }
    }
    return Scores.of(settings, situation.target(), batch.belief());
  }

  private static boolean exploit(BatchInProgress batch, Score score) {
    List<Candidate> nominated = batch.nominate(List.of(score));
    nominated.forEach(best -> batch.accept(best, score.word() + " "));
    return !nominated.isEmpty();
  }
}

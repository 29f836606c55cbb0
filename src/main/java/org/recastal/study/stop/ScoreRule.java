package org.recastal.study.stop;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.recastal.acquisition.Suggestion;
import org.recastal.study.Decision;

/** Ends when the best score of the next batch is below {@code stop: {score-below: X}}. */
final class ScoreRule implements StopRule {

  static final String NAME = "score-below";

  @Override
  public Optional<Decision> judge(Standing s) {
    OptionalDouble threshold = s.spec().stop().scoreBelow();
    if (threshold.isEmpty()) {
      return Optional.empty();
    }
    OptionalDouble best =
        s.next().get().suggestions().stream()
            .mapToDouble(Suggestion::score)
            .filter(Double::isFinite)
            .max();
    if (best.isEmpty() || best.getAsDouble() >= threshold.getAsDouble()) {
      return Optional.empty();
    }
    String reason =
        String.format(
            Locale.ROOT,
            "the best score of the next batch is %.3g, below %s",
            best.getAsDouble(),
            threshold.getAsDouble());
    return StopRule.stop(s, NAME, best.getAsDouble(), reason);
  }
}

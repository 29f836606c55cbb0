package org.recastal.study.stop;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.recastal.study.Decision;
import org.recastal.study.RoundSummary;
import org.recastal.study.spec.StopSpec;

/** Ends when a figure of the round summaries stays below a threshold for some rounds in a row. */
final class StreakRule implements StopRule {

  private final String name;
  private final String what;
  private final Function<StopSpec, Optional<StopSpec.Streak>> setting;
  private final ToDoubleFunction<RoundSummary> figure;

  private StreakRule(
      String name,
      String what,
      Function<StopSpec, Optional<StopSpec.Streak>> setting,
      ToDoubleFunction<RoundSummary> figure) {
    this.name = name;
    this.what = what;
    this.setting = setting;
    this.figure = figure;
  }

  /** {@code misclassified: {below: 0.01, rounds: 3}}. */
  static StreakRule misclassified() {
    return new StreakRule(
        "misclassified",
        "mean misclassification probability",
        StopSpec::misclassified,
        RoundSummary::misclassified);
  }

  /** {@code contour-moved: {less-than: 0.005, rounds: 2}}. */
  static StreakRule contourMoved() {
    return new StreakRule(
        "contour-moved",
        "fraction of the space that changed sides",
        StopSpec::contourMoved,
        RoundSummary::moved);
  }

  @Override
  public Optional<Decision> judge(Standing s) {
    Optional<StopSpec.Streak> streak = setting.apply(s.spec().stop());
    double now = figure.applyAsDouble(s.summary());
    if (streak.isEmpty() || streakLength(s, streak.get().below()) < streak.get().rounds()) {
      return Optional.empty();
    }
    String reason =
        String.format(
            Locale.ROOT,
            "%s is %.3g, below %s for %d rounds",
            what,
            now,
            streak.get().below(),
            streak.get().rounds());
    return StopRule.stop(s, name, now, reason);
  }

  // NaN (unknown) is not below anything and so breaks a streak. A decision that was taken anew
  // counts once, by its last summary.
  private int streakLength(Standing s, double threshold) {
    Map<Integer, RoundSummary> byRound = new TreeMap<>();
    s.state().summaries().forEach(r -> byRound.put(r.round(), r));
    byRound.put(s.round(), s.summary());
    List<RoundSummary> all = List.copyOf(byRound.values());
    int length = 0;
    for (int i = all.size() - 1; i >= 0 && isBelow(s, all.get(i), threshold); i--) {
      length++;
    }
    return length;
  }

  private boolean isBelow(Standing s, RoundSummary round, double threshold) {
    return s.tellsOfContour(round) && figure.applyAsDouble(round) < threshold;
  }
}

package org.recastal.study.simulate;

import java.time.Duration;
import java.util.List;
import org.recastal.study.Decision;

/**
 * One rehearsed campaign.
 *
 * @param landscape on which
 * @param seed of the campaign and its landscape
 * @param rounds the start, then every round
 * @param told results that the start brought
 * @param failedPoints points without an answer
 * @param end why it ended
 * @param axes how far off its result is, one per parameter
 */
public record CampaignResult(
    LandscapeKind landscape,
    long seed,
    List<RoundResult> rounds,
    int told,
    int failedPoints,
    Decision end,
    List<AxisError> axes) {

  public CampaignResult {
    rounds = List.copyOf(rounds);
    axes = List.copyOf(axes);
  }

  /** Evaluated points. */
  public int points() {
    return rounds.stream().mapToInt(RoundResult::points).sum();
  }

  /** Rounds after the start. */
  public int roundsAfterStart() {
    return rounds.size() - 1;
  }

  public int jobs() {
    return rounds.stream().flatMap(r -> r.cost().stream()).mapToInt(RoundCost::jobs).sum();
  }

  public int failedJobs() {
    return rounds.stream().flatMap(r -> r.cost().stream()).mapToInt(RoundCost::failedJobs).sum();
  }

  public Duration wall() {
    return sum(rounds.stream().flatMap(r -> r.cost().stream()).map(RoundCost::wall).toList());
  }

  /** Time that slots were used, summed over jobs. */
  public Duration busy() {
    return sum(rounds.stream().flatMap(r -> r.cost().stream()).map(RoundCost::busy).toList());
  }

  /** Share of the slots' time that nothing used. */
  public double idle() {
    double available =
        rounds.stream()
            .flatMap(r -> r.cost().stream())
            .mapToDouble(c -> (double) c.wall().toMillis() * c.slots())
            .sum();
    return available > 0 ? 1 - busy().toMillis() / available : 0;
  }

  /** The error after the last round. */
  public double error() {
    return rounds.get(rounds.size() - 1).error();
  }

  private static Duration sum(List<Duration> times) {
    return times.stream().reduce(Duration.ZERO, Duration::plus);
  }
}

package org.recastal.study.simulate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What all the campaigns of a simulation say together.
 *
 * @param simulation what was rehearsed
 * @param campaigns landscape after landscape, seed after seed
 */
public record Forecast(Simulation simulation, List<CampaignResult> campaigns) {

  public Forecast {
    campaigns = List.copyOf(campaigns);
  }

  /**
   * A figure in the middle campaign and in the worst.
   *
   * @param median the lower of the two middle ones of an even number; NaN when no campaign has it
   * @param worst the largest
   */
  public record Figure(double median, double worst) {

    static Figure of(double... values) {
      double[] known = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
      return known.length == 0
          ? new Figure(Double.NaN, Double.NaN)
          : new Figure(known[(known.length - 1) / 2], known[known.length - 1]);
    }
  }

  /** A figure over all campaigns. */
  public Figure figure(ToDoubleFunction<CampaignResult> of) {
    return figure(campaigns.stream(), of);
  }

  /** A figure over the campaigns on one landscape. */
  public Figure figure(LandscapeKind kind, ToDoubleFunction<CampaignResult> of) {
    return figure(on(kind).stream(), of);
  }

  private static Figure figure(Stream<CampaignResult> among, ToDoubleFunction<CampaignResult> of) {
    return Figure.of(among.mapToDouble(of).toArray());
  }

  public List<CampaignResult> on(LandscapeKind kind) {
    return campaigns.stream().filter(c -> c.landscape() == kind).toList();
  }

  /** The largest number of rounds after the start. */
  public int mostRounds() {
    return campaigns.stream().mapToInt(CampaignResult::roundsAfterStart).max().orElse(0);
  }

  /** One round of every campaign that came to it. */
  public List<RoundResult> round(int round) {
    return campaigns.stream()
        .flatMap(c -> c.rounds().stream())
        .filter(r -> r.round() == round)
        .toList();
  }

  /** A figure of one round over the campaigns that came to it. */
  public Figure roundFigure(int round, ToDoubleFunction<RoundResult> of) {
    return Figure.of(round(round).stream().mapToDouble(of).toArray());
  }

  /** A figure of one round over the campaigns on one landscape. */
  public Figure roundFigure(LandscapeKind kind, int round, ToDoubleFunction<RoundResult> of) {
    return Figure.of(
        on(kind).stream()
            .flatMap(c -> c.rounds().stream())
            .filter(r -> r.round() == round)
            .mapToDouble(of)
            .toArray());
  }

  /** How many jobs run at once; empty when the spec submits none. */
  public Optional<Integer> slots() {
    return campaigns.stream()
        .flatMap(c -> c.rounds().stream())
        .flatMap(r -> r.cost().stream())
        .map(RoundCost::slots)
        .findFirst();
  }
}

package org.recastal.study.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.recastal.RecastAlException;
import org.recastal.numerics.Matrix;
import org.recastal.study.Evaluation;
import org.recastal.study.Probes;
import org.recastal.study.spec.ScanSpec;
import org.recastal.study.spec.StepsSpec;

/**
 * What is rehearsed.
 *
 * @param spec of the scan; its own space, start, rounds, surrogate, strategy and stop rules run
 * @param landscapes in place of its evaluator, each of which fits the goal
 * @param seeds campaigns per landscape: the spec's seed and those after it
 * @param times of its jobs; empty when it submits none
 */
public record Simulation(
    ScanSpec spec, List<LandscapeKind> landscapes, int seeds, Optional<JobTimes> times) {

  public Simulation {
    landscapes = List.copyOf(landscapes);
    if (seeds < 1) {
      throw RecastAlException.badInput("--seeds " + seeds + ": expected at least 1");
    }
    for (LandscapeKind kind : landscapes) {
      if (!kind.fits(spec.goal())) {
        throw RecastAlException.badInput(
            "landscape "
                + kind.word()
                + " does not fit the goal; those that do: "
                + String.join(
                    ", ",
                    LandscapeKind.fitting(spec.goal()).stream().map(LandscapeKind::word).toList()));
      }
    }
  }

  /** How many campaigns will run. */
  public int campaigns() {
    return landscapes.size() * seeds;
  }

  /**
   * Runs every campaign; the same simulation gives the same results.
   *
   * @param finished is told each campaign as it ends, perhaps on several threads
   */
  public Forecast run(Consumer<CampaignResult> finished) {
    ScanSpec pooled = Evaluation.of(spec).spec();
    Matrix places = Probes.of(pooled.space());
    if (places.rows() == 0) {
      throw RecastAlException.badInput(
          "no point of the space satisfies the constraints; check them and the bounds");
    }
    List<Start> starts = new ArrayList<>();
    for (LandscapeKind kind : landscapes) {
      for (int i = 0; i < seeds; i++) {
        starts.add(new Start(kind, pooled.withSeed(spec.seed() + i)));
      }
    }
    List<CampaignResult> results =
        starts.parallelStream() // each for itself, kept in order
            .map(
                start -> {
                  CampaignResult result =
                      Campaign.run(start.spec, start.kind, places, executors(start.spec));
                  finished.accept(result);
                  return result;
                })
            .toList();
    return new Forecast(this, results);
  }

  private record Start(LandscapeKind kind, ScanSpec spec) {}

  private Optional<VirtualExecutors> executors(ScanSpec seeded) {
    return times
        .filter(t -> seeded.evaluate() instanceof StepsSpec)
        .map(t -> new VirtualExecutors((StepsSpec) seeded.evaluate(), t, seeded.seed()));
  }
}

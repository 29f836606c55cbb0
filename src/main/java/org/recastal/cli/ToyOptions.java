package org.recastal.cli;

import java.util.Optional;
import org.recastal.RecastAlException;
import org.recastal.likelihood.toys.ToyPlan;
import picocli.CommandLine.Option;

/** The options of toys. */
final class ToyOptions {

  @Option(
      names = "--toys",
      paramLabel = "N",
      description = "Also CLs and limits by N toys per hypothesis and strength.")
  private Integer count;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Seed of the toys (default: 1). The same seed gives the same numbers.")
  private Long seed;

  Optional<ToyPlan> plan(int threads) {
    if (count == null && seed != null) {
      throw RecastAlException.badInput("--seed " + seed + " is for toys: give --toys N, too");
    }
    return Optional.ofNullable(count)
        .map(n -> new ToyPlan(n, Optional.ofNullable(seed).orElse(1L), threads));
  }
}

package org.recastal.cli;

import java.util.List;
import java.util.Optional;
import org.recastal.RecastAlException;
import org.recastal.likelihood.Workspace;
import org.recastal.likelihood.signal.CountingRegion;
import org.recastal.likelihood.signal.CountingWorkspace;
import org.recastal.likelihood.signal.RegionYield;
import org.recastal.likelihood.signal.SignalRegions;
import picocli.CommandLine.Option;

/** The options of a counting experiment, in place of a workspace. */
final class CountingChoice {

  private static final String REGION = "SR";

  @Option(names = "--observed", paramLabel = "N", description = "Counting: events observed.")
  private Double observed;

  @Option(
      names = "--background",
      paramLabel = "B",
      description = "Counting: events expected without signal.")
  private Double background;

  @Option(
      names = "--error",
      paramLabel = "E",
      description = "Counting: standard error of the background, in events (default: none).")
  private Double error;

  @Option(
      names = "--signal",
      paramLabel = "S",
      description = "Counting: events of the signal at μ = 1.")
  private Double signal;

  @Option(
      names = "--signal-error",
      paramLabel = "E",
      description = "Counting: standard error of the signal, in events (default: none).")
  private Double signalError;

  /** The experiment with its signal, if one was given. */
  Optional<Workspace> workspace() {
    if (observed == null && background == null && signal == null) {
      if (error != null || signalError != null) {
        throw incomplete();
      }
      return Optional.empty();
    }
    if (observed == null || background == null || signal == null) {
      throw incomplete();
    }
    check("--observed", observed, observed >= 0, "a number of events");
    check("--background", background, background > 0, "a number of events above 0");
    check("--signal", signal, signal > 0, "a number of events above 0");
    double backgroundError = notNegative("--error", error);
    double ofSignal = notNegative("--signal-error", signalError);
    Workspace counted =
        CountingWorkspace.of(
            List.of(new CountingRegion(REGION, observed, background, backgroundError)));
    RegionYield yield = new RegionYield(REGION, new double[] {signal}, new double[] {ofSignal});
    String measurement = counted.measurements().get(0);
    return Optional.of(SignalRegions.of(counted, measurement).with("--signal", List.of(yield)));
  }

  private static RecastAlException incomplete() {
    return RecastAlException.badInput(
        "a counting experiment takes --observed N --background B --signal S, and --error E of the"
            + " background");
  }

  private static double notNegative(String option, Double value) {
    double number = value == null ? 0 : value;
    check(option, number, number >= 0, "a number of events, 0 or more");
    return number;
  }

  private static void check(String option, double value, boolean good, String expected) {
    if (!good || Double.isInfinite(value)) {
      throw RecastAlException.badInput(option + " " + value + ": expected " + expected);
    }
  }
}

package org.recastal.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.recastal.NearestWord;
import org.recastal.RecastAlException;
import org.recastal.study.ScanFolder;
import org.recastal.study.simulate.Forecast;
import org.recastal.study.simulate.JobTimes;
import org.recastal.study.simulate.LandscapeKind;
import org.recastal.study.simulate.Simulation;
import org.recastal.study.spec.ScanSpec;
import org.recastal.study.spec.ScanSpecReader;
import org.recastal.study.spec.StepsSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Foresees a campaign before any computing time is used. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = {
      "Rehearse the whole campaign of a spec on made-up landscapes, and say what to expect:",
      "rounds, points, jobs, wall time, core-hours, and how well the result will be known.",
      "Nothing runs and nothing is written.",
      "",
      "The landscapes are formulas over the spec's own space, no physics: they stand for the",
      "shapes that limits usually have. Start, rounds, surrogate, strategy and stop rules are",
      "those of the spec; its evaluator is left out, except that a pool of points is kept."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  recast-al simulate scan.yml",
      "  recast-al simulate scan.yml --time generate=2h,fit=10m --fail 0.05",
      "  recast-al simulate scan.yml --landscape edge --seeds 10 --json",
      "",
      "Landscapes for contours: island, band, edge; for the other goals: bump, spike.",
      "Exit codes: 0 done, 2 the spec or an option has mistakes."
    })
final class SimulateCommand implements Callable<Integer> {

  @Parameters(paramLabel = "SPEC", description = "The scan spec, or the folder of a scan.")
  private Path file;

  @Option(
      names = "--landscape",
      paramLabel = "NAME",
      split = ",",
      description = "Only these landscapes (default: all that fit the goal).")
  private List<String> landscapes = new ArrayList<>();

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "3",
      description = "Campaigns per landscape (default: ${DEFAULT-VALUE}).")
  private int seeds;

  @Option(
      names = "--time",
      paramLabel = "STEP=TIME",
      split = ",",
      converter = {StepName.class, TimeSpan.class},
      description =
          "How long a job of a step takes, such as 45s, 10m, 2h30m (default: half the step's"
              + " time-limit, else one minute).")
  private Map<String, Duration> times = new LinkedHashMap<>();

  @Option(
      names = "--spread",
      paramLabel = "S",
      defaultValue = "0.2",
      description = "Relative spread of these times, log-normal (default: ${DEFAULT-VALUE}).")
  private double spread;

  @Option(
      names = "--fail",
      paramLabel = "P",
      defaultValue = "0",
      description = "Probability that a job fails; retried as the spec says (default: 0).")
  private double failure;

  @Option(names = "--json", description = "Print JSON: the figures of every campaign.")
  private boolean json;

  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    Path specFile = Files.isDirectory(file) ? ScanFolder.existing(file).specCopy() : file;
    ScanSpec spec = ScanSpecReader.read(specFile);
    Simulation simulation = new Simulation(spec, kinds(spec), seeds, jobTimes(spec));
    Forecast forecast = run(simulation);
    PrintWriter out = command.commandLine().getOut();
    out.print(json ? ForecastJson.of(forecast) : ForecastText.of(forecast));
    out.flush();
    return ExitCode.DONE;
  }

  private List<LandscapeKind> kinds(ScanSpec spec) {
    return landscapes.isEmpty()
        ? LandscapeKind.fitting(spec.goal())
        : landscapes.stream().distinct().map(SimulateCommand::kind).toList();
  }

  private static LandscapeKind kind(String word) {
    List<String> words = Arrays.stream(LandscapeKind.values()).map(LandscapeKind::word).toList();
    return LandscapeKind.ofWord(word)
        .orElseThrow(
            () ->
                RecastAlException.badInput(
                    "there is no landscape "
                        + word
                        + NearestWord.to(word, words)
                            .map(w -> "; did you mean " + w + "?")
                            .orElse("")
                        + " (landscapes: "
                        + String.join(", ", words)
                        + ")"));
  }

  private Optional<JobTimes> jobTimes(ScanSpec spec) {
    if (spec.evaluate() instanceof StepsSpec steps) {
      return Optional.of(JobTimes.of(steps, times, spread, failure));
    }
    if (!times.isEmpty() || failure > 0) {
      throw RecastAlException.badInput(
          "--time and --fail are about jobs, and this spec submits none: its evaluate block has no"
              + " steps");
    }
    return Optional.empty();
  }

  private Forecast run(Simulation simulation) {
    PrintWriter err = command.commandLine().getErr();
    if (!Terminal.isLive()) {
      return simulation.run(finished -> {});
    }
    AtomicInteger done = new AtomicInteger();
    redraw(err, "rehearsing " + simulation.campaigns() + " campaigns");
    try {
      return simulation.run(
          finished ->
              redraw(
                  err,
                  "rehearsed "
                      + done.incrementAndGet()
                      + " of "
                      + simulation.campaigns()
                      + " campaigns"));
    } finally {
      redraw(err, "");
    }
  }

  private static synchronized void redraw(PrintWriter err, String line) {
    err.print(LiveProgress.CLEAR_LINE + line);
    err.flush();
  }

  /** A step's name as it stands. */
  static final class StepName implements picocli.CommandLine.ITypeConverter<String> {
    @Override
    public String convert(String text) {
      return text;
    }
  }
}

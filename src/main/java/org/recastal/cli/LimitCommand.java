package org.recastal.cli;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.recastal.RecastAlException;
import org.recastal.likelihood.PatchSet;
import org.recastal.likelihood.Workspace;
import org.recastal.likelihood.fit.FitPolicy;
import org.recastal.limits.Quantity;
import org.recastal.report.draw.Picture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** CLs and upper limits from a HistFactory workspace. */
@Command(
    name = "limit",
    mixinStandardHelpOptions = true,
    description = {
      "CLs and upper limits on the signal strength from a HistFactory workspace (pyhf JSON) and",
      "a signal patch, with asymptotic formulae or toys. Needs no other program."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  recast-al limit BkgOnly.json --patchset patchset.json --point 300,100 --plot cls.svg",
      "  recast-al limit BkgOnly.json --patchset patchset.json --all-patches --output limits.csv",
      "  recast-al limit workspace.json --patch signal.json --pulls --toys 2000",
      "  recast-al limit --observed 12 --background 10.2 --error 1.3 --signal 5",
      "",
      "Exit codes:",
      "  0  done",
      "  2  a file, a point or a value was refused",
      "  4  a fit did not converge, or there is no limit"
    })
final class LimitCommand implements Callable<Integer> {

  @Mixin private SignalChoice signal;

  @Mixin private ToyOptions toys;

  @Mixin private LimitOutput output;

  @Option(
      names = "--all-patches",
      description = "Every signal of the patch set, as CSV, in parallel.")
  private boolean all;

  @Option(
      names = "--mu",
      paramLabel = "MU",
      defaultValue = "1",
      description = "The signal strength that CLs tests (default: ${DEFAULT-VALUE}).")
  private double strength;

  @Option(
      names = "--quantity",
      paramLabel = "QUANTITY",
      defaultValue = "mu-limit",
      description = "mu-limit, xsec-limit, or cls for CLs alone (default: ${DEFAULT-VALUE}).")
  private String quantity;

  @Option(
      names = "--cross-section",
      paramLabel = "PB",
      description = "Cross-section of the signal at μ = 1, in pb, for xsec-limit.")
  private Double crossSection;

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      defaultValue = "0.95",
      description = "Confidence level (default: ${DEFAULT-VALUE}).")
  private double level;

  @Option(
      names = "--global",
      description = "Keep the lowest minimum of several starts, not the one reached from nominal.")
  private boolean global;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Threads for --all-patches and --toys (default: one per processor). No number depends"
              + " on it.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--pulls",
      description = "Also the parameters of the fits without signal and at the best μ.")
  private boolean pulls;

  @Spec private CommandSpec command;

  @Override
  public Integer call() throws InterruptedException {
    LimitTask task = task();
    output.check(all);
    Workspace background = signal.background();
    return all ? sweep(background, task) : one(background, task);
  }

  private int sweep(Workspace background, LimitTask task) throws InterruptedException {
    if (pulls || task.toys().isPresent()) {
      throw RecastAlException.badInput("--pulls and --toys are for one signal, not --all-patches");
    }
    PatchSet signals = signal.allSignals(background);
    return new PatchSweep(
            new PatchRun(background, signals, signal.measurement(background), task, threads),
            new PatchTable(signals.labels(), task.quantities()),
            output,
            command.commandLine().getOut(),
            command.commandLine().getErr(),
            progress())
        .go();
  }

  private int one(Workspace background, LimitTask task) throws InterruptedException {
    Workspace signalled = signal.signalled(background);
    List<String> measurements = signal.measurements(signalled);
    if (output.plot().isPresent() && measurements.size() > 1) {
      throw RecastAlException.badInput("--plot takes one --measurement");
    }
    List<LimitAnswer> answers = new ArrayList<>();
    ProgressLine progress = progress();
    for (String measurement : measurements) {
      answers.add(
          task.answer(
              measurement,
              signalled.model(measurement),
              (strength, done, of) -> progress.say(toys(strength, done, of))));
    }
    progress.end();
    PrintWriter out = command.commandLine().getOut();
    out.println(output.json() ? LimitJson.of(answers) : LimitText.of(answers));
    out.flush();
    output.plot().ifPresent(f -> f.write(scan(signalled, measurements.get(0), task)));
    return answers.stream().allMatch(LimitAnswer::isSound) ? ExitCode.DONE : ExitCode.FAILED_POINTS;
  }

  private Picture scan(Workspace signalled, String measurement, LimitTask task) {
    return task.scan(signalled.model(measurement)).picture(signal.title());
  }

  private static String toys(double strength, int done, int of) {
    return String.format(Locale.ROOT, "toys at μ = %.4g: %d of %d", strength, done, of);
  }

  private ProgressLine progress() {
    return new ProgressLine(
        command.commandLine().getErr(), InstantSource.system(), Terminal.isLive());
  }

  private LimitTask task() {
    Quantity wanted = quantity();
    if (!(strength >= 0) || Double.isInfinite(strength)) {
      throw RecastAlException.badInput("--mu " + strength + ": expected a number ≥ 0");
    }
    if (!(level > 0.5 && level < 1)) {
      throw RecastAlException.badInput(
          "--level " + level + ": expected a number between 0.5 and 1, such as 0.95");
    }
    if (threads < 1) {
      throw RecastAlException.badInput("--threads " + threads + ": expected at least 1");
    }
    return new LimitTask(
        strength,
        level,
        wanted != Quantity.CLS,
        crossSection(wanted),
        global ? FitPolicy.GLOBAL : FitPolicy.NOMINAL,
        pulls,
        toys.plan(threads));
  }

  private Quantity quantity() {
    List<Quantity> known = List.of(Quantity.MU_LIMIT, Quantity.XSEC_LIMIT, Quantity.CLS);
    return Quantity.ofWord(quantity)
        .filter(known::contains)
        .orElseThrow(
            () ->
                RecastAlException.badInput(
                    "--quantity " + quantity + ": expected mu-limit, xsec-limit or cls"));
  }

  private OptionalDouble crossSection(Quantity wanted) {
    if ((wanted == Quantity.XSEC_LIMIT) != (crossSection != null)) {
      throw RecastAlException.badInput(
          "--quantity xsec-limit and --cross-section PB, the signal's at μ = 1, go together");
    }
    if (crossSection == null) {
      return OptionalDouble.empty();
    }
    if (!(crossSection > 0) || Double.isInfinite(crossSection)) {
      throw RecastAlException.badInput(
          "--cross-section " + crossSection + ": expected a number of pb above 0");
    }
    return OptionalDouble.of(crossSection);
  }
}

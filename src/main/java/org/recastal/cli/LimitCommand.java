package org.recastal.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.recastal.RecastAlException;
import org.recastal.likelihood.PatchSet;
import org.recastal.likelihood.Workspace;
import org.recastal.likelihood.fit.FitPolicy;
import org.recastal.limits.Quantity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** CLs and upper limits from a HistFactory workspace. */
@Command(
    name = "limit",
    mixinStandardHelpOptions = true,
    description = {
      "CLs and upper limits on the signal strength from a HistFactory workspace (pyhf JSON) and",
      "a signal patch, with asymptotic formulae. Needs no other program."
    },
    footerHeading = "%nExit codes:%n",
    footer = {
      "  0  done",
      "  2  a file, a point or a value was refused",
      "  4  a fit did not converge, or there is no limit"
    })
final class LimitCommand implements Callable<Integer> {

  @Parameters(paramLabel = "WORKSPACE", description = "The workspace, .json or .json.gz.")
  private Path workspace;

  @Option(names = "--patch", paramLabel = "FILE", description = "A JSON Patch with the signal.")
  private Path patch;

  @Option(names = "--patchset", paramLabel = "FILE", description = "A patch set with signals.")
  private Path patchSet;

  @Option(
      names = "--point",
      paramLabel = "NAME|VALUES",
      description = "The signal of the patch set: its name, or its values, such as 300,100.")
  private String point;

  @Option(
      names = "--all-patches",
      description = "Every signal of the patch set, as CSV, in parallel.")
  private boolean all;

  @Option(
      names = "--measurement",
      paramLabel = "NAME",
      description = "The measurement (default: the first).")
  private String measurement;

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
      description = "mu-limit, or cls for CLs alone (default: ${DEFAULT-VALUE}).")
  private String quantity;

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
          "Threads for --all-patches (default: one per processor). No number depends on it.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec command;

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = command.commandLine().getOut();
    LimitTask task = task();
    Workspace background = Workspace.read(workspace);
    if (all) {
      PatchSet signals = signals(background);
      List<PatchAnswer> answers = PatchAnswer.all(background, signals, measurement, task, threads);
      out.print(PatchAnswerTable.csv(signals.labels(), answers));
      out.flush();
      return answers.stream().allMatch(PatchAnswer::isSound)
          ? ExitCode.DONE
          : ExitCode.FAILED_POINTS;
    }
    LimitTask.Answer answer = task.answer(PatchAnswer.model(signalled(background), measurement));
    out.println(json ? LimitJson.of(answer) : LimitText.of(answer));
    out.flush();
    return answer.isSound() ? ExitCode.DONE : ExitCode.FAILED_POINTS;
  }

  private LimitTask task() {
    boolean limits = quantity.equals(Quantity.MU_LIMIT.word());
    if (!limits && !quantity.equals(Quantity.CLS.word())) {
      throw RecastAlException.badInput("--quantity " + quantity + ": expected mu-limit or cls");
    }
    if (!(strength >= 0) || Double.isInfinite(strength)) {
      throw RecastAlException.badInput("--mu " + strength + ": expected a number ≥ 0");
    }
    if (threads < 1) {
      throw RecastAlException.badInput("--threads " + threads + ": expected at least 1");
    }
    return new LimitTask(strength, level, limits, global ? FitPolicy.GLOBAL : FitPolicy.NOMINAL);
  }

  private PatchSet signals(Workspace background) {
    if (patchSet == null) {
      throw RecastAlException.badInput("--point and --all-patches need --patchset FILE");
    }
    PatchSet signals = PatchSet.read(patchSet);
    signals.verify(background);
    return signals;
  }

  private Workspace signalled(Workspace background) {
    if (patch != null && (patchSet != null || point != null)) {
      throw RecastAlException.badInput("give --patch, or --patchset with --point, not both");
    }
    if (patch != null) {
      return background.patched(patch.getFileName().toString(), JsonPatchFile.read(patch));
    }
    if (patchSet == null && point == null) {
      return background;
    }
    PatchSet signals = signals(background);
    if (point == null) {
      throw RecastAlException.badInput(
          "--patchset: which signal? give --point NAME or VALUES, or --all-patches");
    }
    return background.patched(PatchAnswer.patch(signals, point));
  }
}

package org.recastal.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recastal.NearestWord;
import org.recastal.RecastAlException;
import org.recastal.likelihood.Patch;
import org.recastal.likelihood.PatchSet;
import org.recastal.likelihood.Workspace;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that say which likelihood is meant. */
final class SignalChoice {

  @Parameters(
      paramLabel = "WORKSPACE",
      arity = "0..1",
      description = "The workspace, .json or .json.gz.")
  private Path workspace;

  @Mixin private CountingChoice counting;

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
      names = "--measurement",
      paramLabel = "NAME",
      description = "The measurement (default: the first). May be given several times.")
  private List<String> measurements = new ArrayList<>();

  /** The workspace, or the counting experiment with its signal. */
  Workspace background() {
    Optional<Workspace> counted = counting.workspace();
    if (counted.isPresent() && (workspace != null || patch != null || patchSet != null)) {
      throw RecastAlException.badInput(
          "give a WORKSPACE with its signal, or the numbers of a counting experiment, not both");
    }
    if (counted.isEmpty() && workspace == null) {
      throw RecastAlException.badInput(
          "which likelihood? give a WORKSPACE, or --observed, --background, --error and --signal of"
              + " a counting experiment");
    }
    return counted.orElseGet(() -> Workspace.read(workspace));
  }

  /** The measurements asked for, the first when none is. */
  List<String> measurements(Workspace signalled) {
    return measurements.isEmpty() ? List.of(signalled.measurements().get(0)) : measurements;
  }

  /** The only measurement. */
  String measurement(Workspace background) {
    if (measurements.size() > 1) {
      throw RecastAlException.badInput("--all-patches takes one --measurement");
    }
    return measurements(background).get(0);
  }

  /** The patch set, checked against its workspace. */
  PatchSet signals(Workspace background) {
    if (patchSet == null) {
      throw RecastAlException.badInput("--point and --all-patches need --patchset FILE");
    }
    PatchSet signals = PatchSet.read(patchSet);
    signals.verify(background);
    return signals;
  }

  /** The patch set of {@code --all-patches}, beside which no single signal makes sense. */
  PatchSet allSignals(Workspace background) {
    if (patch != null || point != null) {
      throw RecastAlException.badInput("give --all-patches, or one signal by --patch or --point");
    }
    return signals(background);
  }

  /** The workspace with the signal, if one was named. */
  Workspace signalled(Workspace background) {
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
    return background.patched(patch(signals));
  }

  /** What pictures call it. */
  String title() {
    if (point != null) {
      return point;
    }
    if (patch != null) {
      return patch.getFileName().toString();
    }
    return workspace == null ? "Counting experiment" : workspace.getFileName().toString();
  }

  private Patch patch(PatchSet signals) {
    return signals
        .patch(point)
        .or(() -> numbers().flatMap(signals::patch))
        .orElseThrow(() -> unknown(signals));
  }

  private RecastAlException unknown(PatchSet signals) {
    List<String> names = signals.patches().stream().map(Patch::name).toList();
    return RecastAlException.badInput(
        "--point "
            + point
            + ": the patch set has no such signal among "
            + names.size()
            + NearestWord.to(point, names).map(near -> "; did you mean " + near + "?").orElse("")
            + "; give a name, or values of "
            + String.join(", ", signals.labels())
            + " separated by commas");
  }

  private Optional<double[]> numbers() {
    try {
      String[] words = point.split(",", -1);
      double[] values = new double[words.length];
      for (int i = 0; i < words.length; i++) {
        values[i] = Double.parseDouble(words[i].strip());
      }
      return Optional.of(values);
    } catch (NumberFormatException e) {
      return Optional.empty(); // it is a name then
    }
  }
}

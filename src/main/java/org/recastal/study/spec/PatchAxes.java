package org.recastal.study.spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recastal.RecastAlException;
import org.recastal.likelihood.Patch;
import org.recastal.likelihood.PatchSet;
import org.recastal.space.Parameter;
import org.recastal.space.Scale;

/**
 * The parameters that the labels of a patch set are. A label that is no name of a parameter becomes
 * one: every other sign turns into _.
 *
 * @param file the patch set
 * @param patches what it holds
 */
record PatchAxes(Path file, PatchSet patches) {

  /** The patch set that a spec names; nothing when it names none or a mistake was told. */
  static Optional<PatchAxes> of(Block root, SpecFolder folder) {
    return root.block("evaluate")
        .flatMap(e -> e.block("likelihood"))
        .flatMap(b -> folder.file(b, "patchset").flatMap(file -> read(file, b)));
  }

  private static Optional<PatchAxes> read(Path file, Block likelihood) {
    try {
      PatchAxes axes = new PatchAxes(file, PatchSet.read(file));
      axes.values(0); // every value is looked at, so that one that is no number is told here
      return Optional.of(axes);
    } catch (RecastAlException e) {
      likelihood.mistake("patchset", e.getMessage());
      return Optional.empty();
    }
  }

  /** The name of each label, in order. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (String label : patches.labels()) {
      String name = label.replaceAll("[^A-Za-z0-9_]", "_");
      names.add(Parameter.NAME.matcher(name).matches() ? name : "p_" + name);
    }
    return names;
  }

  /** An axis per label whose value is not the same in every patch, as wide as its values. */
  Map<String, Parameter> axes() {
    Map<String, Parameter> axes = new LinkedHashMap<>();
    for (int i = 0; i < names().size(); i++) {
      List<Double> values = values(i);
      double min = values.stream().mapToDouble(v -> v).min().orElseThrow();
      double max = values.stream().mapToDouble(v -> v).max().orElseThrow();
      if (min < max) {
        String label = patches.labels().get(i);
        axes.put(
            names().get(i), new Parameter(names().get(i), min, max, Scale.LINEAR, "", label, 0));
      }
    }
    return axes;
  }

  /** Tells which of the parameters given are no labels, and which labels are missing. */
  void check(Block parameters) {
    List<String> given = List.copyOf(parameters.mapping().entries().keySet());
    for (String name : given) {
      if (!names().contains(name)) {
        String hint = Spelling.hint(name, names());
        parameters.keyMistake(
            name,
            "the patch set has no such label"
                + (hint.isEmpty() ? "; its labels are " + String.join(", ", names()) : hint));
      }
    }
    for (String name : axes().keySet()) {
      if (!given.contains(name) && given.stream().allMatch(names()::contains)) {
        parameters
            .mistakes()
            .add(
                parameters.mapping().place(),
                KeyPath.of(parameters.path(), name),
                "missing; the patches of the patch set differ in it: give it, or none at all");
      }
    }
  }

  private List<Double> values(int label) {
    List<Double> values = new ArrayList<>();
    for (Patch patch : patches.patches()) {
      for (int i = 0; i < patches.labels().size(); i++) {
        double value = patch.number(i);
        if (i == label) {
          values.add(value);
        }
      }
    }
    return values;
  }
}

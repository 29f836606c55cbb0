package org.recastal.study.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recastal.jobs.StepOutput;
import org.recastal.study.spec.SpecNode.Place;

/** The steps and outputs that a spec declares, sound or not, and what refers to them. */
final class StepReferences {

  private final Map<String, List<String>> outputs = new LinkedHashMap<>();
  private final Mistakes mistakes;

  StepReferences(Block steps) {
    this.mistakes = steps.mistakes();
    steps
        .mapping()
        .entries()
        .keySet()
        .forEach(
            name ->
                outputs.put(
                    name,
                    steps
                        .block(name)
                        .flatMap(s -> s.block("outputs"))
                        .map(o -> List.copyOf(o.mapping().entries().keySet()))
                        .orElse(List.of())));
  }

  /** The output that a key names as {@code step.output}, or nothing and a mistake. */
  Optional<StepOutput> find(Block block, String key) {
    return block
        .text(key)
        .flatMap(
            text ->
                find(
                    text,
                    block.mapping().get(key).orElseThrow().place(),
                    KeyPath.of(block.path(), key)));
  }

  private Optional<StepOutput> find(String text, Place place, String keyPath) {
    int dot = text.indexOf('.');
    if (dot < 0) {
      mistakes.add(place, keyPath, "expected step.output, found " + text + hint(text, all()));
      return Optional.empty();
    }
    String step = text.substring(0, dot);
    String output = text.substring(dot + 1);
    if (!outputs.containsKey(step)) {
      List<String> names = List.copyOf(outputs.keySet());
      mistakes.add(place, keyPath, "no step is named \"" + step + "\"" + orChoices(step, names));
      return Optional.empty();
    }
    if (!outputs.get(step).contains(output)) {
      String message = step + " has no output named \"" + output + "\"";
      mistakes.add(place, keyPath, message + orChoices(output, outputs.get(step)));
      return Optional.empty();
    }
    return Optional.of(new StepOutput(step, output));
  }

  private List<String> all() {
    List<String> all = new ArrayList<>();
    outputs.forEach((step, names) -> names.forEach(n -> all.add(step + "." + n)));
    return all;
  }

  private static String hint(String text, List<String> known) {
    return known.stream()
        .filter(k -> k.startsWith(text + ".") || k.endsWith("." + text))
        .findFirst()
        .map(k -> " (did you mean " + k + "?)")
        .orElseGet(() -> Spelling.hint(text, known));
  }

  private static String orChoices(String found, List<String> known) {
    String hint = Spelling.hint(found, known);
    return hint.isEmpty() && !known.isEmpty() ? "; expected " + Spelling.choices(known) : hint;
  }
}

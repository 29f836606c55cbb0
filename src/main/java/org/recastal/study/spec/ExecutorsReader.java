package org.recastal.study.spec;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the places where steps run. */
final class ExecutorsReader {

  /** The executor of a spec that declares none: this machine, one job at a time. */
  static final String IMPLICIT = "local";

  private static final ExecutorSpec ONE_JOB = new ExecutorSpec.Local(1);

  private final Block root;
  private final Map<String, Block> blocks;

  ExecutorsReader(Block root) {
    this.root = root;
    this.blocks = root.block("executors").map(Block::blocks).orElse(Map.of());
  }

  /** All declared executors, or the implicit one. */
  Map<String, ExecutorSpec> read() {
    Map<String, ExecutorSpec> out = new LinkedHashMap<>();
    blocks.forEach(
        (name, block) ->
            out.put(
                name,
                block
                    .block("local")
                    .flatMap(b -> b.count("jobs"))
                    .<ExecutorSpec>map(ExecutorSpec.Local::new)
                    .orElse(ONE_JOB)));
    if (!root.has("executors")) {
      out.put(IMPLICIT, ONE_JOB);
    }
    return out;
  }

  /** The executor of a step; when it names none or a wrong one, a mistake is told. */
  Optional<String> of(Block step) {
    Collection<String> names = root.has("executors") ? blocks.keySet() : java.util.Set.of(IMPLICIT);
    Optional<String> named = step.text("on");
    if (named.isPresent()) {
      return named.filter(n -> isKnown(n, names, step));
    }
    if (names.size() == 1 || names.contains(IMPLICIT)) {
      return Optional.of(names.contains(IMPLICIT) ? IMPLICIT : names.iterator().next());
    }
    if (names.size() > 1 && !step.has("on")) {
      step.mistake(
          "on", "missing; there are several executors, expected " + Spelling.choices(names));
    }
    return Optional.empty();
  }

  private boolean isKnown(String name, Collection<String> names, Block step) {
    if (names.contains(name)) {
      return true;
    }
    String hint = Spelling.hint(name, names);
    step.mistake(
        "on",
        "no executor is named "
            + name
            + (hint.isEmpty()
                ? "; expected " + Spelling.choices(names) + ", or declare it under executors:"
                : hint));
    return false;
  }
}

package org.recastal.study.spec;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.recastal.jobs.Program;
import org.recastal.jobs.Step;
import org.recastal.limits.readers.FileThresholds;
import org.recastal.limits.readers.LimitDeclaration;

/**
 * The part of {@link SpecMeaning} that says what is run for a point. The order in which steps,
 * files and keys are written means nothing; that of the words of a command does.
 *
 * @param entries where the canonical texts go
 */
record StepsMeaning(Map<String, String> entries) {

  void add(StepsSpec spec) {
    List<Step> steps =
        spec.chain().steps().stream().sorted(Comparator.comparing(Step::name)).toList();
    steps.forEach(this::add);
    spec.declaration()
        .ifPresent(
            declaration -> {
              put("evaluate.limits.from", spec.answer());
              add(declaration);
            });
    spec.likelihood()
        .ifPresent(
            likelihood -> {
              put("evaluate.likelihood.signal", spec.answer());
              new LikelihoodMeaning(entries).add(likelihood);
            });
    new TreeMap<>(spec.executors())
        .forEach((name, e) -> put(KeyPath.of("executors", name), executor(e)));
  }

  private static String executor(ExecutorSpec executor) {
    ExecutorSpec.Local local = (ExecutorSpec.Local) executor;
    return "local, " + local.jobs() + " at once";
  }

  private void add(Step step) {
    String path = KeyPath.of("evaluate.steps", step.name());
    if (step.program() instanceof Program.Command command) {
      put(path + ".command", command.words().stream().map(StepsMeaning::quoted).toList());
    } else if (step.program() instanceof Program.Shell shell) {
      put(path + ".shell", shell.script());
    }
    put(path + ".files", step.files().stream().map(FileMeaning::of).sorted().toList());
    each(path + ".templates", step.templates(), FileMeaning::of);
    each(path + ".environment", step.environment(), v -> v);
    each(path + ".inputs", step.inputs(), Object::toString);
    each(path + ".outputs", step.outputs(), v -> v);
    put(path + ".on", step.executor());
    step.timeLimit().ifPresent(t -> put(path + ".time-limit", t.toSeconds() + "s"));
    put(path + ".attempts", step.attempts());
    put(path + ".invalid-exits", new TreeSet<>(step.invalidExits()));
  }

  private void add(LimitDeclaration declaration) {
    String path = "evaluate.limits";
    put(path + ".format", declaration.format().word());
    put(path + ".unit", declaration.fileUnit().orElse(""));
    each(path + ".columns", declaration.columns(), v -> v);
    declaration.pattern().ifPresent(p -> put(path + ".pattern", p));
    declaration.select().ifPresent(s -> put(path + ".select", s));
    FileThresholds thresholds = declaration.thresholds();
    thresholds.bracket().ifPresent(b -> put(path + ".bracket", b.low() + " to " + b.high()));
    thresholds.fewestEvents().ifPresent(n -> put(path + ".fewest-events", n));
    put(path + ".far-bands", thresholds.farBands());
  }

  private <V> void each(String path, Map<String, V> map, Function<V, String> text) {
    new TreeMap<>(map).forEach((key, value) -> put(KeyPath.of(path, key), text.apply(value)));
  }

  /** Two lists of words are told apart whatever the words hold. */
  private static String quoted(String word) {
    return "\"" + word.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private void put(String key, Object value) {
    entries.put(key, String.valueOf(value));
  }
}

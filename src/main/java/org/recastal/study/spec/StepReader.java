package org.recastal.study.spec;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.recastal.jobs.Program;
import org.recastal.jobs.Step;
import org.recastal.jobs.StepOutput;
import org.recastal.study.spec.SpecNode.Entry;

/** Reads one step of {@link StepsSpec}. */
final class StepReader {

  private static final int ATTEMPTS = 2;

  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{\\{\\s*([A-Za-z][A-Za-z0-9_]*)\\s*(?::[^{}\\n]*)?\\}\\}");

  private final String name;
  private final Block step;
  private final SpecFolder folder;
  private final WorkFolderPlan workFolder;

  StepReader(String name, Block step, SpecFolder folder) {
    this.name = name;
    this.step = step;
    this.folder = folder;
    this.workFolder = new WorkFolderPlan(step.mistakes());
  }

  /** The step, or nothing when a mistake was told. */
  Optional<Step> read(ExecutorsReader executors, StepReferences references) {
    Optional<Program> program = program();
    List<Path> files = listedFiles();
    Map<String, Path> templates = templates();
    Map<String, StepOutput> inputs = inputs(references);
    Map<String, String> outputs = outputs();
    if (!step.has("files")) {
      program.ifPresent(p -> files.addAll(filesOfCommand(p, outputs)));
    }
    Map<String, String> environment =
        step.block("environment").map(EnvironmentReader::read).orElse(Map.of());
    Optional<Duration> timeLimit = timeLimit();
    return executors
        .of(step)
        .flatMap(
            executor ->
                program.map(
                    p ->
                        new Step(
                            name,
                            p,
                            files,
                            templates,
                            environment,
                            inputs,
                            outputs,
                            executor,
                            timeLimit,
                            step.count("attempts").orElse(ATTEMPTS),
                            invalidExits())));
  }

  private Optional<Program> program() {
    if (step.has("command") && step.has("shell")) {
      step.keyMistake("shell", "there is a command already: keep one of command and shell");
      return Optional.empty();
    }
    if (!step.has("command") && !step.has("shell")) {
      step.mistake("command", "missing; expected a list of words, or shell: with a script");
    }
    Optional<Program> shell =
        step.text("shell").filter(this::isPlainScript).map(Program.Shell::new);
    return step.has("command") ? command() : shell;
  }

  private Optional<Program> command() {
    List<String> words =
        step.items("command").stream().flatMap(i -> Block.writtenOf(i).stream()).toList();
    if (words.stream().findFirst().filter(String::isBlank).isPresent()) {
      step.mistake("command", "expected the name of a program first, found an empty word");
      return Optional.empty();
    }
    return words.isEmpty() ? Optional.empty() : Optional.of(new Program.Command(words));
  }

  private boolean isPlainScript(String script) {
    Matcher placeholder = PLACEHOLDER.matcher(script);
    if (placeholder.find()) {
      step.mistake(
          "shell",
          "a value never becomes part of a shell line: for "
              + placeholder.group()
              + " write \"$PARAM_"
              + placeholder.group(1)
              + "\"");
      return false;
    }
    return true;
  }

  private List<Path> listedFiles() {
    List<Path> out = new ArrayList<>();
    List<SpecNode> items = step.items("files");
    for (int i = 0; i < items.size(); i++) {
      SpecNode item = items.get(i);
      String path = KeyPath.of(KeyPath.of(step.path(), "files"), i);
      folder
          .file(item, path, step.mistakes())
          .filter(f -> workFolder.claim(f.getFileName().toString(), item.place(), path).isPresent())
          .ifPresent(out::add);
    }
    return out;
  }

  /** The words that name files beside the spec, except what the step itself makes. */
  private Set<Path> filesOfCommand(Program program, Map<String, String> outputs) {
    Set<Path> out = new LinkedHashSet<>();
    if (program instanceof Program.Command command) {
      for (String word : command.words()) {
        folder
            .beside(word)
            .filter(f -> !outputs.containsValue(f.getFileName().toString()))
            .filter(f -> !workFolder.isTaken(f.getFileName().toString()))
            .ifPresent(out::add);
      }
    }
    return out;
  }

  private Map<String, Path> templates() {
    return placed("templates", folder::file);
  }

  private Map<String, StepOutput> inputs(StepReferences references) {
    return placed("inputs", references::find);
  }

  /** What a block puts into the work folder, by its path there. */
  private <T> Map<String, T> placed(String name, BiFunction<Block, String, Optional<T>> find) {
    Map<String, T> out = new LinkedHashMap<>();
    step.block(name)
        .ifPresent(
            block ->
                block
                    .mapping()
                    .entries()
                    .forEach(
                        (key, entry) -> {
                          Optional<T> source = find.apply(block, key);
                          Optional<String> target = claimed(block, key, entry);
                          if (source.isPresent() && target.isPresent()) {
                            out.put(target.get(), source.get());
                          }
                        }));
    return out;
  }

  private Optional<String> claimed(Block block, String key, Entry entry) {
    return workFolder.claim(key, entry.place(), KeyPath.of(block.path(), key));
  }

  private Map<String, String> outputs() {
    Map<String, String> out = new LinkedHashMap<>();
    step.block("outputs")
        .ifPresent(
            block -> {
              for (String key : block.mapping().entries().keySet()) {
                Optional<WorkPath> path = block.text(key).map(WorkPath::of);
                path.flatMap(WorkPath::trouble).ifPresent(t -> block.mistake(key, t));
                path.ifPresent(p -> out.put(key, p.path()));
              }
            });
    return out;
  }

  private Optional<Duration> timeLimit() {
    Optional<Duration> written =
        step.whole("time-limit")
            .map(Duration::ofSeconds)
            .or(() -> step.text("time-limit").flatMap(DurationText::parse));
    boolean told = step.mistakes().knows(KeyPath.of(step.path(), "time-limit"));
    if (!told && step.has("time-limit") && written.filter(d -> !d.isZero()).isEmpty()) {
      step.mistake("time-limit", "expected a time like 90s, 45m or 2h, above 0");
    }
    return written;
  }

  private Set<Integer> invalidExits() {
    Set<Integer> out = new TreeSet<>();
    step.items("invalid-exits").stream()
        .flatMap(i -> Block.wholeOf(i).stream())
        .forEach(n -> out.add(n.intValue()));
    return out;
  }
}

package org.recastal.jobs;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Steps and points for tests; each {@code with…} gives a changed copy. */
public record StepFixture(
    Program program,
    List<Path> files,
    Map<String, Path> templates,
    Map<String, String> environment,
    Map<String, StepOutput> inputs,
    Map<String, String> outputs) {

  /** A step that runs words. */
  public static StepFixture command(String... words) {
    return of(new Program.Command(List.of(words)));
  }

  /** A step that runs a script. */
  public static StepFixture shell(String script) {
    return of(new Program.Shell(script));
  }

  private static StepFixture of(Program program) {
    return new StepFixture(program, List.of(), Map.of(), Map.of(), Map.of(), Map.of());
  }

  public StepFixture withFiles(Path... paths) {
    return new StepFixture(program, List.of(paths), templates, environment, inputs, outputs);
  }

  public StepFixture withTemplate(String path, Path source) {
    Map<String, Path> more = new LinkedHashMap<>(templates);
    more.put(path, source);
    return new StepFixture(program, files, more, environment, inputs, outputs);
  }

  public StepFixture withEnvironment(String name, String value) {
    return new StepFixture(program, files, templates, Map.of(name, value), inputs, outputs);
  }

  public StepFixture withInput(String path, String step, String output) {
    Map<String, StepOutput> from = Map.of(path, new StepOutput(step, output));
    return new StepFixture(program, files, templates, environment, from, outputs);
  }

  public StepFixture withOutput(String name, String path) {
    return new StepFixture(program, files, templates, environment, inputs, Map.of(name, path));
  }

  /** The step under a name; exit code 42 is the verdict that there is no such point. */
  public Step named(String name) {
    Optional<Duration> limit = Optional.of(Duration.ofMinutes(90));
    return new Step(
        name,
        program,
        files,
        templates,
        environment,
        inputs,
        outputs,
        "local",
        limit,
        2,
        Set.of(42));
  }

  /** A point with two parameters. */
  public static PointFacts point() {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("mZd", 20.5);
    values.put("eps", 1e-4);
    return new PointFacts("dark-z", "mZd020p5", values, 77, Optional.empty());
  }
}

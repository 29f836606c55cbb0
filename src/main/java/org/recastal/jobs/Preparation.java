package org.recastal.jobs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.recastal.FileTrouble;
import org.recastal.RecastAlException;
import org.recastal.jobs.template.TemplateFile;
import org.recastal.jobs.template.Value;

/**
 * Makes jobs of steps: the work folder with all that was promised to the program, its command and
 * its environment. Preparing a job again changes nothing that is right already, and deletes
 * nothing.
 */
public final class Preparation {

  private final Chain chain;

  public Preparation(Chain chain) {
    this.chain = chain;
  }

  /**
   * Prepares an attempt.
   *
   * @param earlier folders of the jobs that succeeded at this point, by step
   * @throws RecastAlException of kind BAD_INPUT when the spec asks for what cannot be, of kind
   *     FAILURE when the disk refuses
   */
  public Job prepare(
      Step step, PointFacts facts, int attempt, JobFolder folder, Map<String, JobFolder> earlier) {
    Map<String, Value> values = JobValues.of(step, facts, attempt, folder);
    List<String> command = command(step, values);
    Map<String, String> environment = environment(step, facts, attempt, folder, values);
    Map<String, byte[]> rendered = new LinkedHashMap<>();
    step.templates()
        .forEach((path, source) -> rendered.put(path, TemplateFile.read(source).render(values)));
    Placing.into(
        folder,
        placing -> {
          step.files().forEach(f -> placing.copy(f.getFileName().toString(), f));
          rendered.forEach((path, text) -> placing.write(path, text, step.templates().get(path)));
          step.inputs().forEach((path, from) -> placing.link(path, output(step, from, earlier)));
        });
    JobKey key = new JobKey(facts.scan(), facts.point(), step.name(), attempt);
    return new Job(key, folder, command, environment, step.timeLimit());
  }

  private static List<String> command(Step step, Map<String, Value> values) {
    if (step.program() instanceof Program.Shell shell) {
      return List.of(
          "/bin/sh", "-c", withoutNul("the script of step " + step.name(), shell.script()));
    }
    return StepTemplates.words(step).stream()
        .map(
            word -> withoutNul("a word of the command of step " + step.name(), word.render(values)))
        .toList();
  }

  private static Map<String, String> environment(
      Step step, PointFacts facts, int attempt, JobFolder folder, Map<String, Value> values) {
    Map<String, String> environment = new LinkedHashMap<>();
    StepTemplates.environment(step)
        .forEach((name, value) -> environment.put(JobValues.free(name), value.render(values)));
    environment.putAll(JobValues.environment(step, facts, attempt, folder));
    environment.forEach((name, value) -> withoutNul("environment variable " + name, value));
    return environment;
  }

  private static String withoutNul(String what, String text) {
    if (text.indexOf('\0') >= 0) {
      throw RecastAlException.badInput(
          what + " holds a NUL character, which no program can be given");
    }
    return text;
  }

  private Path output(Step step, StepOutput from, Map<String, JobFolder> earlier) {
    JobFolder folder = earlier.get(from.step());
    String path = chain.step(from.step()).map(s -> s.outputs().get(from.output())).orElse(null);
    if (folder == null || path == null) {
      throw RecastAlException.badInput(
          "input %s of step %s: no job of this point has made it".formatted(from, step.name()));
    }
    return insideScan(folder, path, "input " + from + " of step " + step.name());
  }

  private static Path insideScan(JobFolder folder, String path, String what) {
    Path file = folder.work().resolve(path);
    try {
      Path real = file.toRealPath();
      if (!real.startsWith(folder.points().toRealPath())) {
        throw RecastAlException.badInput(what + ": " + file + " is a link out of the scan folder");
      }
      return real;
    } catch (IOException e) {
      throw FileTrouble.in(what + ": cannot read", file, e);
    }
  }
}

package org.recastal.jobs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.recastal.jobs.template.Template;
import org.recastal.jobs.template.TemplateFile;
import org.recastal.jobs.template.TemplateMistake;
import org.recastal.jobs.template.TemplateNames;

/** All templates of a step. */
public final class StepTemplates {

  private StepTemplates() {}

  /** The words of its command; none of a shell script. */
  public static List<Template> words(Step step) {
    List<Template> words = new ArrayList<>();
    if (step.program() instanceof Program.Command command) {
      for (String word : command.words()) {
        String source = "command of step %s, word %d".formatted(step.name(), words.size() + 1);
        words.add(Template.parse(source, word));
      }
    }
    return words;
  }

  /** The values of its own environment variables, by name. */
  public static Map<String, Template> environment(Step step) {
    Map<String, Template> values = new LinkedHashMap<>();
    step.environment()
        .forEach(
            (name, value) ->
                values.put(
                    name,
                    Template.parse("environment of step " + step.name() + ", " + name, value)));
    return values;
  }

  /**
   * What is wrong in any of them, also in template files, which are read for it.
   *
   * @param parameters names of the parameters
   * @throws org.recastal.RecastAlException when a template file cannot be read
   */
  public static List<TemplateMistake> check(Step step, Collection<String> parameters) {
    Stream<Template> files =
        step.templates().values().stream().map(f -> TemplateFile.read(f).template());
    Stream<Template> texts =
        Stream.concat(words(step).stream(), environment(step).values().stream());
    return Stream.concat(
            shellMistakes(step, parameters).stream(),
            Stream.concat(texts, files).flatMap(t -> TemplateNames.check(t, parameters).stream()))
        .toList();
  }

  /** A known name in two braces, which a shell script cannot mean otherwise. */
  private static List<TemplateMistake> shellMistakes(Step step, Collection<String> parameters) {
    if (!(step.program() instanceof Program.Shell shell)) {
      return List.of();
    }
    Collection<String> known = TemplateNames.known(parameters);
    return Template.parse("shell of step " + step.name(), shell.script()).placeholders().stream()
        .filter(p -> known.contains(p.name()))
        .map(p -> new TemplateMistake(p.place(), shellAdvice(p.name(), parameters)))
        .toList();
  }

  private static String shellAdvice(String name, Collection<String> parameters) {
    String variable =
        parameters.contains(name) ? "PARAM_" + name : "RECAST_AL_" + name.toUpperCase(Locale.ROOT);
    return "a shell script takes no {{" + name + "}}; write \"$" + variable + "\"";
  }
}

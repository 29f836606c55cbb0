package org.recastal.study.spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.recastal.RecastAlException;
import org.recastal.jobs.Program;
import org.recastal.jobs.Step;
import org.recastal.jobs.template.Placeholder;
import org.recastal.jobs.template.Template;
import org.recastal.jobs.template.TemplateFile;
import org.recastal.jobs.template.TemplateMistake;
import org.recastal.jobs.template.TemplateNames;
import org.recastal.study.spec.SpecNode.Place;
import org.recastal.study.spec.SpecNode.Scalar;

/**
 * The {@code {{names}}} of all steps: each must be known, and where steps are told one parameter
 * this way, they must be told them all. Steps without any are taken to read {@code PARAM_…}.
 */
final class TemplatesCheck {

  private static final String PARAMETER_VARIABLE = "PARAM_";

  private final List<String> parameters;
  private final Set<String> used = new HashSet<>();
  private boolean sound = true;

  TemplatesCheck(List<String> parameters) {
    this.parameters = parameters;
  }

  /**
   * Tells what is wrong in the words, the environment and the template files of a step.
   *
   * @param step empty when the step has other mistakes
   */
  void check(Block block, Optional<Step> step) {
    List<SpecNode> words = block.items("command");
    for (int i = 0; i < words.size(); i++) {
      text(words.get(i), KeyPath.of(KeyPath.of(block.path(), "command"), i), block.mistakes());
    }
    block.block("environment").ifPresent(this::environment);
    step.ifPresent(s -> readable(s, block));
  }

  /** What can be looked at only where the rest of the step is right. */
  private void readable(Step step, Block block) {
    block.block("templates").ifPresent(b -> templates(step.templates(), b));
    if (step.program() instanceof Program.Shell shell) {
      parameters.stream()
          .filter(p -> shell.script().contains(PARAMETER_VARIABLE + p))
          .forEach(used::add);
    }
  }

  private void environment(Block block) {
    block
        .mapping()
        .entries()
        .forEach((key, e) -> text(e.value(), KeyPath.of(block.path(), key), block.mistakes()));
  }

  private void text(SpecNode node, String keyPath, Mistakes mistakes) {
    Optional<String> text = Block.textOf(node);
    if (text.isEmpty()) {
      return;
    }
    for (TemplateMistake mistake : mistakesIn(Template.parse(keyPath, text.get()))) {
      mistakes.add(inside((Scalar) node, mistake.place()), keyPath, mistake.message());
    }
  }

  /** The place of a piece of a text; of a text over several lines, its beginning. */
  private static Place inside(Scalar scalar, org.recastal.jobs.template.Place place) {
    boolean oneLine = scalar.text().indexOf('\n') < 0;
    int quote = scalar.quoted() ? 1 : 0;
    int offset = oneLine ? quote + place.column() - 1 : 0;
    return new Place(scalar.place().line(), scalar.place().column() + offset);
  }

  private void templates(Map<String, Path> sources, Block block) {
    for (String key : block.mapping().entries().keySet()) {
      Optional<Path> source = Optional.ofNullable(sources.get(WorkPath.of(key).path()));
      source.ifPresent(file -> template(file, block, key));
    }
  }

  private void template(Path file, Block block, String key) {
    try {
      for (TemplateMistake mistake : mistakesIn(TemplateFile.read(file).template())) {
        org.recastal.jobs.template.Place at = mistake.place();
        block
            .mistakes()
            .addElsewhere(
                new Mistake(
                    file.toString(),
                    at.line(),
                    at.column(),
                    KeyPath.of(block.path(), key),
                    mistake.message()));
      }
    } catch (RecastAlException e) {
      block.mistake(key, e.getMessage());
    }
  }

  private List<TemplateMistake> mistakesIn(Template template) {
    template.placeholders().stream()
        .map(Placeholder::name)
        .filter(parameters::contains)
        .forEach(used::add);
    List<TemplateMistake> mistakes =
        parameters.isEmpty() ? List.of() : TemplateNames.check(template, parameters);
    sound &= mistakes.isEmpty();
    return mistakes;
  }

  /**
   * Tells the parameters that no step is told, unless none is told any; silent where a name was
   * wrong, which may be the one that is missing.
   *
   * @param axes the block of the parameters
   */
  void tellUnused(Block axes) {
    List<String> told = parameters.stream().filter(used::contains).toList();
    List<String> unused = new ArrayList<>(parameters);
    unused.removeAll(told);
    if (sound && !told.isEmpty()) {
      for (String name : unused) {
        axes.keyMistake(
            name,
            "no step is told it, though "
                + String.join(", ", told)
                + (told.size() == 1 ? " is" : " are")
                + ": put {{"
                + name
                + "}} into a word, a template or the environment");
      }
    }
  }
}

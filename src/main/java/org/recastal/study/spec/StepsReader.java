package org.recastal.study.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.recastal.jobs.Chain;
import org.recastal.jobs.Step;
import org.recastal.jobs.StepOutput;

/** Reads the blocks of {@link StepsSpec}. */
final class StepsReader {

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,59}");

  private final Block root;
  private final Block steps;
  private final SpecFolder folder;

  StepsReader(Block root, Block steps, SpecFolder folder) {
    this.root = root;
    this.steps = steps;
    this.folder = folder;
  }

  /**
   * The chain, or nothing when a mistake was told.
   *
   * @param answer the block {@code evaluate.limits} or {@code evaluate.likelihood}
   * @param from the key of it that names an output
   * @param reading how limits come from that output
   * @param parameters the names of the parameters
   */
  Optional<StepsSpec> read(
      Optional<Block> answer,
      String from,
      Optional<StepsSpec.Reading> reading,
      List<String> parameters) {
    ExecutorsReader executors = new ExecutorsReader(root);
    StepReferences references = new StepReferences(steps);
    TemplatesCheck templates = new TemplatesCheck(parameters);
    Optional<Chain> chain = chain(executors, references, templates);
    if (chain.isPresent()) {
      root.block("parameters").ifPresent(templates::tellUnused);
    }
    Optional<StepOutput> output = answer.flatMap(b -> references.find(b, from));
    if (chain.isEmpty() || output.isEmpty() || reading.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new StepsSpec(chain.get(), output.get(), reading.get(), executors.read()));
  }

  /** The folder of the files that came with a point stands beside those of its steps. */
  private static final String RESERVED = "data";

  private Optional<Chain> chain(
      ExecutorsReader executors, StepReferences references, TemplatesCheck templates) {
    List<Step> read = new ArrayList<>();
    steps
        .blocks()
        .forEach(
            (name, block) -> {
              if (name.equals(RESERVED)) {
                steps.keyMistake(name, "is the name of the files of a point: choose another");
              } else if (NAME.matcher(name).matches()) {
                Optional<Step> step =
                    new StepReader(name, block, folder).read(executors, references);
                templates.check(block, step);
                step.ifPresent(read::add);
              } else if (!steps.mistakes().knows(KeyPath.of(steps.path(), name))) {
                steps.keyMistake(
                    name, "expected a name of a letter, then letters, digits, - and _");
              }
            });
    if (read.size() < steps.mapping().entries().size() || read.isEmpty()) {
      return Optional.empty();
    }
    return StepOrder.of(read, steps).map(Chain::new);
  }
}

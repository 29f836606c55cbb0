package org.recastal.study.spec;

import java.util.Optional;
import java.util.function.Supplier;
import org.recastal.study.spec.SpecNode.Place;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Turns what stops the YAML parser into one mistake with a place. */
final class YamlSyntax {

  private final Mistakes mistakes;

  YamlSyntax(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  Optional<SpecNode> guarded(Supplier<Optional<SpecNode>> parsing) {
    try {
      return parsing.get();
    } catch (MarkedYAMLException e) {
      mistakes.add(YamlTree.place(e.getProblemMark()), "", "not YAML: " + reason(e));
    } catch (YamlTree.TooDeepException e) {
      mistakes.add(e.place(), "", e.getMessage());
    } catch (YAMLException e) {
      mistakes.add(Place.START, "", "not YAML: " + e.getMessage().lines().findFirst().orElse(""));
    }
    return Optional.empty();
  }

  private static String reason(MarkedYAMLException e) {
    String problem = e.getProblem() == null ? "" : e.getProblem();
    if (problem.contains("TAB") || problem.contains("\\t")) {
      return "a tab stands where YAML allows spaces only: indent with spaces";
    }
    if (problem.startsWith("mapping values are not allowed")) {
      return "a second \": \" in one line: put quotes around the text, or check the indentation";
    }
    if (problem.contains("cannot start any token")) {
      String character = problem.replaceAll("(?s).*character '(.*?)'.*", "$1");
      return "a value cannot begin with " + character + ": put quotes around it";
    }
    String context = e.getContext() == null ? "" : e.getContext() + " ";
    return (context + problem).strip().replaceAll("\\s+", " ");
  }
}

package org.recastal.study;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recastal.RecastAlException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * A spec made independent of where it stood: the files that it names are copied beside it and its
 * text names the copies. Nothing else of the text is changed, and the copy of a copy is the same.
 *
 * @param text the spec, with the places of the copies in place of its paths
 * @param inputs the files by the place of their copy, relative to the scan folder
 */
record SpecCopy(String text, Map<String, byte[]> inputs) {

  /** The keys of a spec whose values are paths of files. */
  private static final List<List<String>> PATH_KEYS =
      List.of(
          List.of("pool", "file"),
          List.of("start", "results"),
          List.of("start", "file"),
          List.of("evaluate", "replay", "table"));

  /** Copies a spec that was read without mistakes. */
  static SpecCopy of(Path file) {
    try {
      String text = Files.readString(file);
      Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
      Map<Path, String> places = new LinkedHashMap<>();
      Map<String, byte[]> inputs = new LinkedHashMap<>();
      List<Replacement> replacements = new ArrayList<>();
      for (List<String> keys : PATH_KEYS) {
        Optional<ScalarNode> node = scalar(root, keys);
        if (node.isPresent()) {
          Path input = file.toAbsolutePath().resolveSibling(node.get().getValue()).normalize();
          String place = places.computeIfAbsent(input, p -> freePlace(p, inputs));
          inputs.put(place, Files.readAllBytes(input));
          replacements.add(Replacement.of(text, node.get(), place));
        }
      }
      return new SpecCopy(replaced(text, replacements), inputs);
    } catch (IOException e) {
      throw new RecastAlException(
          RecastAlException.Kind.BAD_INPUT, file + " or a file that it names: " + e, e);
    }
  }

  /** Writes the copies; the spec last, so that what it names is there. */
  void write(ScanFolder folder) {
    inputs.forEach((place, bytes) -> folder.write(folder.path().resolve(place), bytes));
    folder.write(folder.specCopy(), text.getBytes(StandardCharsets.UTF_8));
  }

  /** Files keep their names; of two with one name, the second goes into a folder of its own. */
  private static String freePlace(Path input, Map<String, byte[]> taken) {
    String place = "inputs/" + input.getFileName();
    for (int i = 2; taken.containsKey(place); i++) {
      place = "inputs/" + i + "/" + input.getFileName();
    }
    return place;
  }

  private static Optional<ScalarNode> scalar(Node root, List<String> keys) {
    Optional<Node> node = Optional.of(root);
    for (String key : keys) {
      node = node.flatMap(n -> member(n, key));
    }
    return node.filter(ScalarNode.class::isInstance).map(ScalarNode.class::cast);
  }

  private static Optional<Node> member(Node node, String key) {
    if (!(node instanceof MappingNode mapping)) {
      return Optional.empty();
    }
    return mapping.getValue().stream()
        .filter(t -> t.getKeyNode() instanceof ScalarNode k && k.getValue().equals(key))
        .map(NodeTuple::getValueNode)
        .findFirst();
  }

  /** A piece of the text, in chars, and what stands there in the copy. */
  private record Replacement(int start, int end, String by) {
    static Replacement of(String text, ScalarNode node, String place) {
      // Marks count code points, strings count chars.
      int start = text.offsetByCodePoints(0, node.getStartMark().getIndex());
      int end = text.offsetByCodePoints(0, node.getEndMark().getIndex());
      return new Replacement(start, end, "\"" + place.replace("\\", "\\\\") + "\"");
    }
  }

  private static String replaced(String text, List<Replacement> replacements) {
    StringBuilder out = new StringBuilder(text);
    replacements.stream()
        .distinct()
        .sorted(Comparator.comparingInt(Replacement::start).reversed())
        .forEach(r -> out.replace(r.start(), r.end(), r.by()));
    return out.toString();
  }
}

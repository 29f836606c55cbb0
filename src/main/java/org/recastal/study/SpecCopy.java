package org.recastal.study;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recastal.RecastAlException;
import org.recastal.jobs.Program;
import org.recastal.jobs.Step;
import org.recastal.study.request.ScanRequest;
import org.recastal.study.spec.CheapSpec;
import org.recastal.study.spec.RequestReader;
import org.recastal.study.spec.ScanSpec;
import org.recastal.study.spec.StepsSpec;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A spec made independent of where it stood: the files that it names are copied beside it and its
 * text names the copies. Files that a command names by one of its words are listed under {@code
 * files:} in the copy, since they no longer stand beside it. Nothing else of the text is changed,
 * and the copy of a copy is the same.
 *
 * @param text the spec, with the places of the copies in place of its paths
 * @param inputs the files by the place of their copy, relative to the scan folder
 */
record SpecCopy(String text, Map<String, Path> inputs) {

  /** The keys of a spec whose values are paths of files. */
  private static final List<List<String>> PATH_KEYS =
      List.of(
          List.of("pool", "file"),
          List.of("start", "results"),
          List.of("start", "file"),
          List.of("surrogate", "cheap", "table"),
          List.of("surrogate", "cheap", "files"));

  /** The same below each {@code evaluate:}. */
  private static final List<List<String>> PATH_KEYS_OF_EVALUATE =
      List.of(
          List.of("replay", "table"),
          List.of("likelihood", "workspace"),
          List.of("likelihood", "patchset"),
          List.of("likelihood", "signal", "table"),
          List.of("likelihood", "cross-sections", "table"));

  private static final List<String> CHEAP = List.of("surrogate", "cheap");

  private static final String REQUEST = "inputs/request/";

  private static final List<String> PATH_KEYS_OF_STEPS = List.of("files", "templates");

  /** Copies a spec that was read without mistakes. */
  static SpecCopy of(Path file, ScanSpec spec) {
    try {
      return new Copying(file, Files.readString(file)).of(spec);
    } catch (IOException e) {
      throw new RecastAlException(
          RecastAlException.Kind.BAD_INPUT, file + " or a file that it names: " + e, e);
    }
  }

  /** Writes the copies; the spec last, so that what it names is there. */
  void write(ScanFolder folder) {
    inputs.forEach((place, source) -> folder.copy(source, folder.path().resolve(place)));
    folder.write(folder.specCopy(), text.getBytes(StandardCharsets.UTF_8));
  }

  /** One copying at work. */
  private static final class Copying {
    private final Path file;
    private final Node root;
    private final TextEdits edits;
    private final Map<Path, String> places = new LinkedHashMap<>();
    private final Map<String, Path> inputs = new LinkedHashMap<>();

    Copying(Path file, String text) {
      this.file = file;
      String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
      this.root = new Yaml(new LoaderOptions()).compose(new StringReader(bare));
      this.edits = new TextEdits(bare);
    }

    SpecCopy of(ScanSpec spec) {
      member(root, List.of("start", "request")).ifPresent(n -> request((ScalarNode) n, spec));
      for (List<String> keys : PATH_KEYS) {
        member(root, keys).ifPresent(this::copyAll);
      }
      for (List<String> keys : PATH_KEYS_OF_EVALUATE) {
        member(root, List.of("evaluate")).flatMap(e -> member(e, keys)).ifPresent(this::copyAll);
        member(root, CHEAP)
            .flatMap(c -> member(c, "evaluate"))
            .flatMap(e -> member(e, keys))
            .ifPresent(this::copyAll);
      }
      spec.surrogate().cheap().map(CheapSpec::source).ifPresent(this::cheap);
      member(root, List.of("report", "overlay")).ifPresent(this::overlays);
      if (spec.evaluate() instanceof StepsSpec steps) {
        steps.chain().steps().forEach(step -> step(List.of(), step));
      }
      return new SpecCopy(edits.applied(), inputs);
    }

    /** A request goes into a folder of its own, with its archives where it says they are. */
    private void request(ScalarNode node, ScanSpec spec) {
      ScanRequest request =
          RequestReader.read(spec.start().request().orElseThrow(), spec.space().names());
      Path from = request.file().getParent();
      String place = REQUEST + request.file().getFileName();
      inputs.put(place, request.file());
      edits.replace(node, place);
      request.points().stream()
          .flatMap(p -> p.data().stream())
          .forEach(zip -> inputs.put(REQUEST + from.relativize(zip), zip));
    }

    private void overlays(Node list) {
      for (Node overlay : ((SequenceNode) list).getValue()) {
        member(overlay, "table").ifPresent(this::copyAll);
      }
    }

    private void cheap(CheapSpec.Source source) {
      Node node = member(root, CHEAP).orElseThrow();
      boolean listed = member(node, "files").isPresent();
      if (source instanceof CheapSpec.Command command && !listed) {
        edits.addList(
            (MappingNode) node, "files", command.files().stream().map(this::placeOf).toList());
      }
      if (source instanceof CheapSpec.Evaluated cheap
          && cheap.evaluate() instanceof StepsSpec steps) {
        steps.chain().steps().forEach(step -> step(CHEAP, step));
      }
    }

    /** A step of the {@code evaluate:} that stands below these keys. */
    private void step(List<String> below, Step step) {
      Node node =
          member(root, below)
              .flatMap(n -> member(n, List.of("evaluate", "steps", step.name())))
              .orElseThrow();
      PATH_KEYS_OF_STEPS.forEach(key -> member(node, List.of(key)).ifPresent(this::copyAll));
      boolean listed = member(node, List.of("files")).isPresent();
      if (step.program() instanceof Program.Command && !listed) {
        edits.addList(
            (MappingNode) node, "files", step.files().stream().map(this::placeOf).toList());
      }
    }

    private void copyAll(Node node) {
      if (node instanceof ScalarNode scalar) {
        Path input = file.toAbsolutePath().resolveSibling(scalar.getValue()).normalize();
        edits.replace(scalar, placeOf(input));
      } else if (node instanceof SequenceNode list) {
        list.getValue().forEach(this::copyAll);
      } else if (node instanceof MappingNode block) {
        block.getValue().forEach(t -> copyAll(t.getValueNode()));
      }
    }

    private String placeOf(Path input) {
      return places.computeIfAbsent(
          input,
          p -> {
            String place = freePlace(p.getFileName().toString());
            inputs.put(place, p);
            return place;
          });
    }

    /** Files keep their names; of two with one name, the second goes into a folder of its own. */
    private String freePlace(String name) {
      String place = "inputs/" + name;
      for (int i = 2; isTaken(place); i++) {
        place = "inputs/" + i + "/" + name;
      }
      return place;
    }

    private boolean isTaken(String place) {
      return inputs.keySet().stream()
          .anyMatch(
              other ->
                  other.equals(place)
                      || other.startsWith(place + "/")
                      || place.startsWith(other + "/"));
    }

    private static Optional<Node> member(Node root, List<String> keys) {
      Optional<Node> node = Optional.of(root);
      for (String key : keys) {
        node = node.flatMap(n -> member(n, key));
      }
      return node;
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
  }
}

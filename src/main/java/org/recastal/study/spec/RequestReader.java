package org.recastal.study.spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recastal.study.request.ScanRequest;
import org.recastal.study.request.ScanRequest.RequestedPoint;
import org.recastal.study.spec.SpecNode.Mapping;
import org.recastal.study.spec.SpecNode.Place;
import org.recastal.study.spec.SpecNode.Sequence;

/** Reads {@link ScanRequest}s; every mistake is found before any is told. */
public final class RequestReader {

  private static final String TYPE = "recast_scan";

  private static final List<String> KEYS =
      List.of("type", "title", "description", "pubkey", "parameters", "points");

  private static final List<String> KEYS_OF_POINTS = List.of("coordinates", "data");

  /** A request may hold many points: far more values than a spec. */
  private static final long LARGEST = 1_000_000;

  private final Path file;
  private final List<String> names;
  private final SpecFolder folder;
  private final Mistakes mistakes;

  private RequestReader(Path file, List<String> names) {
    this.file = file;
    this.names = names;
    this.folder = new SpecFolder(file.toAbsolutePath().normalize().getParent());
    this.mistakes = new Mistakes(file.toString());
  }

  /**
   * Reads and checks a request.
   *
   * @param parameters the names of the spec's parameters, in order
   * @throws SpecException with every mistake found
   */
  public static ScanRequest read(Path file, List<String> parameters) {
    return new RequestReader(file, parameters).read();
  }

  private ScanRequest read() {
    Optional<Mapping> root =
        SpecText.read(file, mistakes)
            .flatMap(t -> SpecText.checked(t, mistakes))
            .flatMap(t -> YamlTree.of(t, LARGEST, mistakes))
            .filter(Mapping.class::isInstance)
            .map(Mapping.class::cast);
    if (root.isEmpty()) {
      mistakes.throwIfAny();
      mistakes.add(
          Place.START, "", "no scan request; expected type: " + TYPE + ", parameters, points");
      mistakes.throwIfAny();
    }
    Block block = new Block(root.orElseThrow(), "", mistakes);
    refuseUnknown(block, KEYS);
    if (block.text("type").filter(TYPE::equals).isEmpty()) {
      block.mistake("type", "expected " + TYPE);
    }
    List<String> order = order(block);
    List<RequestedPoint> points = order.isEmpty() ? List.of() : points(block, order);
    mistakes.throwIfAny();
    return new ScanRequest(
        file,
        written(block, "title"),
        written(block, "description"),
        written(block, "pubkey"),
        points);
  }

  private static String written(Block block, String key) {
    return block.mapping().get(key).flatMap(Block::writtenOf).orElse("");
  }

  private static void refuseUnknown(Block block, List<String> known) {
    for (String key : block.mapping().entries().keySet()) {
      if (!known.contains(key)) {
        String hint = Spelling.hint(key, known);
        block.keyMistake(
            key, "unknown key" + (hint.isEmpty() ? "; expected " + Spelling.choices(known) : hint));
      }
    }
  }

  /** The parameters in the order of the coordinates; none when a mistake was told. */
  private List<String> order(Block block) {
    List<String> order =
        block.items("parameters").stream().flatMap(i -> Block.textOf(i).stream()).toList();
    List<String> missing = names.stream().filter(n -> !order.contains(n)).toList();
    List<String> unknown = order.stream().filter(n -> !names.contains(n)).toList();
    unknown.forEach(
        n ->
            block.mistake(
                "parameters", "the spec has no parameter " + n + Spelling.hint(n, missing)));
    if (!missing.isEmpty() && unknown.isEmpty()) {
      block.mistake(
          "parameters",
          "expected the parameters of the spec, "
              + String.join(", ", names)
              + "; missing: "
              + String.join(", ", missing));
    }
    if (missing.isEmpty() && unknown.isEmpty() && order.size() > names.size()) {
      block.mistake("parameters", "names a parameter twice");
      return List.of();
    }
    return missing.isEmpty() && unknown.isEmpty() ? order : List.of();
  }

  private List<RequestedPoint> points(Block block, List<String> order) {
    List<SpecNode> items = block.items("points");
    if (items.isEmpty()) {
      block.mistake("points", "expected a list of points, like [{coordinates: [1, 2]}]");
    }
    List<RequestedPoint> points = new ArrayList<>();
    Map<Map<String, Double>, Integer> lines = new HashMap<>();
    for (int i = 0; i < items.size(); i++) {
      String path = KeyPath.of("points", i);
      SpecNode item = items.get(i);
      if (!(item instanceof Mapping mapping)) {
        mistakes.add(item.place(), path, "expected {coordinates: […], data: …}");
        continue;
      }
      point(new Block(mapping, path, mistakes), order)
          .ifPresent(
              p -> {
                Integer before = lines.putIfAbsent(p.coordinates(), p.line());
                if (before != null) {
                  mistakes.add(item.place(), path, "this point stands in line " + before + " too");
                }
                points.add(p);
              });
    }
    return points;
  }

  private Optional<RequestedPoint> point(Block point, List<String> order) {
    refuseUnknown(point, KEYS_OF_POINTS);
    Optional<Path> data = point.text("data").flatMap(name -> data(point, name));
    Map<String, Double> coordinates = coordinates(point, order);
    if (coordinates.size() < order.size()) {
      return Optional.empty();
    }
    Map<String, Double> ordered = new LinkedHashMap<>();
    names.forEach(n -> ordered.put(n, coordinates.get(n)));
    return Optional.of(new RequestedPoint(ordered, data, point.mapping().place().line()));
  }

  private Optional<Path> data(Block point, String name) {
    WorkPath inside = WorkPath.of(name);
    if (inside.trouble().isPresent()) {
      point.mistake("data", "expected a path below the folder of the request, found " + name);
      return Optional.empty();
    }
    return folder.file(point, "data");
  }

  /** Value per parameter; fewer than there are when a mistake was told. */
  private Map<String, Double> coordinates(Block point, List<String> order) {
    Map<String, Double> out = new LinkedHashMap<>();
    Optional<SpecNode> node = point.mapping().get("coordinates");
    if (node.filter(Sequence.class::isInstance).isPresent()) {
      List<SpecNode> items = point.items("coordinates");
      for (int i = 0; i < Math.min(items.size(), order.size()); i++) {
        put(out, order.get(i), items.get(i), KeyPath.of(point.path() + ".coordinates", i));
      }
      if (items.size() != order.size()) {
        point.mistake(
            "coordinates", "expected " + order.size() + " numbers, found " + items.size());
        return Map.of();
      }
    } else if (point.block("coordinates").isPresent()) {
      Block block = point.block("coordinates").get();
      refuseUnknown(block, order);
      order.stream()
          .filter(n -> !block.has(n))
          .forEach(n -> block.mistake(n, "missing; expected a number"));
      order.stream()
          .filter(block::has)
          .forEach(
              n -> put(out, n, block.mapping().get(n).orElseThrow(), KeyPath.of(block.path(), n)));
    } else {
      point.mistake("coordinates", "expected a list of " + order.size() + " numbers");
    }
    return out;
  }

  private void put(Map<String, Double> out, String name, SpecNode node, String keyPath) {
    Optional<Double> value = Block.numberOf(node).map(Number::doubleValue);
    value.ifPresentOrElse(
        v -> out.put(name, v == 0 ? 0.0 : v),
        () -> mistakes.add(node.place(), keyPath, "expected a number, found " + node.kind()));
  }
}

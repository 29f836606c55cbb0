package org.recastal.study.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recastal.space.Constraint;
import org.recastal.space.ExpressionException;
import org.recastal.space.Parameter;
import org.recastal.space.SearchSpace;
import org.recastal.study.spec.SpecNode.Place;
import org.recastal.study.spec.SpecNode.Scalar;

/** Reads the space: parameters, constraints and pool. */
final class SpaceReader {

  private final Block root;
  private final SpecFolder folder;
  private final Optional<PatchAxes> patches;

  SpaceReader(Block root, SpecFolder folder, Optional<PatchAxes> patches) {
    this.root = root;
    this.folder = folder;
    this.patches = patches;
  }

  /** The space, or nothing when a mistake was told. */
  Optional<SearchSpace> read() {
    Optional<Block> axes = root.block("parameters");
    List<Parameter> parameters =
        axes.map(ParametersReader::read).orElseGet(() -> List.copyOf(ofPatches().values()));
    patches.ifPresent(p -> axes.ifPresent(p::check));
    List<String> names = names();
    List<Constraint> constraints = constraints(names);
    if (parameters.isEmpty() || parameters.size() < names.size()) {
      root.block("pool").ifPresent(pool -> folder.file(pool, "file"));
      return Optional.empty();
    }
    SearchSpace box = new SearchSpace(parameters, constraints, Optional.empty());
    return Optional.of(root.block("pool").flatMap(pool -> pooled(pool, box)).orElse(box));
  }

  /** The names of the parameters as written, sound or not. */
  List<String> names() {
    return root.block("parameters")
        .map(axes -> List.copyOf(axes.mapping().entries().keySet()))
        .orElseGet(() -> List.copyOf(ofPatches().keySet()));
  }

  /** The labels of a patch set, when nothing else names the parameters. */
  private Map<String, Parameter> ofPatches() {
    return root.has("parameters") ? Map.of() : patches.map(PatchAxes::axes).orElse(Map.of());
  }

  private Optional<SearchSpace> pooled(Block pool, SearchSpace box) {
    return folder
        .file(pool, "file")
        .flatMap(file -> new PoolTable(box, pool.mistakes()).read(file))
        .map(box::withPool);
  }

  private List<Constraint> constraints(List<String> names) {
    List<Constraint> out = new ArrayList<>();
    List<SpecNode> items = root.items("constraints");
    for (int i = 0; i < items.size(); i++) {
      String path = KeyPath.of("constraints", i);
      if (items.get(i) instanceof Scalar scalar && scalar.type() == ScalarType.TEXT) {
        constraint(scalar, path, names).ifPresent(out::add);
      }
    }
    return out;
  }

  private Optional<Constraint> constraint(Scalar scalar, String path, List<String> names) {
    try {
      Constraint constraint = new Constraint(scalar.text());
      List<String> unknown =
          constraint.names().stream().filter(n -> !names.isEmpty() && !names.contains(n)).toList();
      for (String name : unknown) {
        String hint = Spelling.hint(name, names);
        String choices = hint.isEmpty() ? "; there are " + String.join(", ", names) : hint;
        Place place = inside(scalar, scalar.text().indexOf(name));
        root.mistakes().add(place, path, "no parameter is named " + name + choices);
      }
      return unknown.isEmpty() && !names.isEmpty() ? Optional.of(constraint) : Optional.empty();
    } catch (ExpressionException e) {
      root.mistakes().add(inside(scalar, e.offset()), path, e.getMessage());
      return Optional.empty();
    }
  }

  private static Place inside(Scalar scalar, int offset) {
    int quote = scalar.quoted() ? 1 : 0;
    return new Place(scalar.place().line(), scalar.place().column() + quote + offset);
  }
}

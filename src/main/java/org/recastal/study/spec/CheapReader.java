package org.recastal.study.spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.recastal.RecastAlException;
import org.recastal.acquisition.design.Design;
import org.recastal.space.SearchSpace;
import org.recastal.study.spec.CheapSpec.Command;
import org.recastal.study.spec.CheapSpec.Plan;

/** Reads the block of {@link CheapSpec}, and its table. */
final class CheapReader {

  private static final List<String> WAYS = List.of("table", "evaluate", "command");
  private static final List<String> OF_COMPUTED = List.of("points", "design", "per-table");

  /** An evaluator answers one point after the other, and each table is safe when it is written. */
  private static final int PER_TABLE = 100;

  private static final int PER_COMMAND = 500;

  private final Block root;
  private final Block cheap;
  private final SearchSpace space;
  private final LimitsSpec limits;
  private final GoalSpec goal;

  CheapReader(Block root, Block cheap, SearchSpace space, LimitsSpec limits, GoalSpec goal) {
    this.root = root;
    this.cheap = cheap;
    this.space = space;
    this.limits = limits;
    this.goal = goal;
  }

  /** The cheap values, or nothing when a mistake was told. */
  Optional<CheapSpec> read(SpecFolder folder) {
    List<String> given = WAYS.stream().filter(cheap::has).toList();
    if (given.size() != 1) {
      cheap.mistake(
          given.isEmpty() ? WAYS.get(0) : given.get(1),
          given.isEmpty()
              ? "missing; expected one of " + Spelling.choices(WAYS)
              : "expected one source, found " + String.join(" and ", given));
      return Optional.empty();
    }
    boolean ofTable = given.get(0).equals("table");
    OF_COMPUTED.stream()
        .filter(key -> ofTable && cheap.has(key))
        .forEach(key -> cheap.keyMistake(key, "belongs to limits that are computed: remove it"));
    TableColumns columns =
        cheap
            .block("columns")
            .map(b -> TableColumns.read(b, space.names()))
            .orElse(TableColumns.NAMED);
    return switch (given.get(0)) {
      case "table" -> folder.file(cheap, "table").flatMap(file -> table(file, columns));
      case "evaluate" -> evaluated(folder);
      default -> command(folder, columns);
    };
  }

  private Optional<Plan> plan(int perTable) {
    if (!cheap.has("points")) {
      cheap.mistake("points", "missing; expected how many cheap limits are computed, like 5000");
      return Optional.empty();
    }
    Design design = cheap.choice("design", Design.values()).orElse(Design.SOBOL);
    return cheap
        .count("points")
        .map(n -> new Plan(design, n, cheap.count("per-table").orElse(perTable)));
  }

  /** Read as if it were the evaluation of a scan of its own. */
  private Optional<CheapSpec> evaluated(SpecFolder folder) {
    if (cheap.has("columns")) {
      cheap.keyMistake("columns", "belong to tables and commands: remove them");
    }
    Block evaluate = cheap.block("evaluate").orElseThrow();
    boolean steps = evaluate.has("steps");
    if (steps && cheap.has("per-table")) {
      cheap.keyMistake("per-table", "each point is a job of its own here: remove it");
    }
    Optional<Plan> plan = plan(steps ? cheap.count("points").orElse(1) : PER_TABLE);
    Map<String, SpecNode.Entry> keys = new LinkedHashMap<>(root.mapping().entries());
    keys.put("evaluate", cheap.mapping().entries().get("evaluate"));
    if (!steps) {
      keys.remove("executors");
    }
    Block own =
        new Block(
            new SpecNode.Mapping(root.mapping().place(), keys, root.mapping().size()),
            "",
            root.mistakes());
    return new EvaluateReader(own, evaluate, folder)
        .read(space.names(), Optional.of(limits), PatchAxes.of(own, folder))
        .flatMap(e -> plan.map(p -> new CheapSpec.Evaluated(e, p)))
        .map(source -> new CheapSpec(source, Map.of(), Map.of(), List.of()));
  }

  private Optional<CheapSpec> command(SpecFolder folder, TableColumns columns) {
    List<String> words =
        cheap.items("command").stream().flatMap(i -> Block.writtenOf(i).stream()).toList();
    for (String file : List.of(Command.POINTS, Command.LIMITS)) {
      if (words.stream().noneMatch(w -> w.contains(file))) {
        cheap.mistake("command", "no word holds \"" + file + "\", the place of that table");
        return Optional.empty();
      }
    }
    Set<Path> files = new LinkedHashSet<>(listed(folder));
    if (!cheap.has("files")) {
      words.forEach(word -> folder.beside(word).ifPresent(files::add));
    }
    return plan(PER_COMMAND)
        .map(p -> new Command(words, new ArrayList<>(files), p))
        .map(source -> new CheapSpec(source, columns.ofParameters(), columns.ofLines(), List.of()));
  }

  private List<Path> listed(SpecFolder folder) {
    List<Path> files = new ArrayList<>();
    List<SpecNode> items = cheap.items("files");
    for (int i = 0; i < items.size(); i++) {
      String path = KeyPath.of(KeyPath.of(cheap.path(), "files"), i);
      folder.file(items.get(i), path, cheap.mistakes()).ifPresent(files::add);
    }
    return files;
  }

  private Optional<CheapSpec> table(Path file, TableColumns columns) {
    try {
      CheapTable table =
          CheapTable.read(file, space, limits, columns.ofParameters(), columns.ofLines());
      Optional<String> lacking = CheapTable.lacking(table.columns().keySet(), goal);
      if (lacking.isPresent()) {
        cheap.mistake("columns", lacking.get());
        return Optional.empty();
      }
      List<CheapSpec.Row> rows = CheapTable.complete(table.rows(), table.columns().keySet());
      if (rows.size() < CheapTable.FEWEST_ROWS) {
        cheap.mistake(
            "table",
            file.getFileName()
                + " has "
                + rows.size()
                + " rows with numbers inside the bounds; expected at least "
                + CheapTable.FEWEST_ROWS);
        return Optional.empty();
      }
      return Optional.of(
          new CheapSpec(new CheapSpec.Table(file), columns.ofParameters(), table.columns(), rows));
    } catch (RecastAlException e) {
      cheap.mistake("table", String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }
}

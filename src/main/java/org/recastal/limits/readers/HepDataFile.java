package org.recastal.limits.readers;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recastal.RecastAlException;
import org.recastal.limits.readers.LimitTable.Column;
import org.recastal.limits.readers.LimitTable.Row;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A HEPData data file (YAML, submission schema 1.1.1): {@code independent_variables} and {@code
 * dependent_variables} become columns named by their headers. Dependent variables of the same name
 * are told apart by those qualifiers in which they differ, as in {@code Limit (Limit: Observed)}.
 *
 * <p>Only the node tree is read, so no tag can construct anything; aliases are few by limit.
 */
final class HepDataFile {

  private static final int MOST_ALIASES = 50;
  private static final int MOST_CHARACTERS = 64 * 1024 * 1024;
  private static final int DEEPEST = 20;

  private final String source;

  HepDataFile(String source) {
    this.source = source;
  }

  static LimitTable read(Path file) {
    HepDataFile reading = new HepDataFile(file.getFileName().toString());
    return reading.table(reading.compose(file));
  }

  private Node compose(Path file) {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(MOST_ALIASES);
    options.setCodePointLimit(MOST_CHARACTERS);
    options.setNestingDepthLimit(DEEPEST);
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      Node root = new Yaml(new SafeConstructor(options)).compose(reader);
      if (root == null) {
        throw RecastAlException.badInput(source + ": empty; expected a HEPData data file");
      }
      return root;
    } catch (MarkedYAMLException e) {
      throw RecastAlException.badInput(
          source + ":" + (e.getProblemMark().getLine() + 1) + ": not YAML: " + e.getProblem());
    } catch (YAMLException e) {
      throw RecastAlException.badInput(source + ": not YAML: " + e.getMessage());
    } catch (IOException e) {
      throw new RecastAlException(
          RecastAlException.Kind.FAILURE, file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private LimitTable table(Node root) {
    List<HepDataVariable> variables = new ArrayList<>();
    for (Node v : variables(root, "independent_variables")) {
      variables.add(new HepDataVariable(this, v));
    }
    for (Node v : variables(root, "dependent_variables")) {
      variables.add(new HepDataVariable(this, v));
    }
    List<Column> columns = new ArrayList<>();
    List<List<String>> cells = new ArrayList<>();
    for (HepDataVariable v : variables) {
      v.appendTo(HepDataVariable.nameAmong(variables, v), columns, cells);
    }
    return new LimitTable(source, line(root), columns, rows(variables, cells), Map.of());
  }

  private List<Node> variables(Node root, String key) {
    List<Node> found = items(require(root, key));
    if (found.isEmpty()) {
      throw mistake(root, key + " is empty");
    }
    return found;
  }

  private List<Row> rows(List<HepDataVariable> variables, List<List<String>> cells) {
    List<Integer> lines = variables.get(0).lines();
    if (lines.isEmpty()) {
      throw RecastAlException.badInput(source + ": no rows");
    }
    for (HepDataVariable v : variables) {
      if (v.lines().size() != lines.size()) {
        throw RecastAlException.badInput(
            String.format(
                "%s: \"%s\" has %d values where \"%s\" has %d",
                source, v.name(), v.lines().size(), variables.get(0).name(), lines.size()));
      }
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      int at = i;
      rows.add(new Row(lines.get(i), cells.stream().map(column -> column.get(at)).toList()));
    }
    return rows;
  }

  Node require(Node mapping, String key) {
    return find(mapping, key)
        .orElseThrow(() -> mistake(mapping, "no " + key + "; expected a HEPData data file"));
  }

  Optional<Node> find(Node mapping, String key) {
    for (NodeTuple t : entries(mapping)) {
      if (text(t.getKeyNode()).equals(key)) {
        return Optional.of(t.getValueNode());
      }
    }
    return Optional.empty();
  }

  List<NodeTuple> entries(Node node) {
    if (node instanceof MappingNode mapping) {
      return mapping.getValue();
    }
    throw mistake(node, "expected a mapping (key: value)");
  }

  List<Node> items(Node node) {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    throw mistake(node, "expected a list");
  }

  String text(Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue().strip();
    }
    throw mistake(node, "expected a single value");
  }

  static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  RecastAlException mistake(Node node, String what) {
    return RecastAlException.badInput(source + ":" + line(node) + ": " + what);
  }
}

package org.recastal.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Changes to a YAML text that leave all else of it as it is, comments and order included. */
final class TextEdits {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String text;
  private final Map<Integer, Edit> edits = new TreeMap<>(Comparator.reverseOrder());

  /** A piece of the text, in chars, and what stands there instead. */
  private record Edit(int start, int end, String by) {}

  TextEdits(String text) {
    this.text = text;
  }

  /** Puts another value in the place of a scalar; an anchor before it stays. */
  void replace(ScalarNode node, String value) {
    int start = offset(node.getStartMark().getIndex());
    int end = offset(node.getEndMark().getIndex());
    if (text.charAt(start) == '&') {
      start += text.substring(start, end).replaceFirst("(?s)^(&\\S+\\s+).*", "$1").length();
    }
    boolean block = end > start && text.charAt(end - 1) == '\n';
    edits.put(start, new Edit(start, end, quoted(value) + (block ? "\n" : "")));
  }

  /** Adds a key with a list before the first key of a block that has some. */
  void addList(MappingNode block, String key, Collection<String> values) {
    Node first = block.getValue().get(0).getKeyNode();
    int start = offset(first.getStartMark().getIndex());
    String list = values.stream().map(TextEdits::quoted).collect(Collectors.joining(", "));
    String separator =
        block.getFlowStyle() == FlowStyle.FLOW
            ? ", "
            : "\n" + " ".repeat(first.getStartMark().getColumn());
    edits.put(start, new Edit(start, start, key + ": [" + list + "]" + separator));
  }

  // Marks count code points, strings count chars.
  private int offset(int codePoints) {
    return text.offsetByCodePoints(0, codePoints);
  }

  /** A JSON string is a YAML one. */
  private static String quoted(String value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("every text is a JSON string", e);
    }
  }

  /** The changed text. */
  String applied() {
    StringBuilder out = new StringBuilder(text);
    edits.values().forEach(e -> out.replace(e.start(), e.end(), e.by()));
    return out.toString();
  }
}

package org.recastal.study.spec;

import java.util.List;
import org.recastal.study.spec.SpecNode.Entry;
import org.recastal.study.spec.SpecNode.Mapping;
import org.recastal.study.spec.SpecNode.Place;
import org.recastal.study.spec.SpecNode.Sequence;

/**
 * A node found by its JSON pointer (RFC 6901).
 *
 * @param node the value
 * @param path its key path
 * @param key its own key, empty for list items and the root
 * @param keyPlace where its key stood
 */
record SpecPlace(SpecNode node, String path, String key, Place keyPlace) {

  Place place() {
    return node.place();
  }

  static SpecPlace find(SpecNode root, String pointer) {
    SpecPlace at = new SpecPlace(root, "", "", root.place());
    List<String> tokens =
        pointer.isEmpty() ? List.of() : List.of(pointer.substring(1).split("/", -1));
    for (String token : tokens) {
      at = at.child(token.replace("~1", "/").replace("~0", "~"));
    }
    return at;
  }

  private SpecPlace child(String token) {
    if (node instanceof Sequence sequence) {
      int index = Integer.parseInt(token);
      SpecNode item = sequence.items().get(index);
      return new SpecPlace(item, KeyPath.of(path, index), "", item.place());
    }
    Entry entry = ((Mapping) node).entries().get(token);
    return new SpecPlace(entry.value(), KeyPath.of(path, token), token, entry.place());
  }
}

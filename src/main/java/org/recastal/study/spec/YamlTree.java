package org.recastal.study.spec;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recastal.study.spec.SpecNode.Entry;
import org.recastal.study.spec.SpecNode.Mapping;
import org.recastal.study.spec.SpecNode.Place;
import org.recastal.study.spec.SpecNode.Scalar;
import org.recastal.study.spec.SpecNode.Sequence;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;

/**
 * Builds the tree of a spec from the parser's events. Nothing is ever constructed from a tag, and
 * aliases are counted, so neither can do harm.
 */
final class YamlTree {

  private static final int DEEPEST = 30;
  private static final long LARGEST = 20_000;

  private final long largest;
  private final Mistakes mistakes;
  private final Iterator<Event> events;
  private final Map<String, SpecNode> anchors = new HashMap<>();
  private boolean tooLarge;

  private YamlTree(String text, long largest, Mistakes mistakes) {
    this.largest = largest;
    this.mistakes = mistakes;
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(SpecText.LONGEST);
    this.events = new Yaml(new SafeConstructor(options)).parse(new StringReader(text)).iterator();
  }

  /** The tree, or nothing when the text has none; its mistakes are told to {@code mistakes}. */
  static Optional<SpecNode> of(String text, Mistakes mistakes) {
    return of(text, LARGEST, mistakes);
  }

  /**
   * The tree of a larger file.
   *
   * @param largest how many values it may have, aliases unfolded
   */
  static Optional<SpecNode> of(String text, long largest, Mistakes mistakes) {
    YamlTree tree = new YamlTree(text, largest, mistakes);
    return new YamlSyntax(mistakes).guarded(tree::document);
  }

  private Optional<SpecNode> document() {
    events.next(); // the stream starts
    if (!(events.next() instanceof org.yaml.snakeyaml.events.DocumentStartEvent)) {
      return Optional.empty();
    }
    SpecNode root = node(events.next(), "", 0);
    skipDocumentEnd();
    Event after = events.next();
    if (after instanceof org.yaml.snakeyaml.events.DocumentStartEvent) {
      mistakes.add(
          place(after), "", "a second document begins; a spec is one document, remove the ---");
      return Optional.empty();
    }
    return tooLarge ? Optional.empty() : Optional.of(root);
  }

  private void skipDocumentEnd() {
    Event end = events.next();
    if (!(end instanceof DocumentEndEvent)) {
      throw new IllegalStateException("the parser broke its grammar at " + end);
    }
  }

  private SpecNode node(Event event, String path, int depth) {
    refuseTag(event, path);
    if (depth > DEEPEST) {
      throw new TooDeepException(place(event));
    }
    if (event instanceof AliasEvent alias) {
      return anchored(alias, path);
    }
    SpecNode node = collected(event, path, depth);
    if (event instanceof NodeEvent named && named.getAnchor() != null) {
      anchors.put(named.getAnchor(), node);
    }
    return node;
  }

  private SpecNode collected(Event event, String path, int depth) {
    if (event instanceof ScalarEvent scalar) {
      return scalar(scalar);
    }
    return event instanceof MappingStartEvent
        ? mapping(place(event), path, depth)
        : sequence(place(event), path, depth);
  }

  private static Scalar scalar(ScalarEvent event) {
    boolean quoted = !event.isPlain();
    ScalarType type = quoted ? ScalarType.TEXT : ScalarType.of(event.getValue());
    return new Scalar(place(event), event.getValue(), quoted, type);
  }

  private Mapping mapping(Place place, String path, int depth) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    long size = 1;
    for (Event event = events.next(); !(event instanceof MappingEndEvent); event = events.next()) {
      SpecNode key = node(event, path, depth + 1);
      String name = key instanceof Scalar scalar ? scalar.text() : "";
      String keyPath = KeyPath.of(path, name);
      Event valueEvent = events.next();
      SpecNode value = node(valueEvent, keyPath, depth + 1);
      if (name.isEmpty() || !(key instanceof Scalar)) {
        mistakes.add(place(event), path, "expected a word as key, found " + key.kind());
      } else if (name.equals("<<")) {
        mistakes.add(key.place(), keyPath, "merge keys are not read: write the keys out");
      } else if (entries.containsKey(name)) {
        int first = entries.get(name).place().line();
        mistakes.add(place(event), keyPath, "given twice, first in line " + first + "; remove one");
      } else {
        entries.put(name, new Entry(place(event), value));
      }
      size += 1 + value.size();
    }
    return new Mapping(place, entries, checked(size, place, path));
  }

  private Sequence sequence(Place place, String path, int depth) {
    List<SpecNode> items = new ArrayList<>();
    long size = 1;
    for (Event event = events.next(); !(event instanceof SequenceEndEvent); event = events.next()) {
      SpecNode item = node(event, KeyPath.of(path, items.size()), depth + 1);
      items.add(item);
      size += item.size();
    }
    return new Sequence(place, items, checked(size, place, path));
  }

  private long checked(long size, Place place, String path) {
    if (size > largest && !tooLarge) {
      tooLarge = true;
      mistakes.add(
          place, path, "aliases unfold this to more than " + largest + " values: write it without");
    }
    return Math.min(size, largest + 1);
  }

  private SpecNode anchored(AliasEvent alias, String path) {
    SpecNode node = anchors.get(alias.getAnchor());
    if (node == null) {
      mistakes.add(
          place(alias),
          path,
          "*" + alias.getAnchor() + " needs a complete &" + alias.getAnchor() + " before it");
      return new Scalar(place(alias), "", false, ScalarType.NOTHING);
    }
    return node;
  }

  private void refuseTag(Event event, String path) {
    String tag =
        event instanceof ScalarEvent s
            ? s.getTag()
            : event instanceof org.yaml.snakeyaml.events.CollectionStartEvent c ? c.getTag() : null;
    if (tag != null) {
      String shown = tag.replace("tag:yaml.org,2002:", "!!");
      mistakes.add(place(event), path, "type tags such as " + shown + " are not read: remove it");
    }
  }

  static Place place(Event event) {
    return place(event.getStartMark());
  }

  static Place place(Mark mark) {
    return new Place(mark.getLine() + 1, mark.getColumn() + 1);
  }

  /** Brackets within brackets beyond all reason. */
  static final class TooDeepException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Place place;

    TooDeepException(Place place) {
      super("more than " + DEEPEST + " levels deep: this is no spec");
      this.place = place;
    }

    Place place() {
      return place;
    }
  }
}

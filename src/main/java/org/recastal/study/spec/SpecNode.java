package org.recastal.study.spec;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of a spec that remembers where it stood. */
sealed interface SpecNode {

  Place place();

  /** How many values it holds, itself included, aliases counted as often as they are used. */
  long size();

  /** What people call this kind of value. */
  String kind();

  /**
   * A place in a file.
   *
   * @param line counted from 1
   * @param column counted from 1, in characters
   */
  record Place(int line, int column) {
    static final Place START = new Place(1, 1);
  }

  /** A block of keys, in the order of the file. */
  record Mapping(Place place, Map<String, Entry> entries, long size) implements SpecNode {
    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    Optional<SpecNode> get(String key) {
      return Optional.ofNullable(entries.get(key)).map(Entry::value);
    }

    @Override
    public String kind() {
      return "a block of keys";
    }
  }

  /**
   * A key with its value.
   *
   * @param place where the key stood
   */
  record Entry(Place place, SpecNode value) {}

  /** A list. */
  record Sequence(Place place, List<SpecNode> items, long size) implements SpecNode {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /**
   * A single value.
   *
   * @param text as written, without quotes
   * @param quoted whether it was quoted, and so is text whatever it looks like
   * @param type what it means
   */
  record Scalar(Place place, String text, boolean quoted, ScalarType type) implements SpecNode {

    /** The finite number that it is, if any. */
    Optional<BigDecimal> number() {
      return type == ScalarType.NUMBER ? Optional.of(ScalarType.numberOf(text)) : Optional.empty();
    }

    @Override
    public long size() {
      return 1;
    }

    @Override
    public String kind() {
      return switch (type) {
        case TEXT -> "\"" + text + "\"";
        case NUMBER, BOOLEAN, NOT_FINITE -> text;
        case NOTHING -> "nothing";
      };
    }
  }
}

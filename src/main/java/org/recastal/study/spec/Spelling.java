package org.recastal.study.spec;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.recastal.NearestWord;

/** Words for people: choices, and the spelling that was probably meant. */
final class Spelling {

  private Spelling() {}

  /** {@code a, b or c}. */
  static String choices(Collection<String> words) {
    List<String> all = List.copyOf(words);
    if (all.size() < 2) {
      return String.join("", all);
    }
    int last = all.size() - 1;
    return String.join(", ", all.subList(0, last)) + " or " + all.get(last);
  }

  /** {@code (did you mean log?)}, or nothing when no word is near. */
  static String hint(String found, Collection<String> words) {
    return nearest(found, words).map(w -> " (did you mean " + w + "?)").orElse("");
  }

  /** The nearest word within a third of its letters, or one that begins like this. */
  static Optional<String> nearest(String found, Collection<String> words) {
    return NearestWord.to(found, words);
  }

  /** A number as people write it: 15, not 15.0. */
  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }
}

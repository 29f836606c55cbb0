package org.recastal.study.spec;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.recastal.study.spec.SpecNode.Mapping;
import org.recastal.study.spec.SpecNode.Place;
import org.recastal.study.spec.SpecNode.Scalar;
import org.recastal.study.spec.SpecNode.Sequence;

/**
 * A block of the spec, read forgivingly: what is missing or of the wrong type is empty here, since
 * the schema has told that mistake already.
 *
 * @param mapping its keys
 * @param path its key path
 * @param mistakes where further mistakes are told
 */
record Block(Mapping mapping, String path, Mistakes mistakes) {

  boolean has(String key) {
    return mapping.get(key).isPresent();
  }

  Optional<Double> number(String key) {
    return mapping.get(key).flatMap(Block::numberOf).map(BigDecimal::doubleValue);
  }

  /** A whole number; the schema keeps it within the range of a long. */
  Optional<Long> whole(String key) {
    return mapping.get(key).flatMap(Block::wholeOf);
  }

  Optional<Integer> count(String key) {
    return whole(key).filter(n -> n >= 0 && n <= Integer.MAX_VALUE).map(Long::intValue);
  }

  Optional<String> text(String key) {
    return mapping.get(key).flatMap(Block::textOf);
  }

  /** A word that names a constant: {@code gp-hedge} is GP_HEDGE. */
  <E extends Enum<E>> Optional<E> choice(String key, E[] constants) {
    return choice(
        key, word -> List.of(constants).stream().filter(c -> word(c).equals(word)).findFirst());
  }

  <T> Optional<T> choice(String key, Function<String, Optional<T>> ofWord) {
    return text(key).flatMap(ofWord);
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Optional<Block> block(String key) {
    return mapping
        .get(key)
        .filter(Mapping.class::isInstance)
        .map(m -> new Block((Mapping) m, KeyPath.of(path, key), mistakes));
  }

  /** The items of a list, empty when there is none. */
  List<SpecNode> items(String key) {
    return mapping
        .get(key)
        .filter(Sequence.class::isInstance)
        .map(s -> ((Sequence) s).items())
        .orElse(List.of());
  }

  /** The blocks under every key of this block, in order. */
  Map<String, Block> blocks() {
    Map<String, Block> blocks = new LinkedHashMap<>();
    mapping.entries().keySet().forEach(k -> block(k).ifPresent(b -> blocks.put(k, b)));
    return blocks;
  }

  /** A mistake in the value of a key, or in the block when the key is missing. */
  void mistake(String key, String message) {
    Place place = mapping.get(key).map(SpecNode::place).orElse(mapping.place());
    mistakes.add(place, KeyPath.of(path, key), message);
  }

  /** A mistake in the key itself. */
  void keyMistake(String key, String message) {
    mistakes.add(mapping.entries().get(key).place(), KeyPath.of(path, key), message);
  }

  static Optional<String> textOf(SpecNode node) {
    return node instanceof Scalar s && s.type() == ScalarType.TEXT
        ? Optional.of(s.text())
        : Optional.empty();
  }

  /** Text, or a number or truth value as it is written: words of commands need no quotes. */
  static Optional<String> writtenOf(SpecNode node) {
    return node instanceof Scalar s && s.type() != ScalarType.NOTHING
        ? Optional.of(s.text())
        : Optional.empty();
  }

  static Optional<BigDecimal> numberOf(SpecNode node) {
    return node instanceof Scalar s ? s.number() : Optional.empty();
  }

  static Optional<Long> wholeOf(SpecNode node) {
    return numberOf(node)
        .filter(n -> n.stripTrailingZeros().scale() <= 0)
        .filter(n -> n.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0)
        .map(BigDecimal::longValueExact);
  }
}

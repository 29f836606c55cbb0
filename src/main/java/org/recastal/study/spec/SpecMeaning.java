package org.recastal.study.spec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.recastal.RecastAlException;
import org.recastal.space.Constraint;
import org.recastal.space.Parameter;
import org.recastal.space.Pool;
import org.recastal.space.SearchSpace;

/**
 * What a spec means, key by key, whatever way it was written: defaults filled in, comments and
 * order gone, files by name and contents instead of their place on this machine.
 */
public final class SpecMeaning {

  private static final int SHORT_DIGEST = 12;

  private final Map<String, String> entries = new LinkedHashMap<>();

  private SpecMeaning() {}

  /** Canonical text per key path, in the order of the documentation. */
  public static Map<String, String> of(ScanSpec spec) {
    SpecMeaning meaning = new SpecMeaning();
    meaning.put("name", spec.name());
    meaning.put("title", spec.title());
    meaning.space(spec.space());
    meaning.put("limits.quantity", spec.limits().quantity().word());
    meaning.put("limits.unit", spec.limits().unit());
    meaning.put("limits.level", spec.limits().level());
    meaning.goal(spec.goal());
    meaning.start(spec.start());
    meaning.put("rounds", spec.rounds().sizes());
    new SettingsMeaning(meaning.entries).add(spec.surrogate(), spec.strategy(), spec.stop());
    meaning.evaluate(spec.evaluate());
    meaning.put("seed", spec.seed());
    return Collections.unmodifiableMap(meaning.entries);
  }

  /**
   * SHA-256 of {@link #of}, in hexadecimal. It changes with the contents of the files that the spec
   * names, not with their place.
   */
  public static String digest(ScanSpec spec) {
    String lines =
        of(spec).entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue() + "\n")
            .collect(Collectors.joining());
    return sha256(lines.getBytes(StandardCharsets.UTF_8));
  }

  private void space(SearchSpace space) {
    put("parameters", String.join(", ", space.names()));
    for (Parameter axis : space.parameters()) {
      String path = KeyPath.of("parameters", axis.name());
      put(path + ".min", axis.min());
      put(path + ".max", axis.max());
      put(path + ".scale", Block.word(axis.scale()));
      put(path + ".unit", axis.unit());
      put(path + ".label", axis.label());
      put(path + ".step", axis.step());
    }
    put("constraints", space.constraints().stream().map(Constraint::expression).toList());
    space.pool().ifPresent(pool -> put("pool", pooled(pool)));
  }

  private static String pooled(Pool pool) {
    String ids = pool.points().stream().map(p -> p.id().value()).collect(Collectors.joining("\n"));
    String digest = sha256(ids.getBytes(StandardCharsets.UTF_8)).substring(0, SHORT_DIGEST);
    return pool.points().size() + " points (" + digest + ")";
  }

  private void goal(GoalSpec goal) {
    put("goal.find", Block.word(goal.find()));
    goal.of().forEach((line, weight) -> put("goal.of." + line.word(), weight));
    if (goal.find() == GoalSpec.Find.CONTOUR) {
      put("goal.at", goal.at());
    }
  }

  private void start(StartSpec start) {
    start.results().ifPresent(file -> put("start.results", file(file)));
    start.file().ifPresent(file -> put("start.file", file(file)));
    start.design().ifPresent(design -> put("start.design", Block.word(design)));
    put("start.points", start.points());
  }

  private void evaluate(EvaluateSpec evaluate) {
    if (evaluate instanceof ReplaySpec replay) {
      replay(replay);
    }
  }

  private void replay(ReplaySpec replay) {
    String path = "evaluate.replay";
    put(path + ".table", file(replay.table()));
    put(path + ".mode", Block.word(replay.mode()));
    replay.parameterColumns().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(e -> put(path + ".columns." + e.getKey(), e.getValue()));
    replay.lineColumns().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(e -> put(path + ".columns." + e.getKey().word(), e.getValue()));
    put(path + ".unit", replay.unit());
    replay
        .failed()
        .ifPresent(f -> put(path + ".failed", "unless " + f.column() + " is " + f.unless()));
    put(path + ".noise", replay.noise());
  }

  private static String file(Path file) {
    String name = Optional.ofNullable(file.getFileName()).map(Path::toString).orElse("");
    try {
      String digest = sha256(Files.readAllBytes(file)).substring(0, SHORT_DIGEST);
      return name + " (contents " + digest + ")";
    } catch (IOException e) {
      throw new RecastAlException(
          RecastAlException.Kind.BAD_INPUT, file + " cannot be read, and the spec names it", e);
    }
  }

  private void put(String key, Object value) {
    entries.put(key, String.valueOf(value));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

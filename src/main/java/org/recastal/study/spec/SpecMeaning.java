package org.recastal.study.spec;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.recastal.space.Constraint;
import org.recastal.space.Parameter;
import org.recastal.space.Pool;
import org.recastal.space.SearchSpace;
import org.recastal.study.request.ScanRequest.RequestedPoint;

/**
 * What a spec means, key by key, whatever way it was written: defaults filled in, comments and
 * order gone, files by name and contents instead of their place on this machine.
 */
public final class SpecMeaning {

  private static final Pattern OF_CHEAP =
      Pattern.compile(
          "surrogate\\.cheap\\.(?!evaluate\\.steps\\.[^.]+\\.(on|time-limit|attempts)$).*"
              + "|parameters(\\..*(?<!\\.label))?|constraints|pool|limits\\..*|seed");

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
    meaning.start(spec.start(), spec.space());
    meaning.put("rounds", spec.rounds().sizes());
    spec.rounds().running().ifPresent(n -> meaning.put("rounds.running", n));
    new SettingsMeaning(meaning.entries)
        .add(spec.surrogate(), spec.strategy(), spec.stop(), spec.report());
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
    return FileMeaning.sha256(lines.getBytes(StandardCharsets.UTF_8));
  }

  /** What an evaluation means, wherever in a spec it stands. */
  static Map<String, String> evaluation(EvaluateSpec evaluate) {
    SpecMeaning meaning = new SpecMeaning();
    meaning.evaluate(evaluate);
    return meaning.entries;
  }

  /**
   * SHA-256 of what decides computed cheap limits, in hexadecimal: their source and the space, not
   * the rest of the scan, nor where, how long and how often a program is run.
   */
  public static String digestOfCheap(ScanSpec spec) {
    String lines =
        of(spec).entrySet().stream()
            .filter(e -> OF_CHEAP.matcher(e.getKey()).matches())
            .map(e -> e.getKey() + "=" + e.getValue() + "\n")
            .collect(Collectors.joining());
    return FileMeaning.sha256(lines.getBytes(StandardCharsets.UTF_8));
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
    String digest =
        FileMeaning.sha256(ids.getBytes(StandardCharsets.UTF_8))
            .substring(0, FileMeaning.SHORT_DIGEST);
    return pool.points().size() + " points (" + digest + ")";
  }

  private void goal(GoalSpec goal) {
    put("goal.find", Block.word(goal.find()));
    goal.of().forEach((line, weight) -> put("goal.of." + line.word(), weight));
    if (goal.find() == GoalSpec.Find.CONTOUR) {
      put("goal.at", goal.at());
    }
  }

  private void start(StartSpec start, SearchSpace space) {
    start.results().ifPresent(file -> put("start.results", FileMeaning.of(file)));
    start.file().ifPresent(file -> put("start.file", FileMeaning.of(file)));
    start.request().ifPresent(file -> put("start.request", requested(file, space)));
    start.design().ifPresent(design -> put("start.design", Block.word(design)));
    put("start.points", start.points());
  }

  /** The points and what came with them; who asks, and in which words, means nothing. */
  private static String requested(Path file, SearchSpace space) {
    List<RequestedPoint> points = RequestReader.read(file, space.names()).points();
    String lines =
        points.stream()
            .map(p -> p.coordinates() + " " + p.data().map(FileMeaning::digest).orElse("") + "\n")
            .collect(Collectors.joining());
    String digest =
        FileMeaning.sha256(lines.getBytes(StandardCharsets.UTF_8))
            .substring(0, FileMeaning.SHORT_DIGEST);
    return points.size() + " points (" + digest + ")";
  }

  private void evaluate(EvaluateSpec evaluate) {
    if (evaluate instanceof ReplaySpec replay) {
      replay(replay);
    } else if (evaluate instanceof LikelihoodSpec likelihood) {
      new LikelihoodMeaning(entries).add(likelihood);
    } else if (evaluate instanceof StepsSpec steps) {
      new StepsMeaning(entries).add(steps);
    } else {
      put("evaluate.outside", "yes");
    }
  }

  private void replay(ReplaySpec replay) {
    String path = "evaluate.replay";
    put(path + ".table", FileMeaning.of(replay.table()));
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

  private void put(String key, Object value) {
    entries.put(key, String.valueOf(value));
  }
}

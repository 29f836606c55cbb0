package org.recastal.study.observe;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.recastal.RecastAlException;
import org.recastal.limits.LimitCheck;
import org.recastal.limits.Outcome;
import org.recastal.space.PointId;
import org.recastal.study.AnswerCheck;
import org.recastal.study.StudyState;
import org.recastal.study.spec.ScanSpec;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads what was observed, from CSV, HEPData YAML, JSON or YAML lists, and limit files. Everything
 * is checked here: what comes out can be told to the scan.
 */
final class ObservedFiles {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final ScanSpec spec;
  private final PointFinder finder;
  private final LimitCheck check;
  private final Manner manner;

  ObservedFiles(ScanSpec spec, StudyState state, Manner manner) {
    this.spec = spec;
    this.finder = new PointFinder(spec.space(), state);
    this.check =
        new LimitCheck(spec.limits().quantity(), spec.limits().unit(), spec.limits().level());
    this.manner = manner;
  }

  /** All observations, in the order of the files; no point twice. */
  List<Observation> read(List<Path> files) {
    List<Observation> all = new ArrayList<>();
    Map<PointId, String> seen = new HashMap<>();
    for (Path file : files) {
      for (Observation o : read(file)) {
        requireGoalLines(o);
        String before = seen.put(o.point().id(), o.where());
        if (before != null) {
          throw RecastAlException.badInput(
              o.where() + ": the point " + o.point().id() + " stands in " + before + " too");
        }
        all.add(o);
      }
    }
    return all;
  }

  private List<Observation> read(Path file) {
    if (Files.isDirectory(file)) {
      return new ObservedFolder(spec, finder, check, manner).read(file);
    }
    if (!Files.isRegularFile(file)) {
      throw RecastAlException.badInput(
          file + ": no such file; give a CSV, JSON or YAML file, or a folder of limit files");
    }
    if (manner.format().isPresent()) {
      return List.of(new ObservedFolder(spec, finder, check, manner).observation(file));
    }
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".json")) {
      return entries(json(file), file);
    }
    boolean isYaml = name.endsWith(".yaml") || name.endsWith(".yml");
    return isYaml && isList(text(file))
        ? entries(yaml(file), file)
        : ObservedTable.read(file, finder, check, manner);
  }

  private List<Observation> entries(JsonNode root, Path file) {
    return new ObservedEntries(finder, check, manner).read(root, file.getFileName().toString());
  }

  /** A limit that cannot serve the goal is a mistake of whoever tells it, not of the point. */
  private void requireGoalLines(Observation o) {
    if (o.outcome() instanceof Outcome.Answered
        && new AnswerCheck(spec.limits(), spec.goal()).checked(o.outcome())
            instanceof Outcome.Ill ill) {
      throw RecastAlException.badInput(o.where() + ": " + ill.diagnosis().message());
    }
  }

  private static JsonNode json(Path file) {
    try {
      return JSON.readTree(text(file));
    } catch (JsonProcessingException e) {
      throw RecastAlException.badInput(
          file.getFileName()
              + ":"
              + (e.getLocation() == null ? 1 : e.getLocation().getLineNr())
              + ": not JSON: "
              + firstLine(e.getOriginalMessage()));
    }
  }

  private static JsonNode yaml(Path file) {
    try {
      Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(text(file));
      return JSON.valueToTree(tree);
    } catch (YAMLException | IllegalArgumentException e) {
      throw RecastAlException.badInput(
          file.getFileName() + ": not YAML: " + firstLine(e.getMessage()));
    }
  }

  private static boolean isList(String yaml) {
    return yaml.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#") && !line.equals("---"))
        .findFirst()
        .filter(line -> line.startsWith("-") || line.startsWith("["))
        .isPresent();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw RecastAlException.badInput(file.getFileName() + ": not UTF-8 text; convert it first");
    } catch (IOException e) {
      throw new RecastAlException(
          RecastAlException.Kind.FAILURE, file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static String firstLine(String message) {
    return String.valueOf(message).lines().findFirst().orElse("unreadable");
  }
}

package org.recastal.study.observe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.recastal.RecastAlException;
import org.recastal.limits.Diagnosis.Illness;
import org.recastal.limits.LimitCheck;
import org.recastal.limits.Outcome;
import org.recastal.limits.readers.LimitDeclaration;
import org.recastal.limits.readers.LimitFormat;
import org.recastal.limits.readers.LimitReader;
import org.recastal.limits.readers.LimitReaders;
import org.recastal.space.Point;
import org.recastal.study.spec.ScanSpec;
import org.recastal.study.spec.StepsSpec;

/** Limit files, each named after the point that it belongs to, or in a folder so named. */
final class ObservedFolder {

  private final PointFinder finder;
  private final LimitReader reader;
  private final Manner manner;

  ObservedFolder(ScanSpec spec, PointFinder finder, LimitCheck check, Manner manner) {
    this.finder = finder;
    this.manner = manner;
    this.reader = LimitReaders.of(declaration(spec, check, manner));
  }

  private static LimitDeclaration declaration(ScanSpec spec, LimitCheck check, Manner manner) {
    Optional<LimitDeclaration> ofSteps =
        spec.evaluate() instanceof StepsSpec steps ? steps.declaration() : Optional.empty();
    LimitDeclaration base =
        ofSteps
            .filter(d -> manner.format().isEmpty())
            .orElseGet(
                () -> LimitDeclaration.of(manner.format().orElse(LimitFormat.NEUTRAL), check));
    return manner.unit().isEmpty() ? base : inUnit(base, manner.unit());
  }

  private static LimitDeclaration inUnit(LimitDeclaration d, String unit) {
    return new LimitDeclaration(
        d.format(),
        d.check(),
        Optional.of(unit),
        d.columns(),
        d.pattern(),
        d.select(),
        d.thresholds());
  }

  /** One observation per entry of the folder; hidden files are passed over. */
  List<Observation> read(Path folder) {
    List<Observation> all = new ArrayList<>();
    for (Path entry : entries(folder)) {
      all.add(observation(entry));
    }
    if (all.isEmpty()) {
      throw RecastAlException.badInput(
          folder + ": no limit files; expected files or folders named by point id");
    }
    return all;
  }

  /** The observation in one file that is named after its point. */
  Observation observation(Path entry) {
    String name = entry.getFileName().toString();
    boolean isFolder = Files.isDirectory(entry);
    Point point = finder.named(isFolder ? name : stem(name), entry.toString());
    Path file = isFolder ? inside(entry) : entry;
    Outcome outcome = reader.read(file, values(point));
    if (outcome instanceof Outcome.Ill ill && ill.diagnosis().illness() == Illness.STILL_GROWING) {
      throw RecastAlException.badInput(
          ill.diagnosis().message() + "; observe again when it is finished");
    }
    return new Observation(point, outcome, entry.toString());
  }

  /** The name without its ending; point ids have no dots. */
  private static String stem(String name) {
    int dot = name.indexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private Path inside(Path folder) {
    if (manner.file().isPresent()) {
      return folder.resolve(manner.file().get());
    }
    List<Path> files = entries(folder);
    if (files.size() != 1) {
      throw RecastAlException.badInput(
          folder + ": " + files.size() + " files; name the limit file with --file NAME");
    }
    return files.get(0);
  }

  private Map<String, Double> values(Point point) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (int i = 0; i < finder.space().dimension(); i++) {
      values.put(finder.space().names().get(i), point.coordinates().get(i));
    }
    return values;
  }

  private static List<Path> entries(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(f -> !f.getFileName().toString().startsWith(".")).sorted().toList();
    } catch (IOException e) {
      throw new RecastAlException(
          RecastAlException.Kind.BAD_INPUT, folder + ": cannot be listed: " + e.getMessage(), e);
    }
  }
}

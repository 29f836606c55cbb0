package org.recastal.study.observe;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.recastal.limits.LimitRecord;
import org.recastal.limits.Line;
import org.recastal.limits.Outcome;
import org.recastal.study.PointState;
import org.recastal.study.PointState.Status;
import org.recastal.study.StudyState;
import org.recastal.study.journal.Event;
import org.recastal.study.spec.ScanSpec;

/**
 * What observations say that a scan did not know.
 *
 * @param source the files
 * @param fresh points that were not finished before, or not known at all
 * @param corrected points that were told or evaluated otherwise before
 * @param corrections one line for each of them: what was, what is
 * @param known how many points are known just so
 */
public record Tidings(
    String source,
    List<Event.ToldPoint> fresh,
    List<Event.ToldPoint> corrected,
    List<String> corrections,
    int known) {

  public Tidings {
    fresh = List.copyOf(fresh);
    corrected = List.copyOf(corrected);
    corrections = List.copyOf(corrections);
  }

  /**
   * Reads files and compares them with a scan.
   *
   * @throws org.recastal.RecastAlException when anything in any file is refused
   */
  public static Tidings read(ScanSpec spec, StudyState state, List<Path> files, Manner manner) {
    List<Event.ToldPoint> fresh = new ArrayList<>();
    List<Event.ToldPoint> corrected = new ArrayList<>();
    List<String> corrections = new ArrayList<>();
    int known = 0;
    for (Observation o : new ObservedFiles(spec, state, manner).read(files)) {
      Event.ToldPoint told = new Event.ToldPoint(o.point(), o.outcome());
      Optional<PointState> before = state.point(o.point().id());
      if (before.isEmpty() || isOpen(before.get())) {
        fresh.add(told);
      } else if (saysTheSame(before.get(), o.outcome())) {
        known++;
      } else {
        corrected.add(told);
        corrections.add(o.point().id() + ": " + correction(before.get(), o.outcome()));
      }
    }
    String source =
        files.stream().map(f -> String.valueOf(f.getFileName())).collect(Collectors.joining(", "));
    return new Tidings(source, fresh, corrected, corrections, known);
  }

  /** All that is to be journalled. */
  public List<Event.ToldPoint> points() {
    List<Event.ToldPoint> all = new ArrayList<>(fresh);
    all.addAll(corrected);
    return all;
  }

  /** How many of the points to be journalled have such an outcome. */
  public long count(Class<? extends Outcome> kind) {
    return points().stream().filter(p -> kind.isInstance(p.outcome())).count();
  }

  private static boolean isOpen(PointState point) {
    return point.status() == Status.PENDING || point.status() == Status.ABANDONED;
  }

  private static boolean saysTheSame(PointState before, Outcome now) {
    if (now instanceof Outcome.Answered a) {
      return before.limit().equals(Optional.of(a.limit()));
    } else if (now instanceof Outcome.Ill ill) {
      // The message names file and line, which differ when a table has grown.
      return before.status() == Status.FAILED
          && before.diagnosis().map(d -> d.illness() == ill.diagnosis().illness()).orElse(false);
    }
    return before.status() == Status.INVALID;
  }

  private static String correction(PointState before, Outcome now) {
    if (now instanceof Outcome.Answered a && before.limit().isPresent()) {
      return difference(before.limit().get(), a.limit());
    }
    return before.status().name().toLowerCase(Locale.ROOT) + " → " + word(now);
  }

  private static String word(Outcome outcome) {
    if (outcome instanceof Outcome.Answered) {
      return "limit";
    }
    return outcome instanceof Outcome.Ill ill
        ? "failed: " + ill.diagnosis().message()
        : "invalid: " + ((Outcome.Invalid) outcome).reason();
  }

  private static String difference(LimitRecord before, LimitRecord now) {
    List<String> changes = new ArrayList<>();
    for (Line line : Line.values()) {
      if (!before.text(line).equals(now.text(line))) {
        changes.add(line.word() + " " + text(before.text(line)) + " → " + text(now.text(line)));
      } else if (!before.error(line).equals(now.error(line))) {
        changes.add(
            line.word() + ".error " + text(before.error(line)) + " → " + text(now.error(line)));
      }
    }
    return changes.isEmpty() ? "level of confidence changed" : String.join(", ", changes);
  }

  private static <T> String text(Optional<T> value) {
    return value.map(String::valueOf).orElse("none");
  }
}

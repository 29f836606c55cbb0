package org.recastal.study.cheap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.recastal.FileTrouble;
import org.recastal.RecastAlException;
import org.recastal.limits.Line;
import org.recastal.limits.Outcome;
import org.recastal.space.Point;
import org.recastal.space.Pool;
import org.recastal.study.Evaluation;
import org.recastal.study.Learner;
import org.recastal.study.ScanFolder;
import org.recastal.study.StudyState;
import org.recastal.study.spec.CheapSpec;
import org.recastal.study.spec.CheapTable;
import org.recastal.study.spec.ScanSpec;
import org.recastal.study.spec.SpecMeaning;

/**
 * The computed cheap limits of a scan: tables in its folder, each of which is there whole or not at
 * all. What is computed, and with what, names the folder, so that another source never meets the
 * tables of this one.
 *
 * <pre>
 * cheap/DIGEST/0001.csv     limits of the first points; a point without one has nan and says why
 * cheap/DIGEST/0001/        where a command works for it
 * cheap/DIGEST/complete     all tables are there
 * </pre>
 */
public final class CheapTables {

  private static final String TROUBLE = "trouble";
  private static final String COMPLETE = "complete";

  private final ScanSpec spec;
  private final CheapSpec cheap;
  private final CheapSpec.Plan plan;
  private final ScanFolder folder;
  private final Path path;

  private CheapTables(ScanSpec spec, CheapSpec cheap, CheapSpec.Plan plan, ScanFolder folder) {
    this.spec = spec;
    this.cheap = cheap;
    this.plan = plan;
    this.folder = folder;
    String digest = SpecMeaning.digestOfCheap(spec).substring(0, 12);
    this.path = folder.path().resolve("cheap").resolve(digest);
  }

  /**
   * The tables of a scan; empty when its spec has none that are computed.
   *
   * @param spec as it was read, without the pool of its evaluator
   */
  public static Optional<CheapTables> of(ScanSpec spec, ScanFolder folder) {
    return spec.surrogate()
        .cheap()
        .flatMap(c -> c.source().plan().map(p -> new CheapTables(spec, c, p, folder)));
  }

  /** How many tables there will be, at most while they are not complete. */
  public int count() {
    return isComplete() ? finished() : count(plan.points());
  }

  private int count(int points) {
    return (points + plan.perTable() - 1) / plan.perTable();
  }

  /** How many tables there are. */
  public int finished() {
    int finished = 0;
    for (int k = 0; k < count(plan.points()); k++) {
      finished += isThere(k) ? 1 : 0;
    }
    return finished;
  }

  /** Whether nothing is left to compute. */
  public boolean isComplete() {
    return Files.isRegularFile(path.resolve(COMPLETE));
  }

  /** The numbers of the tables of these points that are not there; notes when there are none. */
  List<Integer> missing(List<Point> all) {
    List<Integer> missing = new ArrayList<>();
    for (int k = 0; k < count(all.size()); k++) {
      if (!isThere(k)) {
        missing.add(k);
      }
    }
    if (missing.isEmpty()) {
      writeBeside(COMPLETE, all.size() + " points\n");
    }
    return missing;
  }

  private boolean isThere(int k) {
    return Files.isRegularFile(file(k));
  }

  Path path() {
    return path;
  }

  ScanSpec spec() {
    return spec;
  }

  CheapSpec.Source source() {
    return cheap.source();
  }

  static String name(int k) {
    return String.format(Locale.ROOT, "%04d", k + 1);
  }

  private Path file(int k) {
    return path.resolve(name(k) + ".csv");
  }

  /** Every point, in the order of the tables. */
  List<Point> points() {
    ScanSpec own =
        cheap.source() instanceof CheapSpec.Evaluated evaluated
            ? Evaluation.of(spec.withEvaluate(evaluated.evaluate())).spec()
            : spec;
    List<Point> pool = own.space().pool().map(Pool::points).orElse(List.of());
    List<Point> allowed = pool.stream().filter(p -> own.space().allows(p.toArray())).toList();
    return !allowed.isEmpty() && allowed.size() <= plan.points()
        ? allowed
        : new Learner(own, StudyState.EMPTY).initialDesign(plan.design(), plan.points(), List.of());
  }

  /** Those of table k, of all. */
  List<Point> points(List<Point> all, int k) {
    int from = k * plan.perTable();
    return all.subList(from, Math.min(all.size(), from + plan.perTable()));
  }

  /** A table of points without limits. */
  String table(List<Point> points) {
    StringBuilder text = new StringBuilder(String.join(",", spec.space().names())).append('\n');
    points.forEach(p -> text.append(coordinates(p)).append('\n'));
    return text.toString();
  }

  /** Writes what an evaluator answered. */
  void write(int k, List<Point> points, List<Outcome> outcomes) {
    StringBuilder text = new StringBuilder(String.join(",", spec.space().names()));
    for (Line line : Line.values()) {
      text.append(',').append(line.word());
    }
    text.append(',').append(TROUBLE).append('\n');
    for (int i = 0; i < points.size(); i++) {
      text.append(coordinates(points.get(i)));
      for (Line line : Line.values()) {
        text.append(',').append(value(outcomes.get(i), line));
      }
      text.append(',').append(trouble(outcomes.get(i))).append('\n');
    }
    write(k, text.toString());
  }

  /** Writes that no point of a table has a limit. */
  void writeTrouble(int k, List<Point> points, String why) {
    List<String> columns = new ArrayList<>();
    spec.space().names().forEach(p -> columns.add(cheap.parameterColumns().getOrDefault(p, p)));
    List<String> lines = new ArrayList<>(cheap.lineColumns().values());
    columns.addAll(lines.isEmpty() ? List.of(Line.EXPECTED.word()) : lines);
    columns.add(TROUBLE);
    int numbers = columns.size() - spec.space().dimension() - 1;
    StringBuilder text = new StringBuilder(String.join(",", columns)).append('\n');
    points.forEach(
        p -> text.append(coordinates(p) + ",nan".repeat(numbers) + "," + plain(why) + "\n"));
    write(k, text.toString());
  }

  /**
   * Takes a table that a command left.
   *
   * @throws RecastAlException of what is wrong in it
   */
  void take(int k, Path made) {
    read(made);
    folder.copy(made, file(k));
  }

  private CheapTable read(Path table) {
    return CheapTable.read(
        table, spec.space(), spec.limits(), cheap.parameterColumns(), cheap.lineColumns());
  }

  private void write(int k, String text) {
    folder.write(file(k), text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a file below the folder of these tables. */
  void writeBeside(String place, String text) {
    folder.write(path.resolve(place), text.getBytes(StandardCharsets.UTF_8));
  }

  private static String coordinates(Point point) {
    StringBuilder text = new StringBuilder();
    for (double x : point.coordinates()) {
      text.append(text.length() == 0 ? "" : ",").append(x);
    }
    return text.toString();
  }

  private static String value(Outcome outcome, Line line) {
    return outcome instanceof Outcome.Answered answered && answered.limit().value(line).isPresent()
        ? String.valueOf(answered.limit().values().get(line))
        : "nan";
  }

  private static String trouble(Outcome outcome) {
    if (outcome instanceof Outcome.Ill ill) {
      return plain(ill.diagnosis().message());
    }
    return outcome instanceof Outcome.Invalid invalid ? plain("invalid: " + invalid.reason()) : "";
  }

  /** Fit for a cell without quotes. */
  private static String plain(String text) {
    return text.replaceAll("[\",\\p{Cntrl}]+", " ").strip();
  }

  /** What is known, in the order of the points. */
  public List<CheapSpec.Row> rows() {
    List<CheapSpec.Row> rows = new ArrayList<>();
    for (int k = 0; k < count(plan.points()); k++) {
      if (isThere(k)) {
        rows.addAll(read(file(k)).rows());
      }
    }
    return CheapTable.complete(rows, CheapTable.linesOfMost(rows));
  }

  /** How far they are. */
  public Standing standing() {
    return new Standing(finished(), count(), rows().size(), plan.points());
  }

  /**
   * How far the cheap limits of a scan are.
   *
   * @param tables that are there
   * @param planned how many there will be
   * @param limits known
   * @param points asked for
   */
  public record Standing(int tables, int planned, int limits, int points) {}

  /** A spec with the cheap limits in it, once all are there and of use. */
  public ScanSpec filledIfUseful(ScanSpec other) {
    boolean useful = isComplete() && isUseful(rows());
    return useful ? fill(other) : other;
  }

  private boolean isUseful(List<CheapSpec.Row> rows) {
    return rows.size() >= CheapTable.FEWEST_ROWS
        && CheapTable.lacking(CheapTable.linesOfMost(rows), spec.goal()).isEmpty();
  }

  /**
   * A spec with the cheap limits in it; all are there.
   *
   * @throws RecastAlException when they are too few
   */
  public ScanSpec fill(ScanSpec other) {
    List<CheapSpec.Row> rows = rows();
    Set<Line> lines = CheapTable.linesOfMost(rows);
    Optional<String> lacking = CheapTable.lacking(lines, spec.goal());
    if (!isUseful(rows)) {
      throw RecastAlException.badInput(
          "the cheap limits are of no use: "
              + rows.size()
              + " of "
              + plan.points()
              + " points have one"
              + lacking.filter(l -> !rows.isEmpty()).map(l -> "; " + l).orElse("")
              + firstTrouble().map(t -> "; " + t).orElse("")
              + "; correct their source, remove "
              + path
              + " and run again");
    }
    return other.withSurrogate(other.surrogate().withCheap(cheap.withRows(rows)));
  }

  private Optional<String> firstTrouble() {
    try {
      for (String line : Files.readAllLines(file(0)).stream().skip(1).toList()) {
        String last = line.substring(line.lastIndexOf(',') + 1);
        if (!last.isBlank() && !last.equals("nan")) {
          return Optional.of("the first says: " + last);
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw FileTrouble.in("cannot read", file(0), e);
    }
  }
}

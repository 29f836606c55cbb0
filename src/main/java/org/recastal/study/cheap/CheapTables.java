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
import java.util.stream.IntStream;
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
import org.recastal.study.spec.StepsSpec;

/**
 * The computed cheap limits of a scan: tables in its folder, each of which is there whole or not at
 * all. What is computed, and with what, names the folder, so that another source never meets the
 * tables of this one.
 *
 * <pre>
 * cheap/DIGEST/0001.csv     limits of the first points; a point without one has nan and says why
 * cheap/DIGEST/0001/        where a command works for it
 * cheap/DIGEST/journal.jsonl, points/    of a source whose points are chains of jobs
 * cheap/DIGEST/complete     all tables are there
 * </pre>
 */
public final class CheapTables {

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
    return files().size();
  }

  /** The tables that are there, in order. */
  List<Path> files() {
    return IntStream.range(0, count(plan.points()))
        .filter(this::isThere)
        .mapToObj(this::file)
        .toList();
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

  /** Whether each point is a chain of jobs of its own. */
  private boolean isOfJobs() {
    return cheap.source() instanceof CheapSpec.Evaluated e && e.evaluate() instanceof StepsSpec;
  }

  /** The journal of a source whose points are chains of jobs. */
  CheapJournal journal() {
    ScanSpec own =
        cheap.source() instanceof CheapSpec.Evaluated e ? spec.withEvaluate(e.evaluate()) : spec;
    String name = spec.name() + ".cheap-" + path.getFileName();
    return new CheapJournal(own.withName(name), new ScanFolder(path));
  }

  /** Makes all tables missing; what they were made of stays. */
  void forget() {
    try {
      Files.deleteIfExists(path.resolve(COMPLETE));
      for (Path table : files()) {
        Files.delete(table);
      }
    } catch (IOException e) {
      throw FileTrouble.in("cannot remove the tables in", path, e);
    }
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
    return new CheapText(spec.space().names()).of(points);
  }

  /** Writes what an evaluator answered. */
  void write(int k, List<Point> points, List<Outcome> outcomes) {
    write(k, new CheapText(spec.space().names()).of(points, outcomes));
  }

  /** Writes that no point of a table has a limit. */
  void writeTrouble(int k, List<Point> points, String why) {
    List<String> parameters =
        spec.space().names().stream()
            .map(p -> cheap.parameterColumns().getOrDefault(p, p))
            .toList();
    List<String> lines = List.copyOf(cheap.lineColumns().values());
    write(
        k,
        new CheapText(parameters)
            .without(points, lines.isEmpty() ? List.of(Line.EXPECTED.word()) : lines, why));
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

  /** What is known, in the order of the points. */
  public List<CheapSpec.Row> rows() {
    List<CheapSpec.Row> rows = new ArrayList<>();
    files().forEach(file -> rows.addAll(read(file).rows()));
    return CheapTable.complete(rows, CheapTable.linesOfMost(rows));
  }

  /** How far they are. */
  public CheapStanding standing() {
    return CheapStanding.of(this);
  }

  /** How many points are computed; less is known before they are. */
  int size() {
    try {
      return isComplete()
          ? Integer.parseInt(Files.readString(path.resolve(COMPLETE)).split(" ", 2)[0])
          : plan.points();
    } catch (IOException e) {
      throw FileTrouble.in("cannot read", path.resolve(COMPLETE), e);
    }
  }

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
              + CheapText.firstTrouble(files()).map(t -> "; the first says: " + t).orElse("")
              + "; correct their source, "
              + (isOfJobs() ? "`recast-al retry --cheap`" : "remove " + path)
              + " and run again");
    }
    return other.withSurrogate(other.surrogate().withCheap(cheap.withRows(rows)));
  }
}

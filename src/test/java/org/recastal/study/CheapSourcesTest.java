package org.recastal.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recastal.study.cheap.CheapTables;
import org.recastal.study.spec.ScanSpec;
import org.recastal.study.spec.ScanSpecReader;
import org.recastal.study.spec.SpecException;

/** Cheap limits from a table, from an evaluator and from a program are the same cheap limits. */
class CheapSourcesTest {

  private static final String BY_EVALUATOR =
      "surrogate: {cheap: {evaluate: {replay: {table: sensitivity.csv,"
          + " columns: {expected: sensitivity}}}, points: 5000, per-table: 10}}\n";

  /** The program counts how often it runs, outside of its work folder. */
  private static final String BY_COMMAND =
      "surrogate: {cheap: {command: [sh, approx.sh, \"{{points}}\", \"{{limits}}\", COUNT],"
          + " points: 20, per-table: 8, columns: {expected: approx}}}\n";

  private static final String PROGRAM =
      """
      echo run >> "$3"
      awk -F, 'NR == 1 {print $0 ",approx"} NR > 1 {print $0 "," ($2 > 145 ? "nan" : 1 + $1 / 100)}' "$1" > "$2"
      """;

  @TempDir private Path home;

  private MonoSbb scans;

  @BeforeEach
  void writeFiles() throws IOException {
    scans = MonoSbb.in(home);
    Files.writeString(home.resolve("approx.sh"), PROGRAM);
  }

  private Path spec(String name, String more) throws IOException {
    return scans.spec(name, 1, 6, more.replace("COUNT", home.resolve("count").toString()));
  }

  private static StudyState run(Path file) {
    return MonoSbb.run(file, ScanFolder.besideSpec(file).path());
  }

  private static Scan scan(Path file) {
    return MonoSbb.scan(file, ScanFolder.besideSpec(file).path());
  }

  /** As if the driver had been killed before it began the scan itself. */
  private static void forget(Path file) throws IOException {
    Files.delete(ScanFolder.besideSpec(file).journal());
    try (Stream<Path> all = Files.walk(ScanFolder.besideSpec(file).path().resolve("cheap"), 2)) {
      for (Path complete : all.filter(p -> p.endsWith("complete")).toList()) {
        Files.delete(complete);
      }
    }
  }

  private static List<Path> tables(Path file) throws IOException {
    try (Stream<Path> all = Files.walk(ScanFolder.besideSpec(file).path().resolve("cheap"), 2)) {
      return all.filter(p -> p.toString().endsWith(".csv")).sorted().toList();
    }
  }

  @Test
  void scan_withCheapLimitsByEvaluator_hasTheBitsOfATable() throws IOException {
    StudyState byTable = run(spec("table", MonoSbb.SENSITIVITY));
    Path file = spec("evaluator", BY_EVALUATOR);
    StudyState byEvaluator = run(file);
    assertThat(byEvaluator.fits()).isEqualTo(byTable.fits());
    assertThat(byEvaluator.points()).isEqualTo(byTable.points());
    assertThat(byTable.lastFit().orElseThrow().twoTasks()).isPresent();
    assertThat(ScanFolder.besideSpec(file).readSpec().surrogate().cheap().orElseThrow().rows())
        .hasSize(42);
  }

  @Test
  void scan_killedBetweenTables_computesOnlyWhatIsMissing() throws IOException {
    Path file = spec("evaluator", BY_EVALUATOR);
    StudyState whole = run(file);
    List<Path> tables = tables(file);
    List<String> second = Files.readAllLines(tables.get(1));
    Files.delete(tables.get(1));
    Files.writeString(tables.get(0), Files.readString(tables.get(0)) + "\n");
    forget(file);
    assertThat(run(file).fits()).isEqualTo(whole.fits());
    assertThat(Files.readAllLines(tables.get(1))).isEqualTo(second);
    assertThat(Files.readString(tables.get(0))).endsWith("\n\n"); // not written again
  }

  @Test
  void scan_withCheapLimitsByCommand_runsItOncePerTableAndTakesFailuresAsData() throws IOException {
    Path file = spec("command", BY_COMMAND);
    StudyState state = run(file);
    assertThat(state.lastFit().orElseThrow().twoTasks()).isPresent();
    assertThat(Files.readAllLines(home.resolve("count"))).hasSize(3); // 8 + 8 + 4 points
    ScanSpec known = ScanFolder.besideSpec(file).readSpec();
    int rows = known.surrogate().cheap().orElseThrow().rows().size();
    assertThat(rows).isBetween(17, 19); // the twentieth of the space where it has no number

    List<Path> tables = tables(file);
    Files.delete(tables.get(2)); // a driver killed before it took this table
    forget(file);
    assertThat(run(file).fits()).isEqualTo(state.fits());
    assertThat(Files.readAllLines(home.resolve("count"))).hasSize(3);
  }

  @Test
  void scan_whoseCommandFails_saysWhatItSaidAndIsTriedTwice() throws IOException {
    Files.writeString(
        home.resolve("approx.sh"), "echo run >> \"$3\"; echo 'no such model' >&2; exit 3\n");
    Path file = spec("failing", BY_COMMAND.replace("points: 20", "points: 5"));
    assertThatThrownBy(() -> run(file))
        .hasMessageContaining("0 of 5 points have one")
        .hasMessageContaining("no such model");
    assertThat(Files.readAllLines(home.resolve("count"))).hasSize(2);
  }

  @Test
  void step_whileTheCommandRuns_waitsForNothing() throws IOException {
    Files.writeString(
        home.resolve("approx.sh"),
        "while [ ! -e \"$3\" ]; do sleep 0.05; done\n"
            + PROGRAM.replace("echo run >> \"$3\"\n", ""));
    Path file = spec("stepped", BY_COMMAND.replace("points: 20", "points: 8"));
    try (OpenScan open = scan(file).open(ScanListener.silent())) {
      assertThat(open.step().points()).isEmpty();
      assertThatThrownBy(() -> new HandOut(open)).hasMessageContaining("(0 of 8 points ended)");
    }
    Files.writeString(home.resolve("count"), "");
    assertThat(run(file).isStopped()).isTrue();
  }

  @Test
  void tables_ofAnotherSource_lieElsewhere() throws IOException {
    Path file = spec("evaluator", BY_EVALUATOR);
    CheapTables tables = tables(ScanSpecReader.read(file));
    Path other = spec("more", BY_EVALUATOR.replace("per-table: 10", "per-table: 11"));
    assertThat(tables(ScanSpecReader.read(other)).count()).isEqualTo(455);
    assertThat(tables.count()).isEqualTo(500);
    run(file);
    Files.writeString(
        file,
        Files.readString(file)
            .replace("per-table: 10", "per-table: 11")
            .replace("points: 6", "points: 7"));
    assertThat(run(file).isStopped()).isTrue();
    assertThat(tables(file)).hasSize(5 + 4); // 42 points in tens, in elevens
  }

  private CheapTables tables(ScanSpec spec) {
    return CheapTables.of(spec, new ScanFolder(home.resolve("any"))).orElseThrow();
  }

  @Test
  void spec_withMistakes_isRefusedAtTheKey() throws IOException {
    assertMistake("{points: 10}", "expected one of table, evaluate or command");
    assertMistake("{table: sensitivity.csv, command: [a]}", "expected one source");
    assertMistake("{table: sensitivity.csv, points: 10}", "belongs to limits that are computed");
    assertMistake("{command: [sh, approx.sh, \"{{points}}\"], points: 9}", "{{limits}}");
    assertMistake(
        "{command: [sh, approx.sh, \"{{points}}\", \"{{limits}}\"]}", "how many cheap limits");
    assertMistake("{evaluate: {outside: {}}, points: 9}", "unknown key");
  }

  private void assertMistake(String cheap, String message) throws IOException {
    Path file = spec("mistaken", "surrogate: {cheap: " + cheap + "}\n");
    assertThatThrownBy(() -> ScanSpecReader.read(file))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining(message);
  }
}

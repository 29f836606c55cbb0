package org.recastal.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recastal.RecastAlException;
import org.recastal.space.Point;
import org.recastal.study.journal.Entry;
import org.recastal.study.journal.ScanLock;

class ScanTest {

  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

  @TempDir private Path home;
  private Path specFile;
  private ScanFolder folder;

  /** A table of 7 × 7 limits, one of them failed, and two told results. */
  @BeforeEach
  void writeFiles() throws IOException {
    StringBuilder table = new StringBuilder("x,y,observed,expected\n");
    for (int x = 0; x <= 6; x++) {
      for (int y = 0; y <= 6; y++) {
        double log = 0.5 * (x - 3) + 0.1 * y * y - 0.8;
        String observed = x == 6 && y == 6 ? "nan" : Double.toString(Math.exp(log));
        table.append(x + "," + y + "," + observed + "," + Math.exp(log + 0.2) + "\n");
      }
    }
    Files.createDirectories(home.resolve("tables"));
    Files.writeString(home.resolve("tables/map.csv"), table);
    Files.writeString(
        home.resolve("known.csv"), "x,y,observed,expected\n0,0,0.1,0.13\n6,0,1.8,2.3\n");
    specFile = home.resolve("plane.yml");
    folder = ScanFolder.besideSpec(specFile);
    writeSpec(
        "",
        """
        recast-al: 1
        name: plane
        parameters:
          x: {min: 0, max: 6}
          y: {min: 0, max: 6}
        limits: {quantity: mu-limit}
        goal: {find: contour, of: [observed, expected], at: 1.0}
        start: {results: known.csv, design: sobol, points: 3}
        rounds: [2, 2]
        evaluate:
          replay: {table: tables/map.csv}   # a comment stays
        seed: 3
        """);
  }

  private void writeSpec(String was, String is) throws IOException {
    String text = was.isEmpty() ? is : Files.readString(specFile).replace(was, is);
    assertThat(was.isEmpty() || text.contains(is)).isTrue();
    Files.writeString(specFile, text);
  }

  private StudyState run() {
    return run(ScanListener.silent());
  }

  private StudyState run(ScanListener listener) {
    return run(new Scan(specFile, folder, "test", CLOCK), listener);
  }

  private static StudyState run(Scan scan, ScanListener listener) {
    try (OpenScan open = scan.open(listener)) {
      return open.run(idle -> {});
    }
  }

  private List<String> journal() throws IOException {
    return Files.readAllLines(folder.journal());
  }

  @Test
  void run_fromASpec_makesAFolderBesideIt() {
    StudyState state = run();

    assertThat(folder.path()).isEqualTo(home.resolve("plane"));
    assertThat(state.points()).hasSize(2 + 3 + 4);
    assertThat(state.points().get(0).why()).isEqualTo("told from known.csv");
    assertThat(folder.readState()).isEqualTo(state);
    assertThat(folder.lock()).doesNotExist();
  }

  @Test
  void run_writesNothingOutsideItsFolder() throws IOException {
    run();

    try (Stream<Path> files = Files.list(home)) {
      assertThat(files.map(p -> p.getFileName().toString()))
          .containsExactlyInAnyOrder("tables", "known.csv", "plane.yml", "plane");
    }
  }

  @Test
  void folder_movedWithoutTheSpec_isStillReadAndResumed() throws IOException {
    run();
    List<String> before = journal();
    Path elsewhere = Files.createDirectories(home.resolve("elsewhere")).resolve("moved");
    Files.move(folder.path(), elsewhere);
    Files.delete(home.resolve("tables/map.csv"));
    Files.delete(home.resolve("known.csv"));
    ScanFolder moved = ScanFolder.existing(elsewhere);

    assertThat(moved.readSpec().space().pool().orElseThrow().points()).hasSize(49);
    assertThat(Files.readString(moved.specCopy())).contains("# a comment stays");
    run(Scan.of(moved.path(), Optional.empty(), "test", CLOCK), ScanListener.silent());
    assertThat(Files.readAllLines(moved.journal())).isEqualTo(before);
  }

  @Test
  void run_whileAnotherDriverHoldsTheScan_isLocked() {
    folder.create();
    try (ScanLock lock = ScanLock.take(folder.lock(), CLOCK)) {
      assertThat(lock).isNotNull();
      assertThatThrownBy(this::run)
          .isInstanceOfSatisfying(
              RecastAlException.class,
              e -> assertThat(e.kind()).isEqualTo(RecastAlException.Kind.LOCKED));
    }
  }

  @Test
  void run_withATornJournal_saysSoAndEndsAlike() throws IOException {
    run();
    byte[] whole = Files.readAllBytes(folder.journal());
    Files.write(folder.journal(), java.util.Arrays.copyOf(whole, whole.length / 2));
    Recorder recorder = new Recorder();
    run(recorder);

    assertThat(recorder.notices)
        .singleElement()
        .asString()
        .contains("was cut short; it is kept in");
    assertThat(Files.readAllBytes(folder.journal())).isEqualTo(whole);
  }

  @Test
  void run_afterARewriteThatMeansTheSame_goesOn() throws IOException {
    run();
    List<String> before = journal();
    writeSpec("seed: 3", "# only a remark\nseed:   3");
    run();

    assertThat(journal()).isEqualTo(before);
  }

  @Test
  void run_afterMoreRoundsWereAskedFor_journalsTheDifferenceAndGoesOn() throws IOException {
    StudyState first = run();
    writeSpec("rounds: [2, 2]", "rounds: [2, 2, 3]");
    Recorder recorder = new Recorder();
    StudyState second = run(recorder);

    assertThat(recorder.notices).containsExactly("the spec changed: rounds: [2, 2] → [2, 2, 3]");
    assertThat(second.points()).hasSize(first.points().size() + 3);
    assertThat(second.points().subList(0, first.points().size())).isEqualTo(first.points());
    assertThat(journal()).anyMatch(l -> l.contains("\"event\":\"spec-changed\""));
    assertThat(Files.readString(folder.specCopy())).contains("[2, 2, 3]");
  }

  @Test
  void run_afterTheStrategyChanged_goesOn() throws IOException {
    run();
    writeSpec(
        "rounds: [2, 2]",
        "rounds: [2, 2, 1]\nstrategy: {name: straddle}\nsurrogate: {kernel: rbf, lengths: shared}");
    StudyState state = run();

    assertThat(state.points()).hasSize(10);
    assertThat(state.lastFit().orElseThrow().hyperparameters().lengths()).hasSize(1);
  }

  @Test
  void run_afterAChangeOfMeaning_isRefusedWithTheDifference() throws IOException {
    run();
    List<String> before = journal();
    writeSpec("at: 1.0", "at: 2.0");

    assertThatThrownBy(this::run)
        .isInstanceOfSatisfying(
            RecastAlException.class,
            e -> assertThat(e.kind()).isEqualTo(RecastAlException.Kind.BAD_INPUT))
        .hasMessageContaining("old results would mean something else: goal.at: 1.0 → 2.0")
        .hasMessageContaining("--dir");
    assertThat(journal()).isEqualTo(before);
    assertThat(Files.readString(folder.specCopy())).contains("at: 1.0");
  }

  @Test
  void run_afterTheTableChanged_isRefused() throws IOException {
    run();
    Path table = home.resolve("tables/map.csv");
    Files.writeString(table, Files.readString(table).replace("3,3,", "3,3,1"));

    assertThatThrownBy(this::run).hasMessageContaining("evaluate.replay.table: map.csv");
  }

  @Test
  void run_withAToldPointOutsideTheBox_isRefusedByLine() throws IOException {
    Files.writeString(home.resolve("known.csv"), "x,y,observed,expected\n0,9,0.1,0.13\n");

    assertThatThrownBy(this::run)
        .hasMessageContaining("known.csv:2: y = 9.0 lies outside its bounds");
  }

  @Test
  void run_withAToldPointTwice_isRefusedByLine() throws IOException {
    Files.writeString(
        home.resolve("known.csv"), "x,y,observed,expected\n0,0,0.1,0.13\n0,0,0.1,0.13\n");

    assertThatThrownBy(this::run).hasMessageContaining("known.csv:3: the point");
  }

  @Test
  void run_withToldResultsThatLackALineOfTheGoal_isRefused() throws IOException {
    Files.writeString(home.resolve("known.csv"), "x,y,observed\n0,0,0.1\n");

    assertThatThrownBy(this::run).hasMessageContaining("the goal needs a column expected");
  }

  @Test
  void run_withPointsFromAFile_evaluatesThemFirst() throws IOException {
    Files.writeString(home.resolve("first.csv"), "x,y\n5,5\n0,0\n");
    writeSpec("design: sobol, points: 3", "file: first.csv");
    StudyState state = run();

    // (0, 0) was told already.
    assertThat(state.points().get(2).why()).isEqualTo("from first.csv");
    assertThat(state.points()).hasSize(2 + 1 + 4);
  }

  @Test
  void run_withAPointFromAFileThatIsNotInThePool_isRefused() throws IOException {
    Files.writeString(home.resolve("first.csv"), "x,y\n4.4,5\n");
    writeSpec("design: sobol, points: 3", "file: first.csv");

    assertThatThrownBy(this::run)
        .hasMessageContaining(
            "first.csv:2: no point can be evaluated here; the nearest is [4.0, 5.0]");
  }

  @Test
  void existing_ofAFolderWithoutAScan_saysWhatIsMissing() {
    assertThatThrownBy(() -> ScanFolder.existing(home))
        .hasMessageContaining("holds no scan (no journal.jsonl in it)");
  }

  /** Remembers notices. */
  private static final class Recorder implements ScanListener {
    private final List<String> notices = new ArrayList<>();

    @Override
    public void notice(String line) {
      notices.add(line);
    }

    @Override
    public void evaluating(Point point, StudyState state) {}

    @Override
    public void happened(Entry entry, StudyState state) {}
  }
}

package org.recastal.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recastal.space.Point;
import org.recastal.study.cheap.CheapStanding;
import org.recastal.study.journal.Entry;
import org.recastal.study.spec.ScanSpec;
import org.recastal.study.spec.ScanSpecReader;
import org.recastal.study.spec.SpecException;

/** Cheap limits by steps: one chain of jobs per point, with a journal of their own. */
class CheapStepsTest {

  /** The programs count their runs outside of their work folders. */
  private static final String CHEAP =
      """
      executors:
        here: {local: {jobs: 4}}
      surrogate:
        cheap:
          points: 12
          evaluate:
            steps:
              scale:
                command: [sh, scale.sh, "{{mzp}}", "{{ms}}", COUNT]
                files: [scale.sh]
                outputs: {scale: scale}
              fit:
                shell: cat scale > limits.csv; [ "$PARAM_ms" != 0 ]
                inputs: {scale: scale.scale}
                outputs: {limits: limits.csv}
                on: here
            limits: {from: fit.limits, format: csv, columns: {expected: approx}}
      """;

  private static final String PROGRAM =
      """
      echo "$1 $2" >> "$3"
      awk -v x="$1" -v y="$2" 'BEGIN {if (y > 145) exit 1; print "approx"; print 1 + x / 100}' > scale
      """;

  /** The same numbers by one program for all points. */
  private static final String BY_COMMAND =
      "surrogate: {cheap: {command: [sh, approx.sh, \"{{points}}\", \"{{limits}}\"],"
          + " points: 12, columns: {expected: approx}}}\n";

  private static final String APPROX =
      """
      awk -F, 'NR == 1 {print $0 ",approx"} NR > 1 {print $0 "," ($2 > 145 ? "nan" : 1 + $1 / 100)}' "$1" > "$2"
      """;

  @TempDir private Path home;
  private MonoSbb scans;
  private final List<String> notices = new ArrayList<>();

  @BeforeEach
  void writeFiles() throws IOException {
    scans = MonoSbb.in(home);
    Files.writeString(home.resolve("scale.sh"), PROGRAM);
    Files.writeString(home.resolve("approx.sh"), APPROX);
  }

  private Path spec(String name, String more) throws IOException {
    return scans.spec(name, 1, 6, more.replace("COUNT", count().toString()));
  }

  private Path count() {
    return home.resolve("count");
  }

  private StudyState run(Path file) {
    return MonoSbb.run(file, ScanFolder.besideSpec(file).path(), listener());
  }

  private ScanListener listener() {
    return new ScanListener() {
      @Override
      public void notice(String line) {
        notices.add(line);
      }

      @Override
      public void evaluating(Point point, StudyState state) {}

      @Override
      public void happened(Entry entry, StudyState state) {}
    };
  }

  private OpenScan open(Path file) {
    return MonoSbb.scan(file, ScanFolder.besideSpec(file).path()).open(listener());
  }

  private static Path cheapFolder(Path file) throws IOException {
    try (Stream<Path> all = Files.list(ScanFolder.besideSpec(file).path().resolve("cheap"))) {
      return all.findFirst().orElseThrow();
    }
  }

  private static CheapStanding standing(Path file) {
    return ScanFolder.besideSpec(file).cheapTables().orElseThrow().standing();
  }

  @Test
  void scan_withCheapLimitsBySteps_hasTheBitsOfAProgramForAll() throws IOException {
    StudyState byCommand = run(spec("command", BY_COMMAND));
    Path file = spec("steps", CHEAP);
    StudyState bySteps = run(file);
    assertThat(bySteps.fits()).isEqualTo(byCommand.fits());
    assertThat(bySteps.points()).isEqualTo(byCommand.points());
    assertThat(bySteps.lastFit().orElseThrow().twoTasks()).isPresent();
  }

  @Test
  void scan_withPointsThatFail_leavesThemOutAndSaysWhyInOneLine() throws IOException {
    Path file = spec("steps", CHEAP.replace("points: 12", "points: 30"));
    run(file);
    CheapStanding standing = standing(file);
    assertThat(standing.without()).isBetween(1, 3); // the twentieth of the space without a number
    assertThat(standing.limits()).isEqualTo(30 - standing.without());
    assertThat(standing.sentence())
        .startsWith(standing.limits() + " of 30 points have one; ")
        .contains("left out, the first says: step scale failed 2 times");
    assertThat(notices).filteredOn(n -> n.contains("have one")).hasSize(1);
    assertThat(notices).anyMatch(n -> n.startsWith("cheap limits: 15 of 30 points ended"));
    assertThat(ScanFolder.besideSpec(file).readSpec().surrogate().cheap().orElseThrow().rows())
        .hasSize(standing.limits());
  }

  @Test
  void scan_killedAtAnyLineOfTheCheapJournal_repeatsNoJob() throws IOException {
    Path file = spec("steps", CHEAP.replace("points: 12", "points: 4"));
    StudyState whole = run(file);
    List<String> runs = Files.readAllLines(count());
    Path journal = cheapFolder(file).resolve("journal.jsonl");
    Path table = cheapFolder(file).resolve("0001.csv");
    List<String> lines = Files.readAllLines(journal);
    List<String> limits = Files.readAllLines(table);
    assertThat(lines).hasSize(2 + 4 * (2 * 3 + 1)); // two jobs of three lines, and an answer
    for (int kept = 0; kept <= lines.size(); kept++) {
      Files.write(journal, lines.subList(0, kept));
      Files.delete(table);
      Files.delete(cheapFolder(file).resolve("complete"));
      Files.delete(ScanFolder.besideSpec(file).journal());
      assertThat(run(file).fits()).as("cut after line %d", kept).isEqualTo(whole.fits());
      assertThat(Files.readAllLines(table)).isEqualTo(limits);
    }
    assertThat(Files.readAllLines(count())).isEqualTo(runs);
  }

  @Test
  void step_whileJobsRun_waitsForNothingAndIsToldHowFar() throws IOException {
    Files.writeString(
        home.resolve("scale.sh"), "while [ ! -e \"$3\" ]; do sleep 0.05; done\n" + PROGRAM);
    Path file = spec("steps", CHEAP);
    try (OpenScan open = open(file)) {
      assertThat(open.step().points()).isEmpty();
      assertThat(standing(file).sentence()).isEqualTo("0 of 12 points ended, 4 jobs running");
      assertThatThrownBy(() -> new HandOut(open)).hasMessageContaining("0 of 12 points ended");
    }
    Files.writeString(count(), "");
    assertThat(run(file).isStopped()).isTrue();
  }

  @Test
  void cancel_whileJobsRun_endsThemAndTheyAreBegunAnew() throws IOException {
    Path gate = home.resolve("gate");
    Files.writeString(
        home.resolve("scale.sh"), "while [ ! -e " + gate + " ]; do sleep 0.05; done\n" + PROGRAM);
    Path file = spec("steps", CHEAP);
    try (OpenScan open = open(file)) {
      open.step();
      assertThat(open.orders().cancel(List.of())).isEqualTo(4);
      assertThat(standing(file).running()).isZero();
      assertThat(open.orders().cancel(List.of())).isZero();
    }
    Files.writeString(gate, "");
    assertThat(run(file).isStopped()).isTrue();
    assertThat(standing(file).limits()).isGreaterThanOrEqualTo(11);
  }

  @Test
  void cancel_ofTheProgramForAll_endsItAndItIsBegunAnew() throws IOException {
    Path gate = home.resolve("gate");
    Files.writeString(
        home.resolve("approx.sh"), "while [ ! -e " + gate + " ]; do sleep 0.05; done\n" + APPROX);
    Path file = spec("command", BY_COMMAND);
    for (int times = 0; times < 3; times++) {
      try (OpenScan open = open(file)) {
        open.step();
        assertThat(open.orders().cancel(List.of())).isEqualTo(1);
      }
    }
    Files.writeString(gate, "");
    assertThat(run(file).isStopped()).isTrue();
  }

  @Test
  void retry_ofCheapPointsThatFailed_doesThemAnewUntilARoundWasLearnt() throws IOException {
    Path card = home.resolve("card");
    Files.writeString(
        home.resolve("scale.sh"),
        "[ -e " + card + " ] || { echo 'no card' >&2; exit 3; }\n" + PROGRAM);
    Path file = spec("steps", CHEAP);
    assertThatThrownBy(() -> run(file))
        .hasMessageContaining("0 of 12 points have one")
        .hasMessageContaining("no card")
        .hasMessageContaining("retry --cheap");

    Files.writeString(card, "");
    try (OpenScan open = open(file)) {
      assertThat(open.orders().retryCheap("the card is there")).isEqualTo(12);
    }
    assertThat(run(file).isStopped()).isTrue();
    try (OpenScan open = open(file)) {
      assertThatThrownBy(() -> open.orders().retryCheap("again"))
          .hasMessageContaining("was learnt from the cheap limits as they are");
    }
  }

  @Test
  void scan_whoseStepsRunElsewhereOrLonger_keepsItsCheapLimits() throws IOException {
    Path file = spec("steps", CHEAP.replace("points: 12", "points: 4"));
    run(file);
    List<String> runs = Files.readAllLines(count());
    Path folder = cheapFolder(file);
    Files.writeString(
        file,
        Files.readString(file)
            .replace("jobs: 4", "jobs: 2")
            .replace("on: here", "on: here\n          attempts: 5\n          time-limit: 2h"));
    run(file);
    assertThat(cheapFolder(file)).isEqualTo(folder);
    assertThat(Files.readAllLines(count())).isEqualTo(runs);
  }

  @Test
  void scan_fromItsFolderAlone_hasTheProgramsOfItsCheapLimits() throws IOException {
    Path file = spec("steps", CHEAP.replace("points: 12", "points: 4"));
    ScanFolder folder = ScanFolder.besideSpec(file);
    try (OpenScan open = open(file)) {
      assertThat(open.state().begun()).isPresent();
    }
    Files.delete(home.resolve("scale.sh"));
    Files.delete(file);
    StudyState state = MonoSbb.run(folder.specCopy(), folder.path());
    assertThat(state.isStopped()).isTrue();
    assertThat(Files.readAllLines(count())).hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void scan_withYieldsOfAStep_computesTheirLimits() throws IOException {
    String yields =
        """
        surrogate:
          cheap:
            points: 9
            evaluate:
              steps:
                select:
                  shell: |
                    awk "BEGIN {print \\"yield\\"; print $PARAM_mzp / 500 + $PARAM_ms / 100}" > yields.csv
                  outputs: {yields: yields.csv}
              likelihood:
                counting: {observed: 3, background: 2.5, error: 0.7}
                signal: select.yields
        """;
    Path file = spec("yields", yields);
    assertThat(run(file).isStopped()).isTrue();
    assertThat(standing(file).sentence()).isEqualTo("9 of 9 points have one");
  }

  @Test
  void check_ofSteps_readsTheSameKeysAsEvaluate() throws IOException {
    assertMistake(c -> c.replace("points: 12", "points: 12\n    per-table: 3"), "remove it");
    assertMistake(c -> c.replace("fit.limits", "fit.limit"), "no output named \"limit\"");
    assertMistake(c -> c.replace("on: here", "on: there"), "no executor is named there");
    assertMistake(c -> c.replace("    points: 12\n", ""), "how many cheap limits");
    Path file = spec("none", MonoSbb.SENSITIVITY + "executors: {here: {local: {}}}\n");
    assertThatThrownBy(() -> ScanSpecReader.read(file))
        .hasMessageContaining("belong to evaluate.steps");
    ScanSpec sound = ScanSpecReader.read(spec("sound", CHEAP));
    assertThat(sound.surrogate().cheap().flatMap(c -> c.source().plan()).map(p -> p.points()))
        .isEqualTo(Optional.of(12));
  }

  private void assertMistake(UnaryOperator<String> change, String message) throws IOException {
    Path file = spec("mistaken", change.apply(CHEAP));
    assertThatThrownBy(() -> ScanSpecReader.read(file))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining(message);
  }
}

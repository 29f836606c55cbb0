package org.recastal.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recastal.CommandRun;
import org.recastal.limits.LimitRecord;
import org.recastal.limits.Line;
import org.recastal.limits.Outcome;
import org.recastal.numerics.RandomStream;
import org.recastal.study.replay.ResultTable;
import org.recastal.study.spec.ReplaySpec;
import org.recastal.study.spec.ScanSpec;
import org.recastal.study.spec.ScanSpecReader;
import org.recastal.surrogate.Surrogate;

/** Scans of the mono-s(bb) grid, with and without the truth-level sensitivity beside them. */
class TwoTaskScanTest {

  private static final int START = 4;
  private static final int MOST = 13;

  @TempDir private Path home;

  private MonoSbb scans;

  @BeforeEach
  void writeFiles() throws IOException {
    scans = MonoSbb.in(home);
  }

  /** A scan of so many points; its folder is beside it and named by seed and cheap source. */
  private Path spec(int seed, int points, String more) throws IOException {
    return scans.spec("scan-" + seed + more.length(), seed, points, more);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void scan_withTheSensitivity_needsFewerLimits(int seed) throws IOException {
    int alone = limitsNeeded(spec(seed, MOST, ""));
    int guided = limitsNeeded(spec(seed, MOST, MonoSbb.SENSITIVITY));
    assertThat(guided).isLessThan(alone).isLessThanOrEqualTo(6);
  }

  @Test
  void scan_cutInTwo_goesOnWithTheSameBits() throws IOException {
    Path whole = spec(1, 7, MonoSbb.SENSITIVITY);
    StudyState atOnce = MonoSbb.run(whole, home.resolve("whole"));
    MonoSbb.run(whole, home.resolve("cut"));
    Path journal = home.resolve("cut/journal.jsonl");
    List<String> lines = Files.readAllLines(journal);
    Files.write(journal, lines.subList(0, lines.size() / 2));
    assertThat(MonoSbb.run(whole, home.resolve("cut"))).isEqualTo(atOnce);
    assertThat(Files.readAllLines(journal)).isEqualTo(lines);
    assertThat(lines).anyMatch(line -> line.contains("\"cheap\""));
    assertThat(atOnce.lastFit().orElseThrow().twoTasks().orElseThrow().covariance().correlation())
        .isLessThan(
            -0.8); // the limit rises where the sensitivity falls; seen: -0.86 from seven limits
  }

  @Test
  void scan_withCheapValuesOfNothing_leavesThemOut() throws IOException {
    RandomStream random = RandomStream.named(1, 0, "cheap");
    Path table = home.resolve("sensitivity.csv");
    Files.write(
        table,
        Files.readAllLines(table).stream()
            .map(l -> l + "," + (l.startsWith("mzp") ? "noise" : random.nextDouble()))
            .toList());
    String noise = MonoSbb.SENSITIVITY.replace("expected: sensitivity", "expected: noise");
    Path file = spec(1, MOST, noise);
    Path folder = home.resolve("noise");
    assertThat(MonoSbb.run(file, folder).lastFit().orElseThrow().isOfAnswersAlone()).isTrue();

    CommandRun status = CommandRun.done("status", folder.toString());
    assertThat(status.out().lines())
        .anyMatch(
            l ->
                l.matches(" +cheap +not used: the answers foretell one another better without .*"));
    assertThat(CommandRun.done("status", folder.toString(), "--json").out())
        .contains("\"cheap_used\" : false");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "columns: {ms: m_s, expected: sensitivity}|no column \"m_s\"",
        "columns: {ms: ms}|needs a column of observed or of expected",
        "columns: {expected: sensitivty}|no column \"sensitivty\"",
        "columns: {expected: mdm, observed: zero}|zero = 0; expected a positive number",
        "columns: {mzp: gx, expected: sensitivity}|0 rows with numbers inside the bounds"
      })
  void spec_withAMistakeInTheCheapTable_isRefusedInOneLine(String columns, String message)
      throws IOException {
    Path table = home.resolve("sensitivity.csv");
    Files.write(
        table,
        Files.readAllLines(table).stream()
            .map(l -> l + (l.startsWith("mzp") ? ",zero" : ",0"))
            .toList());
    Path file = spec(1, 7, "surrogate: {cheap: {table: sensitivity.csv, " + columns + "}}\n");
    assertThatThrownBy(() -> ScanSpecReader.read(file)).hasMessageContaining(message);
  }

  @Test
  void spec_ofAnExcess_needsBothLinesOfTheCheapTable() throws IOException {
    Path file = spec(1, 7, MonoSbb.SENSITIVITY);
    String contour = "{find: contour, of: [expected], at: 1.0}";
    String text = Files.readString(file).replace(contour, "{find: excess}");
    Files.writeString(file, text.replace("straddle", "ei"));
    assertThatThrownBy(() -> ScanSpecReader.read(file))
        .hasMessageContaining("the table needs a column of each");
  }

  /** The fewest limits from which on at most one point of the grid stands on the wrong side. */
  private int limitsNeeded(Path file) {
    ScanFolder folder = ScanFolder.besideSpec(file);
    StudyState state = MonoSbb.run(file, folder.path());
    int needed = START;
    for (int round = 0; round <= MOST - START; round++) {
      if (wrong(folder.readSpec(), state, round) > 1) {
        needed = START + round + 1;
      }
    }
    return needed;
  }

  /** How many of the grid's points stand on the wrong side after a round. */
  private static int wrong(ScanSpec spec, StudyState state, int round) {
    UnitSpace space = new UnitSpace(spec.space());
    LearningTask task = new LearningTask(spec.goal(), new LearntScale(spec.limits().quantity()));
    Surrogate surrogate =
        new LearntModel(spec, space, task.goalColumns())
            .surrogate(
                Answers.of(state).upTo(round).trainingSet(space, task.goalColumns()),
                state.fit(round).orElseThrow());
    List<ResultTable.Row> rows =
        ResultTable.read((ReplaySpec) spec.evaluate(), spec.space(), spec.limits()).rows();
    double[] mean =
        surrogate.posterior(space.unit(rows.stream().map(ResultTable.Row::point).toList())).mean(0);
    int wrong = 0;
    for (int i = 0; i < mean.length; i++) {
      LimitRecord limit = ((Outcome.Answered) rows.get(i).outcome()).limit();
      double truth = limit.values().get(Line.EXPECTED);
      wrong += mean[i] > 0 == truth > 1 ? 0 : 1;
    }
    return wrong;
  }
}

package org.recastal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recastal.CommandRun;
import org.recastal.study.PointState;
import org.recastal.study.ScanFolder;
import org.recastal.study.StudyState;

/** Pins and vetoes. */
class WishesTest {

  @TempDir private Path folder;
  private Outsider outsider;

  @BeforeEach
  void writeSpec() throws IOException {
    outsider = Outsider.in(folder);
  }

  private CommandRun pin(String at) {
    return CommandRun.of("pin", outsider.scan().spec(), "--at", at, "--reason", "the benchmark");
  }

  private CommandRun veto(String where) {
    return CommandRun.of(
        "veto", outsider.scan().spec(), "--where", where, "--reason", "no trigger");
  }

  private StudyState state() {
    return ScanFolder.existing(outsider.scan().dir()).readState();
  }

  @Test
  void pin_beforeTheStart_comesFirstInIt() {
    assertThat(pin("m1=150,m2=50").code()).isZero();
    List<String> start = outsider.suggest();

    assertThat(start).hasSize(1 + 5);
    assertThat(start.get(1)).contains(",150,50,").endsWith("pinned: the benchmark");
    assertThat(state().pins()).isEmpty();
  }

  @Test
  void pin_duringTheScan_comesFirstInTheNextBatch() throws IOException {
    outsider.answer(outsider.suggest());
    pin("m2=250,m1=400");
    pin("m1=400,m2=300");
    List<String> one = outsider.suggest("-n", 1);
    List<String> next = outsider.suggest("-n", 3);

    assertThat(one.get(1)).contains(",400,250,").contains("pinned");
    assertThat(next.get(1)).contains(",400,300,").contains("pinned");
    assertThat(next.get(2)).contains("expects").doesNotContain("pinned");
  }

  @Test
  void pin_inAScanThatDrivesItself_isEvaluated() {
    CommandRun.done("suggest", outsider.scan().spec(), "-n", 1, "--dir", folder.resolve("other"));
    pin("m1=100,m2=50");
    outsider.scan().finished();

    assertThat(state().points().get(0).why()).isEqualTo("pinned: the benchmark");
    assertThat(state().points().get(0).status()).isEqualTo(PointState.Status.LIMIT);
    assertThat(state().points()).hasSize(10);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "m1=900,m2=50 | m1 = 900.0 lies outside its bounds",
        "m1=160,m2=50 | no point can be evaluated here; the nearest is",
        "m1=150 | no value for m2",
        "m1=150,m2=50,m3=1 | no parameter is named m3",
        "m1=150,m2=abc | abc",
        "m1=300,m2=200 | lies where a veto forbids points",
        "m1=100,m2=0 | is pinned already"
      })
  void pin_ofWhatCannotBe_isRefused(String at, String message) {
    pin("m1=100,m2=0");
    veto("m1 > 250");
    CommandRun run = pin(at);

    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains(message);
    assertThat(state().pins()).hasSize(1);
  }

  @Test
  void pin_ofAKnownPoint_isRefusedWithItsStatus() throws IOException {
    String[] cells = outsider.suggest("-n", 1).get(1).split(",", -1);
    CommandRun run = pin("m1=" + cells[1] + ",m2=" + cells[2]);

    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("is in the scan already: it is pending");
  }

  @Test
  void veto_ofARegion_keepsDesignAndBatchesOut() throws IOException {
    veto("m1 - m2 > 100");
    List<String> all = new ArrayList<>();
    List<String> start = outsider.suggest();
    all.addAll(start.subList(1, start.size()));
    outsider.answer(start);
    List<String> next = outsider.suggest("-n", 8);
    all.addAll(next.subList(1, next.size()));

    assertThat(all)
        .hasSize(5 + 8)
        .allMatch(
            row ->
                Double.parseDouble(row.split(",", -1)[1])
                        - Double.parseDouble(row.split(",", -1)[2])
                    <= 100);
  }

  @Test
  void veto_duringTheDesign_dropsWhatIsLeftOfItThere() {
    outsider.suggest("-n", 1);
    veto("m1 >= 250");
    List<String> rest = outsider.suggest("-n", 10);

    assertThat(rest.subList(1, rest.size()))
        .hasSizeLessThanOrEqualTo(4)
        .allMatch(row -> Double.parseDouble(row.split(",", -1)[1]) < 250);
  }

  @Test
  void veto_whereItsExpressionIsUndefined_forbidsNothing() {
    assertThat(veto("sqrt(m1 - 250) > 5").code()).isZero();
    outsider.suggest("-n", 5);

    assertThat(state().points()).anyMatch(p -> p.point().coordinates().get(0) < 250);
    assertThat(state().points()).noneMatch(p -> p.point().coordinates().get(0) > 275);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "m3 > 40 | no parameter is named m3",
        "m1 + 3 | gives a number",
        "m1 > | not understood",
        "m2 > 290 | is vetoed already"
      })
  void veto_thatCannotBeRead_isRefused(String where, String message) {
    veto("m2 > 290");
    CommandRun run = veto(where);

    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains(message);
    assertThat(state().vetoes()).hasSize(1);
  }

  @Test
  void veto_ofAPendingPoint_abandonsIt() {
    String id = outsider.suggest("-n", 2).get(1).split(",", 2)[0];
    CommandRun.done("veto", outsider.scan().dir(), "--point", id, "--reason", "too slow");

    assertThat(state().outside()).hasSize(1);
    assertThat(state().with(PointState.Status.ABANDONED).get(0).why()).isEqualTo("too slow");
    assertThat(CommandRun.of("veto", outsider.scan().dir(), "--point", id).err())
        .contains("is abandoned; only pending and failed points are given up");
    assertThat(CommandRun.of("veto", outsider.scan().dir(), "--point", "p").err())
        .contains("the scan has no point p");
  }

  @Test
  void veto_overPendingPoints_namesThem() {
    String id = outsider.suggest("-n", 1).get(1).split(",", 2)[0];

    assertThat(veto("m1 > 0").err()).contains("note: " + id + " is pending there");
  }

  @Test
  void status_showsWishesWithTheirReasons() {
    pin("m1=150,m2=50");
    veto("m2 > 290");

    assertThat(CommandRun.done("status", outsider.scan().dir()).out())
        .contains("pinned")
        .contains(": the benchmark")
        .contains("m2 > 290: no trigger");
    assertThat(CommandRun.done("status", outsider.scan().dir(), "--json").out())
        .contains("\"where\" : \"m2 > 290\"");
  }
}

package org.recastal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recastal.CommandRun;
import org.recastal.study.ScanFolder;
import org.recastal.study.StudyState;

/** A scan driven from outside, compared with one that drives itself. */
class AskTellTest {

  /** Of 49 places; batches of other sizes see other points, and near 1 fb a cell may turn. */
  private static final long MORE_WRONG = 2;

  @TempDir private Path folder;

  private Outsider outsider(String name) throws IOException {
    return Outsider.in(Files.createDirectory(folder.resolve(name)));
  }

  private static StudyState state(Outsider outsider) {
    return ScanFolder.existing(outsider.scan().dir()).readState();
  }

  private static List<String> ids(StudyState state) {
    return state.points().stream().map(p -> p.point().id().value()).toList();
  }

  @Test
  void loop_ofSuggestAndObserve_takesTheSameStepsAsScan() throws IOException {
    SmallScan alone = SmallScan.in(folder).finished();
    Outsider outsider = outsider("outside");
    for (List<String> batch = outsider.suggest(); batch.size() > 1; batch = outsider.suggest()) {
      outsider.answer(batch);
    }

    StudyState byItself = ScanFolder.existing(alone.dir()).readState();
    assertThat(ids(state(outsider))).isEqualTo(ids(byItself)).hasSize(10);
    assertThat(state(outsider).fits()).isEqualTo(byItself.fits());
    assertThat(state(outsider).decisions()).isEqualTo(byItself.decisions());
  }

  @Test
  void loop_inSmallBatches_findsTheContourWithAsManyPoints() throws IOException {
    SmallScan alone = SmallScan.in(folder).finished();
    Outsider outsider = outsider("outside");
    for (int i = 0; i < 5; i++) {
      outsider.answer(outsider.suggest("-n", 2));
    }

    assertThat(state(outsider).points()).hasSize(10);
    assertThat(wrong(outsider.scan())).isLessThanOrEqualTo(wrong(alone) + MORE_WRONG);
  }

  /** Cells of the map on the wrong side of the observed contour. */
  private static long wrong(SmallScan scan) {
    Path map = scan.spec().resolveSibling("map.csv");
    List<String> rows =
        CommandRun.done("predict", scan.dir(), "--at", map, "--line", "observed")
            .out()
            .lines()
            .skip(1)
            .toList();
    return rows.stream()
        .map(row -> row.split(",", -1))
        .filter(
            cells -> (Double.parseDouble(cells[2]) <= 1) != (Double.parseDouble(cells[7]) > 0.5))
        .count();
  }

  @Test
  void suggest_afterObservesInAnyOrder_isTheSame() throws IOException {
    List<List<String>> next = new ArrayList<>();
    for (boolean backwards : List.of(false, true)) {
      Outsider outsider = outsider("run-" + backwards);
      List<String> rows =
          new ArrayList<>(
              Files.readAllLines(outsider.evaluate(outsider.suggest())).stream().skip(1).toList());
      rows.add("325,160,1.5,1.2"); // never suggested
      rows.add("110,20,0.1,0.08");
      if (backwards) {
        Collections.reverse(rows);
      }
      for (int i = 0; i < rows.size(); i++) {
        Path one =
            outsider.file("r" + i + ".csv", "m1,m2,observed,expected\n" + rows.get(i) + "\n");
        assertThat(outsider.observe(one).code()).isZero();
      }
      next.add(outsider.suggest("-n", 4));
    }

    assertThat(next.get(0)).isEqualTo(next.get(1)).hasSize(1 + 4);
  }

  @Test
  void suggest_withoutANumberWhileARoundIsOut_handsOutTheNextRound() throws IOException {
    Outsider outsider = outsider("outside");
    outsider.suggest();

    assertThat(outsider.suggest()).hasSize(1 + 3);
    assertThat(outsider.suggest()).hasSize(1 + 2);
    CommandRun none = CommandRun.done("suggest", outsider.scan().spec());
    assertThat(none.out()).isEqualTo("point,m1,m2,why\n");
    assertThat(none.err()).contains("no round is left").contains("10 points are handed out");
  }

  @Test
  void suggest_afterTheEnd_saysWhyAndGoesOnWhenAskedForANumber() throws IOException {
    Outsider outsider = outsider("outside");
    for (List<String> batch = outsider.suggest(); batch.size() > 1; batch = outsider.suggest()) {
      outsider.answer(batch);
    }
    CommandRun ended = CommandRun.done("suggest", outsider.scan().spec());

    assertThat(ended.err()).contains("the scan has stopped").contains("-n N asks for more");
    assertThat(outsider.suggest("-n", 2)).hasSize(1 + 2);
  }
}

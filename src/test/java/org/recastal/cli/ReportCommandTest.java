package org.recastal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recastal.CommandRun;

class ReportCommandTest {

  @TempDir private static Path shared;
  private static SmallScan plane;

  @TempDir private Path folder;

  @BeforeAll
  static void runScan() throws IOException {
    plane = SmallScan.in(shared).finished();
  }

  /** A third parameter that the limits hardly depend on. */
  private SmallScan inThreeParameters() throws IOException {
    SmallScan scan = SmallScan.in(folder).with("goal:", "goal: ").with("seed: 1", "seed: 2");
    scan.with("  m2: {min: 0", "  g: {min: 1, max: 2}\n  m2: {min: 0");
    Path table = folder.resolve("map.csv");
    StringBuilder text = new StringBuilder("g,m1,m2,observed,expected,status\n");
    Files.readAllLines(table).stream()
        .skip(1)
        .forEach(row -> text.append("1,").append(row).append("\n2,").append(row).append('\n'));
    Files.writeString(table, text);
    return scan.finished();
  }

  @Test
  void report_out_drawsThereAndPrintsThePage() {
    Path out = folder.resolve("new/drawn");
    CommandRun run = CommandRun.done("report", plane.dir(), "--out", out);

    assertThat(run.out()).isEqualTo(out.resolve("report.html") + "\n");
    assertThat(run.err()).isEmpty();
    for (String file :
        new String[] {"report.html", "map.png", "map.svg", "points.csv", "contours.csv"}) {
      assertThat(out.resolve(file)).isNotEmptyFile();
    }
    assertThat(plane.dir().resolve("report")).doesNotExist();
  }

  @Test
  void report_twice_givesTheSameBytes() {
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");
    CommandRun.done("report", plane.dir(), "--out", first);
    CommandRun.done("report", plane.dir(), "--out", second);

    for (String file : new String[] {"report.html", "map.png", "map.svg"}) {
      assertThat(first.resolve(file)).hasSameBinaryContentAs(second.resolve(file));
    }
  }

  @Test
  void report_overlay_comparesWithATableOfItsOwnFormat() throws IOException {
    Path out = folder.resolve("compared");
    CommandRun.done("report", plane.dir(), "--out", out, "--overlay", shared.resolve("map.csv"));

    assertThat(Files.readString(out.resolve("contours.csv"))).contains("observed,1.0,map,nominal,");
    assertThat(Files.readString(out.resolve("report.html")))
        .contains("<td>map</td><td>observed</td>");
    CommandRun missing =
        CommandRun.of("report", plane.dir(), "--overlay", folder.resolve("no-such.csv"));
    assertThat(missing.code()).isEqualTo(2);
    assertThat(missing.err()).contains("overlay no-such", "no such table");
  }

  @Test
  void scan_overlayThatCannotBeRead_isRefusedBeforeAnythingRuns() throws IOException {
    SmallScan scan =
        SmallScan.in(folder)
            .with(
                "seed: 1",
                "report: {overlay: [{table: map.csv, columns: {observed: seen}}]}\nseed: 1");

    CommandRun run = scan.run();

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("overlay map: map.csv:1: no column \"seen\"");
    assertThat(scan.dir()).doesNotExist();
  }

  @Test
  void report_line_choosesTheMapsLine() throws IOException {
    Path usual = folder.resolve("usual");
    Path chosen = folder.resolve("chosen");
    CommandRun.done("report", plane.dir(), "--out", usual);
    CommandRun.done("report", plane.dir(), "--out", chosen, "--line", "expected");

    assertThat(Files.readString(chosen.resolve("contours.csv")))
        .contains("expected,1.0,scan,p84,")
        .doesNotContain("observed,1.0,scan,p84,");
    assertThat(Files.readAllBytes(chosen.resolve("map.png")))
        .isNotEqualTo(Files.readAllBytes(usual.resolve("map.png")));
  }

  @Test
  void report_unknownLine_namesTheKnownOnes() {
    CommandRun word = CommandRun.of("report", plane.dir(), "--line", "obs");
    assertThat(word.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(word.err()).contains("--line obs: expected observed, expected,");

    CommandRun absent = CommandRun.of("report", plane.dir(), "--line", "expected+1s");
    assertThat(absent.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(absent.err()).contains("expected+1s").contains("[observed, expected]");
  }

  @Test
  void report_palette_isTakenInAnyCaseOrRefused() {
    Path out = folder.resolve("drawn");
    CommandRun.done("report", plane.dir(), "--out", out, "--palette", "colour_blind");
    CommandRun run = CommandRun.of("report", plane.dir(), "--out", out, "--palette", "red");

    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("--palette", "CLASSIC, COLOUR_BLIND", "'red'");
  }

  @Test
  void report_slice_setsWhereThePlanesAreTaken() throws IOException {
    SmallScan scan = inThreeParameters();
    Path out = folder.resolve("drawn");
    CommandRun.done("report", scan.dir(), "--out", out, "--slice", "g=1.25,m1=200");

    assertThat(out.resolve("contours.csv")).content().contains(",200.0,").contains(",1.25,");
  }

  @Test
  void report_sliceThatCannotBe_saysWhy() throws IOException {
    SmallScan scan = inThreeParameters();
    CommandRun name = CommandRun.of("report", scan.dir(), "--slice", "q=3");
    assertThat(name.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(name.err()).contains("--slice q: no parameter is named so").contains("[m1, g, m2]");

    CommandRun text = CommandRun.of("report", scan.dir(), "--slice", "g=wide");
    assertThat(text.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(text.err()).contains("--slice").contains("wide");
  }

  @Test
  void report_sliceOutsideTheSpace_isRefused() throws IOException {
    CommandRun run = CommandRun.of("report", inThreeParameters().dir(), "--slice", "g=7");

    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("--slice g=7").contains("from 1 to 2");
  }

  @Test
  void report_sliceOfAPlane_isRefused() {
    CommandRun run = CommandRun.of("report", plane.dir(), "--slice", "q=3");

    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("--slice").contains("three and more parameters");
  }

  @Test
  void report_ofAFolderWithoutAScan_isBadInput() {
    assertThat(CommandRun.of("report", folder).code()).isEqualTo(ExitCode.BAD_INPUT);
  }
}

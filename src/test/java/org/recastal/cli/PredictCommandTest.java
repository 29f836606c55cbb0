package org.recastal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recastal.CommandRun;
import org.recastal.limits.readers.LimitTable;

class PredictCommandTest {

  // In the logarithm of the limit, at a point that the scan knows: the learnt noise, which its
  // bounds keep below a third of the spread of the limits, is far smaller on this smooth map.
  private static final double KNOWN_POINT = 0.05;

  @TempDir private static Path shared;
  private static SmallScan scan;

  @TempDir private Path folder;

  @BeforeAll
  static void runScan() throws IOException {
    scan = SmallScan.in(shared);
    CommandRun.done("scan", scan.spec());
  }

  private CommandRun predict(String points, Object... options) throws IOException {
    Path at = Files.writeString(folder.resolve("points.csv"), points);
    Object[] args = new Object[options.length + 4];
    System.arraycopy(options, 0, args, 4, options.length);
    args[0] = "predict";
    args[1] = scan.dir();
    args[2] = "--at";
    args[3] = at;
    return CommandRun.of(args);
  }

  @Test
  void predict_everyLine_keepsTheColumnsAndAddsThreeEach() throws IOException {
    CommandRun run = predict("name,m2,m1\na,100,200\n\"b, c\",0,100\n");

    assertThat(run.code()).isEqualTo(ExitCode.DONE);
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines())
        .hasSize(3)
        .startsWith(
            "name,m2,m1,observed.mean,observed.std,observed.p_excluded,"
                + "expected.mean,expected.std,expected.p_excluded")
        .anyMatch(line -> line.startsWith("a,100,200,"))
        .anyMatch(line -> line.startsWith("\"b, c\",0,100,"));
  }

  @Test
  void predict_atAnEvaluatedPoint_isItsLogarithm() throws IOException {
    LimitTable known = LimitTable.read(scan.dir().resolve("report/points.csv"));
    Path out = folder.resolve("out.csv");
    predict(Files.readString(scan.dir().resolve("report/points.csv")), "--out", out);
    LimitTable predicted = LimitTable.read(out);

    assertThat(predicted.rows()).hasSameSizeAs(known.rows());
    for (int row = 0; row < known.rows().size(); row++) {
      double logarithm = Math.log(known.number(row, "observed"));
      assertThat(predicted.number(row, "observed.mean")).isCloseTo(logarithm, within(KNOWN_POINT));
      assertThat(predicted.number(row, "observed.std")).isNotNegative();
      assertThat(predicted.number(row, "observed.p_excluded")).isBetween(0.0, 1.0);
    }
  }

  @Test
  void predict_exclusionProbability_isHighWhereTheLimitIsLow() throws IOException {
    Path out = folder.resolve("out.csv");
    CommandRun run = predict("m1,m2\n100,0\n400,300\n", "--out", out, "--line=observed");
    LimitTable table = LimitTable.read(out);

    assertThat(run.out()).isEmpty();
    assertThat(table.number(0, "observed.p_excluded")).isGreaterThan(0.5);
    assertThat(table.number(1, "observed.p_excluded")).isLessThan(0.5);
  }

  @Test
  void predict_chosenLine_printsOnlyIt() throws IOException {
    assertThat(predict("m1,m2\n200,100\n", "--line", "expected").out().lines())
        .startsWith("m1,m2,expected.mean,expected.std,expected.p_excluded");
  }

  @Test
  void predict_missingColumn_namesFileLineAndColumn() throws IOException {
    CommandRun run = predict("# points\n\nm1,mass2\n200,100\n");

    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("points.csv:3: no column m2;").contains("found [m1, mass2]");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void predict_cellThatIsNoNumber_namesFileAndLine() throws IOException {
    CommandRun run = predict("m1,m2\n200,100\n300,many\n");

    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("points.csv:3: m2 = \"many\" is not a number");
  }

  @Test
  void predict_columnThatWouldBeWrittenTwice_isRefused() throws IOException {
    CommandRun run = predict("m1,m2,observed.std\n200,100,1\n");

    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("points.csv:1: column observed.std would be written twice");
  }

  @Test
  void predict_unknownLine_namesTheKnownOnes() throws IOException {
    for (String line : new String[] {"expected+1s", "obs"}) {
      CommandRun run = predict("m1,m2\n200,100\n", "--line", line);
      assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(run.err())
          .contains("--line " + line + ": the scan has no such line; it has observed, expected");
    }
  }

  @Test
  void predict_outsideTheSpace_saysSo() throws IOException {
    CommandRun run = predict("m1,m2\n200,100\n900,100\n");

    assertThat(run.code()).isEqualTo(ExitCode.DONE);
    assertThat(run.err()).startsWith("note: 1 point lies outside the scanned space: extrapolated");
  }

  @Test
  void predict_ofPoolPoints_areNotOutside() throws IOException {
    assertThat(predict("m1,m2\n123.4,56.7\n").err()).isEmpty();
  }

  @Test
  void predict_outputThatCannotBeWritten_isOneLine() throws IOException {
    CommandRun run = predict("m1,m2\n200,100\n", "--out", folder.resolve("absent/out.csv"));

    assertThat(run.code()).isEqualTo(ExitCode.UNEXPECTED);
    assertThat(run.err().lines()).hasSize(1).allMatch(line -> line.contains("cannot write"));
  }

  @Test
  void predict_absentPoints_isBadInput() {
    CommandRun run = CommandRun.of("predict", scan.dir(), "--at", folder.resolve("none.csv"));

    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("none.csv: no such table");
  }
}

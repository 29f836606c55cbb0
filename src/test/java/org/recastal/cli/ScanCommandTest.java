package org.recastal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recastal.study.journal.ScanLock;

/** The commands scan, status and predict on one small scan. */
class ScanCommandTest {

  @TempDir private Path home;
  private Path spec;
  private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void writeFiles() throws IOException {
    StringBuilder table = new StringBuilder("mass,observed,expected\n");
    for (int m = 10; m <= 60; m += 5) {
      table.append(m + "," + Math.exp(0.04 * m - 1.5) + "," + Math.exp(0.04 * m - 1.3) + "\n");
    }
    Files.writeString(home.resolve("map.csv"), table);
    spec = home.resolve("line.yml");
    folder = home.resolve("line");
    Files.writeString(
        spec,
        """
        recast-al: 1
        name: line
        title: A line of masses
        parameters:
          mass: {min: 10, max: 60, unit: GeV}
        limits: {quantity: mu-limit}
        goal: {find: contour, of: [observed], at: 1.0}
        start: {design: grid, points: 3}
        rounds: [2]
        evaluate: {replay: {table: map.csv}}
        """);
  }

  private int run(Object... args) {
    String[] words = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      words[i] = args[i].toString();
    }
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return RecastAl.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(words);
  }

  private int scan() {
    return run("scan", spec, "--no-report");
  }

  private void failOneRow() throws IOException {
    Path map = home.resolve("map.csv");
    Files.writeString(map, Files.readString(map).replaceAll("(?m)^35,.*$", "35,nan,nan"));
  }

  @Test
  void scan_toTheEnd_saysEveryDecisionWithItsReason() {
    assertThat(scan()).isEqualTo(ExitCode.DONE);
    assertThat(err.toString().lines())
        .contains("start: 3 points", "round 1: 2 points")
        .anyMatch(l -> l.contains("no stop rule fired"))
        .anyMatch(l -> l.contains("all 1 rounds are used up"));
    assertThat(err.toString().lines().reduce((a, b) -> b).orElseThrow())
        .startsWith("done: 5 points answered");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void scan_withAReport_printsWhereItIs() {
    assertThat(run("scan", spec)).isEqualTo(ExitCode.DONE);
    assertThat(Path.of(out.toString().strip())).exists().hasFileName("report.html");
  }

  @Test
  void scan_withAFailedRow_endsWithItsExitCodeAndStatusListsIt() throws IOException {
    failOneRow();

    assertThat(scan()).isEqualTo(ExitCode.FAILED_POINTS);
    assertThat(err.toString()).contains("point mass035 failed: ").contains(", 1 failed");
    assertThat(run("status", folder)).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("4 answered, 1 failed").contains("mass035: ");
  }

  @Test
  void scan_withASpecOfAnotherMeaning_isBadInput() throws IOException {
    scan();
    Files.writeString(spec, Files.readString(spec).replace("at: 1.0", "at: 1.5"));

    assertThat(scan()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("goal.at: 1.0 → 1.5");
  }

  @Test
  void scan_thatAnotherDriverHolds_isLocked() throws IOException {
    Files.createDirectories(folder);
    try (ScanLock lock = ScanLock.take(folder.resolve("lock"), InstantSource.system())) {
      assertThat(lock).isNotNull();
      assertThat(scan()).isEqualTo(ExitCode.LOCKED);
    }
    assertThat(err.toString()).startsWith("recast-al: another driver holds the scan: host ");
  }

  @Test
  void scan_ofADamagedJournal_failsWithTheLine() throws IOException {
    scan();
    Path journal = folder.resolve("journal.jsonl");
    List<String> lines = Files.readAllLines(journal);
    lines.set(2, lines.get(2).replace("mass", "mess"));
    Files.write(journal, lines);

    assertThat(scan()).isEqualTo(ExitCode.UNEXPECTED);
    assertThat(err.toString()).contains("journal.jsonl line 3 is damaged: its checksum is");
  }

  @Test
  void scan_intoAnotherFolder_leavesTheDefaultAlone() {
    assertThat(run("scan", spec, "--no-report", "--dir", home.resolve("other")))
        .isEqualTo(ExitCode.DONE);
    assertThat(home.resolve("other/journal.jsonl")).exists();
    assertThat(folder).doesNotExist();
  }

  @Test
  void status_asJson_hasTheFigures() throws IOException {
    scan();

    assertThat(run("status", folder, "--json")).isEqualTo(ExitCode.DONE);
    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertThat(json.path("state").asText()).isEqualTo("stopped");
    assertThat(json.path("answered").asInt()).isEqualTo(5);
    assertThat(json.path("failed").asInt()).isZero();
    assertThat(json.path("misclassified").isNumber()).isTrue();
    assertThat(json.path("decision").path("rule").asText()).isEqualTo("rounds");
    assertThat(json.path("driver").isNull()).isTrue();
  }

  @Test
  void status_withWatchOfAStoppedScan_printsOnce() {
    scan();

    assertThat(run("status", folder, "--watch")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString().lines().filter(l -> l.contains("A line of masses"))).hasSize(1);
  }

  @Test
  void status_ofAnInterruptedScan_saysHowToGoOn() throws IOException {
    scan();
    Path journal = folder.resolve("journal.jsonl");
    List<String> lines = Files.readAllLines(journal);
    Files.write(journal, lines.subList(0, 5));

    assertThat(run("status", folder)).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("interrupted").contains("to resume");
  }

  @Test
  void status_ofNoScan_isBadInput() {
    assertThat(run("status", home)).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("holds no scan");
  }

  private Path points(String text) throws IOException {
    return Files.writeString(home.resolve("points.csv"), text);
  }

  @Test
  void predict_ofALine_addsItsThreeColumns() throws IOException {
    scan();
    Path points = points("label,mass\nlow,12\nhigh,58\n");

    assertThat(run("predict", folder, "--at", points, "--line", "observed"))
        .isEqualTo(ExitCode.DONE);
    List<String> lines = out.toString().lines().toList();
    assertThat(lines.get(0)).isEqualTo("label,mass,observed.mean,observed.std,observed.p_excluded");
    String[] low = lines.get(1).split(",", -1);
    assertThat(low[0] + "," + low[1]).isEqualTo("low,12");
    // The logarithm of the table is a line; two stated deviations hold in nineteen of twenty
    // places.
    double deviation = Double.parseDouble(low[3]);
    assertThat(Double.parseDouble(low[2]))
        .isCloseTo(0.04 * 12 - 1.5, org.assertj.core.api.Assertions.within(2 * deviation));
    assertThat(deviation).isLessThan(0.3);
    assertThat(Double.parseDouble(low[4])).isGreaterThan(0.9);
    assertThat(Double.parseDouble(lines.get(2).split(",", -1)[4])).isLessThan(0.1);
  }

  @Test
  void predict_withoutALine_predictsAllOfThemIntoAFile() throws IOException {
    scan();
    Path file = home.resolve("out.csv");

    assertThat(run("predict", folder, "--at", points("mass\n30\n"), "--out", file)).isZero();
    assertThat(Files.readString(file))
        .startsWith(
            "mass,observed.mean,observed.std,observed.p_excluded,"
                + "expected.mean,expected.std,expected.p_excluded\n");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void predict_outsideTheBox_saysThatItExtrapolates() throws IOException {
    scan();

    assertThat(run("predict", folder, "--at", points("mass\n80\n"))).isZero();
    assertThat(err.toString()).contains("1 point lies outside the scanned space");
  }

  @Test
  void predict_withoutAParametersColumn_namesThoseExpected() throws IOException {
    scan();

    assertThat(run("predict", folder, "--at", points("Mass\n30\n"))).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString())
        .contains("points.csv:1: no column mass; expected a column for each of [mass]");
  }

  @Test
  void predict_ofACellThatIsNoNumber_namesItsLine() throws IOException {
    scan();

    assertThat(run("predict", folder, "--at", points("mass\n30\nheavy\n")))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("points.csv:3: mass = \"heavy\" is not a number");
  }

  @Test
  void predict_ofAnUnknownLine_listsTheKnown() throws IOException {
    scan();

    assertThat(run("predict", folder, "--at", points("mass\n30\n"), "--line", "obs"))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("--line obs: the scan has no such line; it has observed");
  }

  @Test
  void predict_withoutPoints_isBadUsage() {
    assertThat(run("predict", folder)).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("--at");
  }
}

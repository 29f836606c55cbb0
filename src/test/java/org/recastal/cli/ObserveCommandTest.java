package org.recastal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recastal.CommandRun;
import org.recastal.limits.Line;
import org.recastal.study.PointState;
import org.recastal.study.PointState.Status;
import org.recastal.study.ScanFolder;
import org.recastal.study.StudyState;
import org.recastal.study.journal.Event;
import org.recastal.study.journal.JournalText;

class ObserveCommandTest {

  private static final String HEADER = "m1,m2,observed,expected\n";

  @TempDir private Path folder;
  private Outsider outsider;

  @BeforeEach
  void writeSpec() throws IOException {
    outsider = Outsider.in(folder);
  }

  private StudyState state() {
    return ScanFolder.existing(outsider.scan().dir()).readState();
  }

  private CommandRun csv(String rows, Object... options) throws IOException {
    Object[] args = new Object[options.length + 1];
    args[0] = outsider.file("results.csv", rows);
    System.arraycopy(options, 0, args, 1, options.length);
    return outsider.observe(args);
  }

  private long tellings() {
    return JournalText.read(outsider.scan().journal()).events().stream()
        .filter(Event.PointsTold.class::isInstance)
        .count();
  }

  private String firstSuggested() {
    return outsider.suggest("-n", 1).get(1).split(",", 2)[0];
  }

  @Test
  void observe_ofHandedOutPoints_endsThem() throws IOException {
    outsider.answer(outsider.suggest("-n", 3));

    assertThat(state().with(Status.LIMIT)).hasSize(3).allMatch(PointState::handedOut);
    assertThat(state().outside()).isEmpty();
  }

  @Test
  void observe_beforeAnythingWasSuggested_beginsTheScan() throws IOException {
    CommandRun run = csv(HEADER + "137.5,20,0.5,0.4\n300,100,2,1.6\n");

    assertThat(run.err()).contains("told 2 points: 2 limits, 0 failed");
    assertThat(state().points())
        .extracting(PointState::origin)
        .containsOnly(PointState.Origin.OBSERVED);
    assertThat(outsider.suggest()).hasSize(1 + 5);
  }

  @Test
  void observe_byPointIdAlone_findsThePoint() throws IOException {
    String id = firstSuggested();
    CommandRun run = csv("point,observed,expected\n" + id + ",0.5,0.4\n");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(state().outside()).isEmpty();
  }

  @Test
  void observe_ofCoordinatesWithFewerDigits_findsTheHandedOutPoint() throws IOException {
    outsider.scan().with("table: map.csv,", "table: map.csv, mode: interpolate,");
    String[] cells = outsider.suggest("-n", 1).get(1).split(",", -1);
    double rounded = Double.parseDouble(cells[1]) * (1 + 1e-7);
    CommandRun run = csv(HEADER + rounded + "," + cells[2] + ",0.5,0.4\n");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(state().points()).hasSize(1);
  }

  @Test
  void observe_ofRowsWithoutValues_isAFailure() throws IOException {
    CommandRun run = csv(HEADER + "100,0,0.5,0.4\n150,0,NaN,0.4\n200,0,,\n");

    assertThat(run.err()).contains("told 3 points: 1 limits, 2 failed");
    assertThat(state().with(Status.FAILED).get(1).diagnosis().orElseThrow().message())
        .contains("results.csv:4: observed has no value");
  }

  @Test
  void observe_ofASingleRowWithoutValues_isAFailureToo() throws IOException {
    assertThat(csv(HEADER + "200,0,,\n").err()).contains("1 failed");
    assertThat(state().with(Status.FAILED)).hasSize(1);
  }

  @Test
  void observe_withAFailedColumn_takesTheRowsTroubleAsDiagnosis() throws IOException {
    csv(
        "m1,m2,observed,expected,status\n100,0,0.5,0.4,ok\n150,0,0.6,0.5,timeout\n",
        "--failed-column",
        "status=ok");

    assertThat(state().with(Status.FAILED).get(0).diagnosis().orElseThrow().message())
        .contains("the table says timeout");
  }

  @Test
  void observe_inAnotherUnit_convertsByDeclaration() throws IOException {
    csv(HEADER + "100,0,0.0005,0.0004\n", "--unit", "pb");

    double observed =
        state().points().get(0).limit().orElseThrow().value(Line.OBSERVED).orElseThrow();
    assertThat(observed).isEqualTo(0.5); // 0.0005 × 1000 is exact to the last digit
  }

  @Test
  void observe_ofAnotherValue_isACorrectionAndTheNewestCounts() throws IOException {
    csv(HEADER + "100,0,0.34,0.4\n150,0,0.5,0.4\n");
    CommandRun run = csv(HEADER + "100,0,0.32,0.4\n150,0,0.5,0.4\n");

    assertThat(run.err())
        .contains("observed 0.34 → 0.32")
        .contains("told 1 point: 1 limits, 0 failed; 1 of them corrected; 1 already known");
    assertThat(state().points()).hasSize(2);
    assertThat(state().points().get(0).limit().orElseThrow().value(Line.OBSERVED)).contains(0.32);
  }

  @Test
  void observe_ofWhatIsKnown_writesNothing() throws IOException {
    csv(HEADER + "100,0,0.34,0.4\n150,0,,\n");
    long before = tellings();
    CommandRun run = csv("# grown\n" + HEADER + "100,0,0.34,0.4\n150,0,,\n");

    assertThat(run.err()).contains("told 0 points").contains("2 already known");
    assertThat(tellings()).isEqualTo(before);
  }

  @Test
  void observe_afterTheEnd_takesTheDecisionAnew() throws IOException {
    outsider.scan().with("points: 10", "points: 12").finished();
    assertThat(state().isStopped()).isTrue();
    csv(HEADER + "137.5,20,0.5,0.4\n");

    assertThat(state().isStopped()).isFalse();
    outsider.scan().finished();
    assertThat(state().isStopped()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "m1,m2,observed,expected;100,0,1,1;900,0,1,1 | results.csv:3: m1 = 900.0 lies outside its bounds",
        "m1,observed,expected;100,1,1 | results.csv:1: no column m2",
        "point,observed,expected;nowhere,1,1 | results.csv:2: the scan has no point nowhere",
        "m1,m2,observed;100,0,1 | results.csv:2: the goal needs a value of expected",
        "m1,m2,observed,expected;100,0,1,1;100,0,2,2 | stands in results.csv:2 too",
        "m1,m2,observed,expected;x,0,1,1 | m1 = \"x\" is not a number",
        "point,m1,m2,observed,expected;p1,100,0,1,1 | the point at these coordinates is",
        "m1,m2;100,0 | no column of limits"
      })
  void observe_ofABadRow_isRefusedAndNothingIsTold(String rows, String message) throws IOException {
    outsider.suggest("-n", 1);
    long before = tellings();
    CommandRun run = csv(rows.replace(';', '\n') + "\n");

    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains(message);
    assertThat(tellings()).isEqualTo(before);
  }

  @Test
  void observe_dryRun_saysWhatWouldBeToldAndWritesNothing() throws IOException {
    CommandRun run = csv(HEADER + "100,0,0.34,0.4\n", "--dry-run");

    assertThat(run.err()).contains("would tell 1 point: 1 limits");
    assertThat(outsider.scan().dir()).doesNotExist();
  }

  @Test
  void observe_ofJson_takesEveryEnd() throws IOException {
    String id = firstSuggested();
    Path file =
        outsider.file(
            "told.json",
            "[{\"point\": \""
                + id
                + "\", \"observed\": 0.5, \"expected\": 0.4, \"why\": \"x\"},"
                + "{\"at\": {\"m1\": 120, \"m2\": 30}, \"failed\": \"no events\"},"
                + "{\"at\": {\"m2\": 50, \"m1\": 120}, \"observed\": NaN, \"expected\": 1},"
                + "{\"at\": {\"m1\": 130, \"m2\": 30}, \"invalid\": \"no such model\"}]");
    CommandRun run = outsider.observe(file, "--json");

    JsonNode summary = new ObjectMapper().readTree(run.out());
    assertThat(summary.get("limits").asInt()).isEqualTo(1);
    assertThat(summary.get("failed").asInt()).isEqualTo(2);
    assertThat(summary.get("invalid").asInt()).isEqualTo(1);
    assertThat(state().with(Status.INVALID).get(0).why()).isEqualTo("no such model");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | expected a list",
        "[{\"observed\": 1, \"expected\": 1}] | told.json, entry 1: which point?",
        "[{\"at\": {\"m1\": 100}, \"observed\": 1}] | no value for m2",
        "[{\"at\": {\"m1\": 100, \"m2\": 1, \"m3\": 1}, \"observed\": 1}] | no parameter is named m3",
        "[{\"at\": {\"m1\": 100, \"m2\": 1}, \"observd\": 1}] | unknown key \"observd\"",
        "[{\"at\": {\"m1\": 100, \"m2\": 1}}] | found none",
        "[{\"at\": {\"m1\": 100, \"m2\": 1}, \"observed\": 1, \"failed\": \"x\"}] | found 2",
        "[{\"at\": {\"m1\": 100, \"m2\": 1}, \"observed\": \"much\"}] | is not a number",
        "[{\"at\": 3, \"observed\": 1}] | no value for m1",
        "[3] | entry 1: expected {point",
        "[{ | told.json:1: not JSON"
      })
  void observe_ofBadJson_isRefused(String json, String message) throws IOException {
    CommandRun run = outsider.observe(outsider.file("told.json", json));

    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains(message);
  }

  @Test
  void observe_ofAYamlList_readsItLikeJson() throws IOException {
    Path file =
        outsider.file(
            "told.yaml", "# by hand\n- at: {m1: 120, m2: 30}\n  observed: 5e-1\n  expected: 0.4\n");

    assertThat(outsider.observe(file).err()).contains("told 1 point: 1 limits");
  }

  @Test
  void observe_ofHepData_readsTheTable() throws IOException {
    Path file =
        outsider.file(
            "table.yaml",
            """
            independent_variables:
            - header: {name: m1, units: GeV}
              values: [{value: 120}, {value: 140}]
            - header: {name: m2, units: GeV}
              values: [{value: 30}, {value: 30}]
            dependent_variables:
            - header: {name: observed, units: FB}
              values: [{value: 0.5}, {value: 0.6}]
            - header: {name: expected, units: FB}
              values: [{value: 0.4}, {value: 0.5}]
            """);

    CommandRun run = outsider.observe(file);
    assertThat(run.err()).contains("told 2 points: 2 limits");
  }

  @Test
  void observe_ofAFolderWithAnUnknownName_isRefused() throws IOException {
    Path fits = Files.createDirectory(folder.resolve("fits"));
    Files.writeString(fits.resolve("nowhere.json"), "{}");
    CommandRun run = outsider.observe(fits);

    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("the scan has no point nowhere");
  }

  @Test
  void observe_ofAFolderPerPoint_wantsOneFileOrItsName() throws IOException {
    String id = firstSuggested();
    Path point = Files.createDirectories(folder.resolve("fits").resolve(id));
    Files.writeString(point.resolve("a.json"), "{}");
    Files.writeString(point.resolve("b.json"), "{}");
    CommandRun run = outsider.observe(folder.resolve("fits"));

    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("2 files; name the limit file with --file NAME");
  }

  @Test
  void observe_ofAFolderOfLimitFiles_findsPointsByTheirNames() throws IOException {
    List<String> rows = outsider.suggest("-n", 3);
    Path fits = Files.createDirectory(folder.resolve("fits"));
    Files.writeString(fits.resolve(id(rows.get(1)) + ".json"), neutral("0.0005"));
    Files.writeString(
        Files.createDirectory(fits.resolve(id(rows.get(2)))).resolve("limit.json"),
        neutral("0.0006"));
    Files.writeString(fits.resolve(id(rows.get(3)) + ".json"), neutral("-1"));
    Files.writeString(fits.resolve(".hidden"), "");
    CommandRun run = outsider.observe(fits);

    assertThat(run.err()).contains("told 3 points: 2 limits, 1 failed");
    double observed =
        state().points().get(0).limit().orElseThrow().value(Line.OBSERVED).orElseThrow();
    assertThat(observed).isEqualTo(0.5); // the neutral form is in pb, the spec in fb
    assertThat(outsider.observe(fits).err()).contains("told 0 points").contains("3 already known");
  }

  private static String id(String row) {
    return row.split(",", 2)[0];
  }

  private static String neutral(String observed) {
    return "{\"quantity\": \"xsec_upper_limit_pb\", \"observed\": "
        + observed
        + ", \"expected\": 0.0004}";
  }

  @Test
  void observe_ofBadOptions_isRefused() throws IOException {
    Path file = outsider.file("r.csv", HEADER + "100,0,1,1\n");
    for (List<String> options :
        List.of(
            List.of("--format", "root"),
            List.of("--failed-column", "status"),
            List.of("--unit", "nb"))) {
      CommandRun run = outsider.observe(file, options.get(0), options.get(1));
      assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.BAD_INPUT);
    }
    assertThat(outsider.observe(folder.resolve("none.csv")).err()).contains("no such file");
  }
}

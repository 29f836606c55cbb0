package org.recastal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recastal.CommandRun;
import org.recastal.study.journal.Event;
import org.recastal.study.journal.JournalText;
import org.recastal.study.journal.ScanLock;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class SuggestCommandTest {

  @TempDir private Path folder;
  private Outsider outsider;

  @BeforeEach
  void writeSpec() throws IOException {
    outsider = Outsider.in(folder);
  }

  private List<Event> events() {
    return JournalText.read(outsider.scan().journal()).events();
  }

  private static List<String> rows(List<String> csv) {
    return csv.subList(1, csv.size());
  }

  @Test
  void suggest_ofANewScan_handsOutTheDesignPieceByPiece() throws IOException {
    List<String> pieces = new ArrayList<>(rows(outsider.suggest("-n", 2)));
    pieces.addAll(rows(outsider.suggest("-n", 3)));

    java.nio.file.Files.createDirectory(folder.resolve("other"));
    Outsider other = Outsider.in(folder.resolve("other"));
    assertThat(pieces).isEqualTo(rows(other.suggest())).hasSize(5);
    assertThat(pieces).allMatch(row -> row.endsWith(",maximin design"));
  }

  @Test
  void suggest_threeTimes_givesDisjointBatchesThatAreTheSameInAFreshRun() throws IOException {
    List<List<String>> runs = new ArrayList<>();
    for (String name : List.of("one", "two")) {
      Outsider run = Outsider.in(java.nio.file.Files.createDirectory(folder.resolve(name)));
      run.answer(run.suggest());
      List<String> all = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        all.addAll(rows(run.suggest("-n", 4)));
      }
      runs.add(all);
    }

    assertThat(runs.get(0)).isEqualTo(runs.get(1)).hasSize(12);
    assertThat(new HashSet<>(runs.get(0).stream().map(r -> r.split(",", 2)[0]).toList()))
        .hasSize(12);
  }

  @Test
  void suggest_moreThanTheDesignHas_givesTheRestUntilLimitsAreTold() {
    CommandRun run = CommandRun.done("suggest", outsider.scan().spec(), "-n", 8);

    assertThat(run.out().lines()).hasSize(1 + 5);
    assertThat(run.err()).contains("5 of 8 points: these complete the start");
  }

  @Test
  void suggest_moreThanTheDesignHasWithAnswers_asksTheLearnerForTheRest() throws IOException {
    outsider.answer(outsider.suggest("-n", 3));
    List<String> rest = outsider.suggest("-n", 4);

    assertThat(rest).hasSize(1 + 4);
    assertThat(rest.get(2)).endsWith("maximin design");
    assertThat(rest.get(3)).contains("% of the doubt about the contour");
  }

  @Test
  void suggest_journalsTheBatchBeforeItIsPrinted() {
    outsider.suggest("-n", 2);

    assertThat(events()).last().isInstanceOf(Event.BatchSuggested.class);
    assertThat(((Event.BatchSuggested) events().get(2)).handedOut()).isTrue();
  }

  @Test
  void suggest_intoAClosedPipe_failsAndAgainPrintsThePoints() {
    StringWriter err = new StringWriter();
    int code =
        RecastAl.commandLine()
            .setOut(new PrintWriter(new ClosedPipe()))
            .setErr(new PrintWriter(err))
            .execute("suggest", outsider.scan().spec().toString(), "-n", "2");

    assertThat(code).isEqualTo(ExitCode.UNEXPECTED);
    assertThat(err.toString()).contains("could not print").contains("suggest --again");
    int before = events().size();
    assertThat(outsider.suggest("--again")).hasSize(1 + 2);
    assertThat(events()).hasSize(before);
  }

  @Test
  void suggest_againAfterAllWasTold_hasNoPoints() throws IOException {
    outsider.answer(outsider.suggest("-n", 2));
    CommandRun run = CommandRun.done("suggest", outsider.scan().spec(), "--again");

    assertThat(run.out()).isEqualTo("point,m1,m2,why\n");
    assertThat(run.err()).contains("none is handed out");
  }

  @Test
  void suggest_whenThePoolIsUsedUp_endsWellAndSaysSo() {
    outsider.suggest("-n", 5);
    outsider.suggest("-n", 60);
    CommandRun run = CommandRun.done("suggest", outsider.scan().spec(), "-n", 1);

    assertThat(run.out()).isEqualTo("point,m1,m2,why\n");
    assertThat(run.err()).contains("no other candidate is left");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-3", "1001", "many"})
  void suggest_ofAnAbsurdNumber_isRefused(String n) {
    CommandRun run = CommandRun.of("suggest", outsider.scan().spec(), "-n", n);

    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(outsider.scan().journal()).doesNotExist();
  }

  @Test
  void suggest_whileAnotherDriverHoldsTheScan_endsWithFive() throws IOException {
    outsider.suggest("-n", 1);
    try (ScanLock held =
        ScanLock.take(outsider.scan().dir().resolve("lock"), InstantSource.system())) {
      assertThat(held).isNotNull();
      CommandRun run = CommandRun.of("suggest", outsider.scan().spec(), "-n", 1);
      assertThat(run.code()).isEqualTo(ExitCode.LOCKED);
      assertThat(CommandRun.done("suggest", outsider.scan().dir(), "--again").out()).contains("m1");
    }
  }

  @Test
  void suggest_asJson_isWhatObserveReads() throws IOException {
    String json =
        CommandRun.done(
                "suggest", outsider.scan().dir().resolveSibling("scan.yml"), "-n", 2, "--json")
            .out();
    JsonNode list = new ObjectMapper().readTree(json);

    assertThat(list).hasSize(2);
    assertThat(list.get(0).get("at").get("m1").isNumber()).isTrue();
    String filled = json.replace("\"why\"", "\"observed\": 2, \"expected\": 1.5, \"why\"");
    CommandRun told = outsider.observe(outsider.file("filled.json", filled));
    assertThat(told.err()).contains("told 2 points: 2 limits");
  }

  @Test
  void suggest_asYaml_isAListOfMappings() {
    String text = CommandRun.done("suggest", outsider.scan().spec(), "-n", 2, "--as", "yaml").out();
    Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);

    assertThat((List<?>) tree).hasSize(2);
    assertThat(((Map<?, ?>) ((List<?>) tree).get(0)).keySet().toString())
        .isEqualTo("[point, at, why]");
  }

  @Test
  void suggest_asIdds_isAListOfAxes() throws IOException {
    String text = CommandRun.done("suggest", outsider.scan().spec(), "-n", 2, "--as", "idds").out();
    JsonNode list = new ObjectMapper().readTree(text);

    assertThat(list).hasSize(2);
    assertThat(list.get(1).fieldNames()).toIterable().containsExactly("m1", "m2");
  }

  @Test
  void suggest_asRecastScan_isARequest() {
    String text =
        CommandRun.done("suggest", outsider.scan().spec(), "-n", 2, "--as", "recast_scan").out();
    Map<?, ?> tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);

    assertThat(tree.get("type")).isEqualTo("recast_scan");
    assertThat(tree.get("title")).isEqualTo("A small scan");
    assertThat((List<?>) tree.get("points")).hasSize(2);
  }

  @Test
  void status_ofHandedOutPoints_saysThatTheyAreOut() {
    outsider.suggest("-n", 2);

    assertThat(CommandRun.done("status", outsider.scan().dir()).out())
        .contains("waiting")
        .contains("2 handed out");
  }

  @Test
  void scan_afterAPartOfTheDesignWasHandedOut_evaluatesTheRestOfIt() throws IOException {
    outsider.answer(outsider.suggest("-n", 2));
    outsider.scan().finished();

    List<Event.BatchSuggested> batches =
        events().stream()
            .filter(Event.BatchSuggested.class::isInstance)
            .map(Event.BatchSuggested.class::cast)
            .toList();
    assertThat(batches).extracting(b -> b.points().size()).containsExactly(2, 3, 3, 2);
    assertThat(batches).extracting(Event.BatchSuggested::round).containsExactly(0, 0, 1, 2);
  }

  /** A pipe whose reader has gone. */
  private static final class ClosedPipe extends Writer {
    @Override
    public void write(char[] text, int from, int length) throws IOException {
      throw new IOException("Broken pipe");
    }

    @Override
    public void flush() throws IOException {
      throw new IOException("Broken pipe");
    }

    @Override
    public void close() {}
  }
}

package org.recastal.study.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recastal.acquisition.StrategySettings;
import org.recastal.acquisition.design.Design;
import org.recastal.limits.Line;
import org.recastal.space.Scale;
import org.recastal.surrogate.AxisLengths;
import org.recastal.surrogate.GpSettings;
import org.recastal.surrogate.Kernel;

class ScanSpecReaderTest {

  @TempDir private Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    SpecFixture.writeFiles(folder);
  }

  private ScanSpec parse(String text) {
    return ScanSpecReader.parse(text, folder);
  }

  private List<Mistake> mistakes(String text) {
    return catchThrowableOfType(SpecException.class, () -> parse(text)).mistakes();
  }

  private List<Mistake> mistakesOfBytes(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("scan.yml"), bytes);
    return catchThrowableOfType(SpecException.class, () -> ScanSpecReader.read(file)).mistakes();
  }

  @Test
  void parse_smallSpec_fillsDefaults() {
    ScanSpec spec = parse(SpecFixture.SMALL);

    assertThat(spec.title()).isEqualTo("small");
    assertThat(spec.limits().level()).isEqualTo(0.95);
    assertThat(spec.goal().of()).isEqualTo(Map.of(Line.OBSERVED, 1.0));
    assertThat(spec.start())
        .isEqualTo(
            new StartSpec(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Design.SOBOL),
                8));
    assertThat(spec.rounds().sizes()).containsExactly(6, 12);
    assertThat(spec.surrogate().settings()).isEqualTo(GpSettings.DEFAULT);
    assertThat(spec.strategy().settings())
        .isEqualTo(StrategySettings.of(StrategySettings.Name.SUR));
    assertThat(((ReplaySpec) spec.evaluate()).unit()).isEqualTo("fb");
    assertThat(((ReplaySpec) spec.evaluate()).table()).isAbsolute().exists();
    assertThat(spec.seed()).isEqualTo(1);
  }

  @Test
  void parse_contourWithoutStartAndRounds_beginsSmall() {
    ScanSpec spec = parse(SpecFixture.SMALL.replace("rounds: [6, 12]\n", ""));
    assertThat(spec.start().points()).isEqualTo(3);
    assertThat(spec.rounds().sizes()).hasSize(20).startsWith(1, 1, 2, 2, 4, 4, 8, 8);
    assertThat(spec.rounds().sizes().subList(6, 20)).containsOnly(8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rounds: {points: 8}\n",
        "start: {design: sobol}\n",
        "start: {points: 5}\nrounds: {at-most: 20}\n"
      })
  void parse_startOrSizeGiven_givesEqualRounds(String given) {
    ScanSpec spec = parse(SpecFixture.SMALL.replace("rounds: [6, 12]\n", given));
    assertThat(spec.start().points()).isEqualTo(given.contains("5") ? 5 : 8);
    assertThat(spec.rounds().sizes()).hasSize(20).containsOnly(8);
  }

  @Test
  void parse_extremumWithoutStartAndRounds_givesEqualRounds() {
    ScanSpec spec =
        parse(
            SpecFixture.SMALL
                .replace("rounds: [6, 12]\n", "")
                .replace("{find: contour, at: 1.0}", "{find: excess}"));
    assertThat(spec.rounds().sizes()).hasSize(20).containsOnly(8);
  }

  @Test
  void parse_firstRoundGiven_doublesAfterEverySecondUpToTheSize() {
    ScanSpec spec =
        parse(
            SpecFixture.SMALL.replace(
                "rounds: [6, 12]", "rounds: {first: 3, points: 10, at-most: 7}"));
    assertThat(spec.rounds().sizes()).containsExactly(3, 3, 6, 6, 10, 10, 10);
    assertThat(spec.start().points()).isEqualTo(3);
  }

  @Test
  void parse_firstRoundLargerThanTheOthers_isAMistake() {
    assertThatExceptionOfType(SpecException.class)
        .isThrownBy(
            () ->
                parse(
                    SpecFixture.SMALL.replace("rounds: [6, 12]", "rounds: {first: 9, points: 8}")))
        .withMessageContaining("rounds.first: rounds grow, up to 8: expected no more");
  }

  @Test
  void parse_extremumInScikitOptimizesWay_keepsTheUsualSurrogateAndStart() {
    ScanSpec spec =
        parse(
            SpecFixture.SMALL.replace("{find: contour, at: 1.0}", "{find: excess}")
                + "strategy: {compatible: skopt}\n");
    assertThat(spec.strategy().settings()).isEqualTo(StrategySettings.likeSkopt());
    assertThat(spec.surrogate().settings()).isEqualTo(GpSettings.DEFAULT);
    assertThat(spec.start().design()).contains(Design.SOBOL);
  }

  @Test
  void parse_excessGoal_comparesLinesByImprovementAndMean() {
    ScanSpec spec = parse(SpecFixture.SMALL.replace("{find: contour, at: 1.0}", "{find: excess}"));
    assertThat(spec.goal().of()).containsOnlyKeys(Line.OBSERVED, Line.EXPECTED);
    assertThat(spec.strategy().settings().name()).isEqualTo(StrategySettings.Name.EI_AND_MEAN);
    assertThat(spec.surrogate().settings()).isEqualTo(GpSettings.FOR_EXTREMA);
    assertThat(spec.surrogate().choosesKernel()).isTrue();
    assertThat(spec.start().points()).isEqualTo(10);
    assertThat(spec.start().design()).contains(Design.LHS_CENTRED);
  }

  @Test
  void parse_extremumByHedge_keepsTheBeliefOfTheHedge() {
    ScanSpec spec =
        parse(
            SpecFixture.SMALL.replace("{find: contour, at: 1.0}", "{find: excess}")
                + "strategy: {name: gp-hedge}\n");

    assertThat(spec.surrogate().settings())
        .isEqualTo(GpSettings.FOR_EXTREMA.with(GpSettings.Purpose.HEDGED_EXTREMA));
    assertThat(spec.surrogate().choosesKernel()).isFalse();
    assertThat(spec.start().points()).isEqualTo(10);
    assertThat(spec.start().design()).contains(Design.LHS);
  }

  @Test
  void parse_extremumWithAKernel_takesNoOther() {
    String excess = SpecFixture.SMALL.replace("{find: contour, at: 1.0}", "{find: excess}");

    assertThat(parse(excess + "surrogate: {kernel: matern52}\n").surrogate())
        .isEqualTo(new SurrogateSpec(GpSettings.FOR_EXTREMA));
    assertThat(parse(excess + "surrogate: {noise: {min: 1.0e-6}}\n").surrogate().choosesKernel())
        .isTrue();
  }

  @Test
  void parse_everyKey_isRead() {
    ScanSpec spec = parse(SpecFixture.EVERY_KEY);

    assertThat(spec.title()).isEqualTo("Everything: at once");
    assertThat(spec.space().parameters().get(0).step()).isEqualTo(12.5);
    assertThat(spec.space().parameters().get(1).scale()).isEqualTo(Scale.LOG);
    assertThat(spec.space().pool().orElseThrow().points()).hasSize(2);
    assertThat(spec.space().constraints()).hasSize(1);
    assertThat(spec.goal().of()).hasSize(6).containsEntry(Line.EXPECTED_P2, 1.0);
    assertThat(spec.start().points()).isEqualTo(4);
    assertThat(spec.rounds().sizes()).containsExactly(3, 3);
    assertThat(spec.rounds().running()).hasValue(5);
    assertThat(spec.surrogate().settings())
        .isEqualTo(new GpSettings(Kernel.RBF, AxisLengths.SHARED, 1e-5, 0.2));
    assertThat(spec.strategy().settings().batch()).isEqualTo(StrategySettings.BatchRule.LIAR_MEAN);
    ReplaySpec replay = (ReplaySpec) spec.evaluate();
    assertThat(replay.parameterColumns()).isEqualTo(Map.of("m1", "mass1"));
    assertThat(replay.lineColumns()).isEqualTo(Map.of(Line.OBSERVED, "obs"));
    assertThat(replay.failed()).contains(new ReplaySpec.FailedRows("status", "OK"));
    assertThat(spec.stop().wallTime())
        .contains(Duration.ofDays(1).plusHours(2).plusMinutes(3).plusSeconds(4));
    assertThat(spec.stop().misclassified()).contains(new StopSpec.Streak(0.01, 3));
    assertThat(spec.seed()).isEqualTo(7);
  }

  @Test
  void parse_mistakesOfEveryKind_tellsAllAtOnceInOrder() {
    List<Mistake> all =
        mistakes(
            SpecFixture.SMALL
                .replace("max: 900", "max: 90")
                .replace("unit: fb", "unit: kb")
                .replace("rounds: [6, 12]", "rounds: [6, -12]\nsed: 3")
                .replace("map.csv", "mab.csv"));
    assertThat(all)
        .extracting(Mistake::keyPath)
        .containsExactly(
            "parameters.m1.max", "limits.unit", "rounds[1]", "sed", "evaluate.replay.table");
  }

  @Test
  void parse_yamlOfTheOldDays_holdsNoSurprise() {
    ScanSpec spec =
        parse(
            SpecFixture.SMALL
                .replace("name: small", "name: no")
                .replace("max: 600", "max: 0600")
                .replace("min: 1,", "min: 1e-4,"));
    assertThat(spec.name()).isEqualTo("no");
    assertThat(spec.space().parameters().get(1).max()).isEqualTo(600);
    assertThat(spec.space().parameters().get(1).min()).isEqualTo(1e-4);
  }

  @Test
  void parse_harmlessAlias_isFollowed() {
    ScanSpec spec =
        parse(
            SpecFixture.SMALL.replace(
                "m2: {min: 1, max: 600}", "m2: &axis {min: 1, max: 600}\n  m3: *axis"));
    assertThat(spec.space().parameters().get(2).max()).isEqualTo(600);
  }

  @Test
  void parse_aliasBomb_isOneMistake() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 30; i++) {
      bomb.append(String.format("a%d: &a%d [%s]%n", i, i, ("*a" + (i - 1) + ", ").repeat(10)));
    }
    assertThat(mistakes(bomb.toString()))
        .singleElement()
        .satisfies(
            m -> {
              assertThat(m.message()).contains("aliases unfold this to more than 20000 values");
              assertThat(m.line()).isEqualTo(5);
            });
  }

  @Test
  void parse_aliasOfItself_isAMistake() {
    assertThat(mistakes("a: &a [*a]"))
        .extracting(Mistake::message)
        .contains("*a needs a complete &a before it");
  }

  @Test
  void parse_bracketsWithoutEnd_isOneMistake() {
    assertThat(mistakes("a: " + "[".repeat(5000)))
        .singleElement()
        .extracting(Mistake::message)
        .isEqualTo("more than 30 levels deep: this is no spec");
  }

  @Test
  void parse_typeTag_loadsNothing() {
    String property = "org.recastal.loaded";
    assertThat(
            mistakes(
                "a: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL"
                    + " [\"http://localhost/\"]]]]\nb: !!"
                    + Trap.class.getName()
                    + " {}\n"))
        .extracting(Mistake::text)
        .contains(
            "scan.yml:1:4: a: type tags such as !!javax.script.ScriptEngineManager are not read:"
                + " remove it");
    assertThat(System.getProperty(property)).isNull();
  }

  /** Would betray that it was loaded. */
  public static final class Trap {
    public Trap() {
      System.setProperty("org.recastal.loaded", "yes");
    }
  }

  @Test
  void read_emptyFiles_saysSo() throws IOException {
    for (String text : List.of("", "\n\n", "# nothing\n", "\uFEFF")) {
      assertThat(mistakesOfBytes(text.getBytes(StandardCharsets.UTF_8)))
          .singleElement()
          .extracting(Mistake::message)
          .asString()
          .startsWith("the spec is empty");
    }
  }

  @Test
  void read_latin1_saysWhere() throws IOException {
    byte[] bytes = "recast-al: 1\ntitle: m\u00fc\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(mistakesOfBytes(bytes))
        .singleElement()
        .extracting(Mistake::text)
        .asString()
        .endsWith("scan.yml:2:9: not UTF-8 here: save the file as UTF-8");
  }

  @Test
  void read_truncatedUtf8_saysWhere() throws IOException {
    assertThat(mistakesOfBytes(new byte[] {'a', ':', ' ', (byte) 0xC3}))
        .singleElement()
        .extracting(Mistake::column)
        .isEqualTo(4);
  }

  @Test
  void read_controlCharacter_saysWhere() throws IOException {
    assertThat(mistakesOfBytes("a: 1\nb: \u0000".getBytes(StandardCharsets.UTF_8)))
        .singleElement()
        .extracting(Mistake::text)
        .asString()
        .endsWith("scan.yml:2:4: not YAML: holds the character U+0000");
  }

  @Test
  void read_windowsFile_isRead() throws IOException {
    Path file = folder.resolve("scan.yml");
    Files.writeString(file, "\uFEFF" + SpecFixture.SMALL.replace("\n", "\r\n"));
    assertThat(ScanSpecReader.read(file).name()).isEqualTo("small");
  }

  @Test
  void read_missingFile_isAMistake() {
    assertThatThrownBy(() -> ScanSpecReader.read(folder.resolve("none.yml")))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("none.yml:1:1: no such file");
  }

  @Test
  void read_copyElsewhere_takesPathsFromTheBaseFolder(@TempDir Path elsewhere) throws IOException {
    Path copy = Files.writeString(elsewhere.resolve("spec.yml"), SpecFixture.SMALL);
    assertThat(ScanSpecReader.read(copy, folder)).isEqualTo(parse(SpecFixture.SMALL));
  }
}

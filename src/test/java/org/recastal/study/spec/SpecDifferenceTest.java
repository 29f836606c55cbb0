package org.recastal.study.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecDifferenceTest {

  @TempDir private Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    SpecFixture.writeFiles(folder);
  }

  private ScanSpec parse(String text) {
    return ScanSpecReader.parse(text, folder);
  }

  private SpecDifference after(String old, String renewed) {
    String changed = SpecFixture.SMALL.replace(old, renewed);
    return SpecDifference.between(parse(SpecFixture.SMALL), parse(changed));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "unit: fb | unit: pb | limits.unit: fb → pb",
        "max: 900 | max: 950 | parameters.m1.max: 900.0 → 950.0",
        "min: 1, | scale: log, min: 1, | parameters.m2.scale: linear → log",
        "at: 1.0 | at: 2 | goal.at: 1.0 → 2.0",
        "[6, 12] | [8, 12] | rounds: [6, 12] → [8, 12]",
        "name: small | name: other\\ntitle: small | name: small → other",
        "rounds | constraints: [m1 > m2]\\nrounds | constraints: [] → [m1 > m2]",
        "rounds | seed: 2\\nrounds | seed: 1 → 2"
      })
  void between_aNewMeaning_isAConflict(String old, String renewed, String line) {
    SpecDifference difference = after(old, renewed.replace("\\n", "\n"));
    assertThat(difference.lines()).contains(line).hasSizeLessThanOrEqualTo(2);
    assertThat(difference.keepsOldResults()).isFalse();
    assertThat(difference.conflicts()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[6, 12] | [6, 12, 6] | rounds: [6, 12] → [6, 12, 6]",
        "[6, 12] | [6] | rounds: [6, 12] → [6]",
        "max: 600 | max: 600, label: m_2 | parameters.m2.label: m2 → m_2",
        "name: small | name: small\\ntitle: Small | title: small → Small",
        "rounds | stop: {points: 9}\\nrounds | stop.points: nothing → 9",
        "rounds | surrogate: {kernel: rbf}\\nrounds | surrogate.kernel: matern32 → rbf",
        "rounds | strategy: {kappa: 3}\\nrounds | strategy.kappa: 1.96 → 3.0"
      })
  void between_anAddition_keepsOldResults(String old, String renewed, String line) {
    SpecDifference difference = after(old, renewed.replace("\\n", "\n"));
    assertThat(difference.lines()).containsExactly(line);
    assertThat(difference.keepsOldResults()).isTrue();
  }

  @Test
  void between_crossSectionsAdded_isAConflictOnlyWhereLimitsDependOnThem() throws IOException {
    Files.writeString(folder.resolve("yields.csv"), "m,yield\n1,2\n");
    Files.writeString(folder.resolve("xsec.csv"), "m,cross-section\n1,2\n");
    String spec =
        """
        recast-al: 1
        name: small
        parameters: {m: {min: 1, max: 2}}
        limits: {quantity: mu-limit}
        goal: {find: contour, at: 1}
        start: {design: lhs, points: 4}
        rounds: [2]
        evaluate:
          likelihood:
            counting: {observed: 12, background: 10.2, error: 1.3}
            signal: {table: yields.csv}
        """;
    String theory = "    cross-sections: {table: xsec.csv, unit: fb, errors: relative}\n";
    assertThat(SpecDifference.between(parse(spec), parse(spec + theory)).keepsOldResults())
        .isTrue();

    String other = spec.replace("mu-limit", "xsec-limit, unit: fb") + theory;
    SpecDifference difference =
        SpecDifference.between(parse(other), parse(other.replace("relative", "absolute")));
    assertThat(difference.lines())
        .containsExactly("evaluate.likelihood.cross-sections.errors: relative → absolute");
    assertThat(difference.keepsOldResults()).isFalse();
  }

  @Test
  void between_otherSpellingOfTheSame_isEmpty() {
    SpecDifference difference =
        after("max: 900, unit: GeV", "unit: \"GeV\", max: 9.0e2, scale: linear");
    assertThat(difference.isEmpty()).isTrue();
  }

  @Test
  void digest_movedFolder_staysAndFollowsContents(@TempDir Path moved) throws IOException {
    SpecFixture.writeFiles(moved);
    String before = SpecMeaning.digest(parse(SpecFixture.SMALL));
    assertThat(SpecMeaning.digest(ScanSpecReader.parse(SpecFixture.SMALL, moved)))
        .isEqualTo(before)
        .hasSize(64);
    Files.writeString(folder.resolve("map.csv"), "m1,m2,observed\n200,10,1.6\n");
    assertThat(SpecMeaning.digest(parse(SpecFixture.SMALL))).isNotEqualTo(before);
  }

  @Test
  void meaning_ofEveryKey_hasNoEmptyKey() {
    assertThat(SpecMeaning.of(parse(SpecFixture.EVERY_KEY)))
        .containsEntry("goal.of.expected+2s", "1.0")
        .containsEntry("stop.wall-time", "93784s")
        .containsEntry("evaluate.replay.failed", "unless status is OK")
        .hasSizeGreaterThan(45);
  }
}

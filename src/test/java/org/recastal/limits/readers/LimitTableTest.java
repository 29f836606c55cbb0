package org.recastal.limits.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recastal.RecastAlException;

class LimitTableTest {

  @TempDir Path folder;

  @Test
  void csv_withCommentsBlankLinesAndQuotes_keepsTheLineOfEachRow() {
    LimitTable table =
        csv(
            "# from somewhere",
            "# rounding: 0.01",
            "mass , \"observed\"",
            "",
            "10, 0.5",
            "# a remark",
            "20,0.7");

    assertThat(table.columns().stream().map(LimitTable.Column::name))
        .containsExactly("mass", "observed");
    assertThat(table.rows().stream().map(LimitTable.Row::line)).containsExactly(5, 7);
    assertThat(table.declarations()).containsEntry("rounding", "0.01");
    assertThat(table.number(1, "mass")).isEqualTo(20);
    assertThat(table.where(1)).isEqualTo("t.csv:7");
  }

  @Test
  void csv_withByteOrderMark_namesItsFirstColumnPlainly() {
    assertThat(csv("\uFEFFmass,observed", "1,2").has("mass")).isTrue();
  }

  @Test
  void csv_withWindowsLineEnds_countsLinesOnce() {
    LimitTable table = csv("mass,observed\r", "1,2\r", "3,4\r");

    assertThat(table.rows().get(1).line()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mzp,mzp;1,2|t.csv:1: two columns are named \"mzp\"; rename one",
        ",mzp;1,2|t.csv:1: column 1 has no name",
        "mass,observed;1,2;3|t.csv:3: 1 cells where the header names 2 columns",
        "mass,observed;1,2,3|t.csv:2: 3 cells where the header names 2 columns",
        "10,0.5;20,0.7|t.csv:1: numbers where the header was expected; name the columns first",
        "mass,observed|t.csv: no rows below the header",
        "# nothing|t.csv: empty; expected a header line and rows",
        "mass\tobserved;1\t2|t.csv:1: columns must be separated by commas",
      })
  void csv_withAMistake_isRefusedByLine(String lines, String message) {
    assertThatThrownBy(() -> csv(lines.split(";", -1)))
        .isInstanceOf(RecastAlException.class)
        .hasMessage(message);
  }

  @Test
  void csv_withAnOpenQuote_isRefused() {
    assertThatThrownBy(() -> csv("mass,observed", "1,\"2"))
        .isInstanceOf(RecastAlException.class)
        .hasMessageStartingWith("t.csv: not CSV: ");
  }

  @Test
  void csv_ofOtherBytesThanUtf8_isRefused() throws IOException {
    Path file = folder.resolve("latin.csv");
    Files.write(file, "m,µ\n1,2\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> LimitTable.read(file)).hasMessageContaining("not UTF-8");
  }

  @Test
  void read_ofNoFile_isRefusedWithItsPath() {
    assertThatThrownBy(() -> LimitTable.read(folder.resolve("none.csv")))
        .hasMessageContaining("none.csv: no such table");
  }

  @Test
  void column_thatIsNot_isRefusedWithThoseThatAre() {
    assertThatThrownBy(() -> csv("mass,observed", "1,2").indexOf("mas"))
        .hasMessageContaining("no column \"mas\"; it has mass, observed");
  }

  @ParameterizedTest
  @CsvSource({"''", "abc", "nan", "1d", "0x1p3"})
  void number_ofOtherText_isRefusedByLine(String text) {
    LimitTable table = csv("mass,observed", text + ",2");

    assertThatThrownBy(() -> table.number(0, "mass")).hasMessageContaining("t.csv:2: mass = ");
  }

  @Test
  void hepData_becomesColumnsToldApartByQualifiers() throws IOException {
    LimitTable table = hepData("limits.yaml");

    assertThat(table.columns())
        .containsExactly(
            new LimitTable.Column("M(X)", "GEV"),
            new LimitTable.Column("M(X) low", "GEV"),
            new LimitTable.Column("M(X) high", "GEV"),
            new LimitTable.Column("Upper limit (Limit: Observed)", "PB"),
            new LimitTable.Column("Upper limit (Limit: Expected)", "PB"),
            new LimitTable.Column("Upper limit (Limit: Expected) error + 1 sigma", "PB"),
            new LimitTable.Column("Upper limit (Limit: Expected) error − 1 sigma", "PB"),
            new LimitTable.Column("Upper limit (Limit: Expected) error stat", "PB"));
    assertThat(table.rows().get(0).cells())
        .containsExactly("100", "", "", "0.5", "0.6", "0.2", "-0.1", "");
    assertThat(table.rows().get(1).cells())
        .containsExactly("200.0", "150", "250", "-", "0.7", "", "", "0.05");
    assertThat(table.rows().get(1).line()).isEqualTo(6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: 1|t.yaml:1: no independent_variables; expected a HEPData data file",
        "- 1|t.yaml:1: expected a mapping (key: value)",
        "independent_variables: []|t.yaml:1: independent_variables is empty",
        "independent_variables: 3|t.yaml:1: expected a list",
        "a: [1|t.yaml:1: not YAML: expected ',' or ']', but got <stream end>",
        "''|t.yaml: empty; expected a HEPData data file",
      })
  void hepData_withAMistake_isRefusedByLine(String text, String message) {
    assertThatThrownBy(() -> LimitTable.read(write("t.yaml", text)))
        .isInstanceOf(RecastAlException.class)
        .hasMessage(message);
  }

  @Test
  void hepData_ofColumnsOfDifferentLength_isRefused() {
    String text =
        "independent_variables: [{header: {name: m}, values: [{value: 1}, {value: 2}]}]\n"
            + "dependent_variables: [{header: {name: o}, values: [{value: 1}]}]";

    assertThatThrownBy(() -> LimitTable.read(write("t.yaml", text)))
        .hasMessage("t.yaml: \"o\" has 1 values where \"m\" has 2");
  }

  @Test
  void hepData_withABombOfAliases_isRefused() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 60; i++) {
      bomb.append("a").append(i).append(": &a").append(i).append(" [*a").append(i - 1);
      bomb.append(", *a").append(i - 1).append("]\n");
    }

    assertThatThrownBy(() -> LimitTable.read(write("t.yaml", bomb.toString())))
        .isInstanceOf(RecastAlException.class)
        .hasMessageContaining("aliases");
  }

  @Test
  void hepData_withATag_constructsNothing() {
    String text = "independent_variables: !!java.net.URL [\"http://localhost\"]";

    assertThatThrownBy(() -> LimitTable.read(write("t.yaml", text)))
        .isInstanceOf(RecastAlException.class);
  }

  private LimitTable csv(String... lines) {
    return LimitTable.read(write("t.csv", String.join("\n", lines)));
  }

  private static LimitTable hepData(String name) {
    return LimitTable.read(Path.of("src/test/resources/limits").resolve(name));
  }

  private Path write(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

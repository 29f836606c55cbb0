package org.recastal.study.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of mistake, from a table: a changed line of a sound spec and what is said of it. */
class MistakesOfSpecsTest {

  private static final List<String> SOUND =
      List.of(
          "recast-al: 1",
          "name: test",
          "parameters:",
          "  mZd: {min: 15, max: 55, unit: GeV}",
          "  eps: {min: 1e-4, max: 1e-1, scale: log}",
          "constraints: [\"mZd > 1\"]",
          "limits: {quantity: mu-limit}",
          "goal: {find: contour, at: 1.0}",
          "start: {design: sobol, points: 8}",
          "rounds: [6, 12, 6]",
          "surrogate: {kernel: rbf}",
          "strategy: {name: entropy}",
          "evaluate: {replay: {table: map.csv}}",
          "stop: {points: 30}",
          "seed: 1");

  @TempDir private Path folder;

  /** One row of the table. */
  record Row(int line, String text, List<String> expected) {
    @Override
    public String toString() {
      return line + ": " + text;
    }
  }

  static Stream<Row> rows() throws IOException {
    try (InputStream in = MistakesOfSpecsTest.class.getResourceAsStream("mistakes.txt")) {
      List<Row> rows = new ArrayList<>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
        if (line.startsWith("=")) {
          rows.get(rows.size() - 1).expected().add(line.substring(1).strip());
        } else if (!line.isBlank() && !line.startsWith("#")) {
          String[] cells = line.split("\\|", 2);
          String text = cells[1].substring(1).replace("\\n", "\n").replace("\\t", "\t");
          rows.add(new Row(Integer.parseInt(cells[0].strip()), text, new ArrayList<>()));
        }
      }
      return rows.stream();
    }
  }

  @BeforeEach
  void writeTable() throws IOException {
    Files.writeString(folder.resolve("map.csv"), "mZd,eps,observed\n20,1e-3,1.2\n");
    Files.writeString(folder.resolve("points.csv"), "mZd,eps\n20,1e-3\n\n60,1e-3\n0,x\n");
    Files.writeString(folder.resolve("bad.tmpl"), "m = {{mZd}}\n e = {{ep}} {{eps:%s}}\n");
    Files.writeString(folder.resolve("columns.csv"), "MZD,eps\n20,1e-3\n");
  }

  @ParameterizedTest
  @MethodSource("rows")
  void parse_ofOneChangedLine_saysThis(Row row) {
    List<String> lines = new ArrayList<>(SOUND);
    lines.set(row.line() - 1, row.text());
    String text = String.join("\n", lines) + "\n";

    SpecException e =
        catchThrowableOfType(SpecException.class, () -> ScanSpecReader.parse(text, folder));

    assertThat(e).as("mistakes in " + row).isNotNull();
    String folderName = folder.toAbsolutePath().normalize() + "/";
    assertThat(e.mistakes().stream().map(m -> m.text().replace(folderName, "")))
        .containsExactlyElementsOf(row.expected());
  }
}

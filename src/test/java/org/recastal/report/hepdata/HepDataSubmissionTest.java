package org.recastal.report.hepdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HepDataSubmissionTest {

  @TempDir private Path dir;

  private static HepDataTable table(HepDataValue... limits) {
    List<HepDataValue> masses = List.of(limits).stream().map(v -> HepDataValue.of("100")).toList();
    return new HepDataTable(
        "Limits",
        "What is excluded",
        "limits.yaml",
        Map.of("phrases", List.of("Exclusion")),
        List.of(new HepDataColumn(new HepDataHeader("mass", "GEV"), List.of(), masses)),
        List.of(
            new HepDataColumn(
                new HepDataHeader("limit", ""),
                List.of(new HepDataQualifier("CL", "95", "%")),
                List.of(limits))));
  }

  private String written(HepDataTable table) throws IOException {
    new HepDataSubmission("a comment", List.of(table)).write(dir);
    return Files.readString(dir.resolve("limits.yaml"));
  }

  @Test
  void numbers_largeAndSmall_areNumbersForEveryReaderOfYaml() throws IOException {
    String text = written(table(HepDataValue.of(2.5e10), HepDataValue.of(1e-7)));
    assertThat(text).contains("value: 2.5E+10\n", "value: 1.0E-7\n", "units: GEV");
  }

  @Test
  void errors_thatAreAllZero_areLeftOut() throws IOException {
    String text =
        written(
            table(
                new HepDataValue(1.0, List.of(new HepDataError("1 sigma", 0, 0))),
                new HepDataValue(2.0, List.of(new HepDataError("2 sigma", 0.5, -0.25))),
                HepDataValue.MISSING));
    assertThat(text).doesNotContain("1 sigma").contains("2 sigma", "minus: -0.25", "value: '-'");
  }

  @Test
  void submission_endsWithoutSeparator() throws IOException {
    written(table(HepDataValue.of(1)));
    String text = Files.readString(dir.resolve("submission.yaml"));
    assertThat(text).startsWith("comment: a comment\n---\nname: Limits\n");
    assertThat(text).endsWith("data_file: limits.yaml\n");
    assertThat(dir).isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void table_ofColumnsThatDifferInLength_isRefused() {
    HepDataColumn one =
        new HepDataColumn(new HepDataHeader("x", ""), List.of(), List.of(HepDataValue.of(1)));
    HepDataColumn none = new HepDataColumn(new HepDataHeader("y", ""), List.of(), List.of());
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new HepDataTable("t", "", "t.yaml", Map.of(), List.of(one), List.of(none)))
        .withMessageContaining("differ in length");
  }
}

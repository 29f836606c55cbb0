package org.recastal.likelihood.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recastal.RecastAlException;

class YieldsTest {

  private static final SignalRegions REGIONS =
      SignalRegions.of(
          CountingWorkspace.of(
              List.of(
                  new CountingRegion("SR1", 3, 2.5, 0.5), new CountingRegion("SR2", 1, 0.7, 0))),
          "counting");

  @TempDir private Path folder;

  private List<RegionYield> read(String text) throws IOException {
    return YieldsFile.read(Files.writeString(folder.resolve("yields.out"), text));
  }

  @Test
  void read_ofEachForm_givesTheSameYields() throws IOException {
    for (String text :
        List.of(
            "{\"regions\": {\"SR1\": {\"yields\": [1.5, 2], \"errors\": [0.1, 0.2]}}}",
            "region,bin,yield,error\nSR1,2,2,0.2\nSR1,1,1.5,0.1\n",
            "SR1[1],SR1[1] error,SR1[2],SR1[2] error\n1.5,0.1,2,0.2\n")) {
      RegionYield yield = read(text).get(0);
      assertThat(yield.region()).isEqualTo("SR1");
      assertThat(yield.yields()).containsExactly(1.5, 2);
      assertThat(yield.errors()).containsExactly(0.1, 0.2);
    }
  }

  @Test
  void read_ofOneRegionWithoutName_leavesItOpen() throws IOException {
    assertThat(read("{\"yields\": 3}").get(0).region()).isEmpty();
    assertThat(read("yield,error\n3,0.5\n").get(0).region()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"regions\": {\"high\": 1}}| no region is named high; the regions are SR1, SR2",
        "{\"regions\": {\"SR-1\": 1}}| no region is named SR-1 (did you mean SR1?)",
        "{\"yields\": 1}| names no region; the regions are SR1, SR2",
        "{\"regions\": {\"SR1\": [1, 2]}}| region SR1: found 2 yields, the region has 1 bin",
        "{\"regions\": {\"SR2\": -0.5}}| region SR2, bin 1: yield -0.5; expected a finite number",
        "{\"regions\": {\"SR2\": NaN}}| region SR2, bin 1: yield NaN; expected a finite number",
        "{\"regions\": {\"SR2\": {\"yields\": 1, \"errors\": -1}}}| region SR2, bin 1: error -1.0",
        "{\"regions\": {\"SR2\": {\"yield\": 1}}}| region SR2: unknown key [yield]",
        "{\"regions\": {\"SR2\": \"1\"}}| region SR2: yields: expected a number, or a list",
        "{\"regions\": {}}| expected {\"regions\": {name: yields",
        "{\"regions\": | yields.out:1: not JSON",
        "``| yields.out is blank",
      })
  void yields_thatNoSignalHas_areRefusedByRegionAndBin(String text, String message) {
    assertThatThrownBy(() -> REGIONS.with("point", read(text)))
        .isInstanceOf(RecastAlException.class)
        .hasMessageContaining(message);
  }

  @Test
  void table_withTwoRowsOfABin_isRefusedByLine() {
    assertThatThrownBy(() -> read("region,yield\nSR1,1\nSR1,2\n"))
        .hasMessageContaining("yields.out:3: region SR1, bin 1 has a yield already");
  }

  @Test
  void table_withAGapInItsBins_isRefused() {
    assertThatThrownBy(() -> read("region,bin,yield\nSR1,1,1\nSR1,3,2\n"))
        .hasMessageContaining("region SR1 has bins [1, 3]");
  }

  @Test
  void workspace_withASignal_takesNoSecond() {
    assertThatThrownBy(
            () -> SignalRegions.of(REGIONS.with("first", List.of(events("SR1", 1))), "counting"))
        .hasMessageContaining(
            "sample \"signal\" of channel \"SR1\" carries the parameter of interest");
  }

  private static RegionYield events(String region, double... yields) {
    return new RegionYield(region, yields, new double[0]);
  }
}

package org.recastal.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recastal.CommandRun;
import org.recastal.limits.readers.LimitTable;

/**
 * The examples on published likelihoods, as their README runs them. Their contours of CLs are run
 * by scripts/ci/likelihood-examples.sh.
 */
class LikelihoodExamplesTest {

  // Scan and command do the same fits, to 1e-8 in the gradient; limits are solved to 1e-6.
  private static final double SAME_LIMIT = 1e-4;

  @TempDir private Path folder;

  @Test
  void stau_findsTheContoursWithHalfOfTheSignals() throws IOException {
    run("stau");

    assertPointsAreThoseOfTheGrid("stau", "mst", "mn2", 28);
    // Observed and expected against all points, observed against the paper.
    assertRightSides(57, 54);
    assertThat(source("contours.csv")).contains(",All 57 points,", ",ATLAS (HEPData),");
  }

  @Test
  void threeLeptons_findsTheContoursWithHalfOfTheSignals() throws IOException {
    run("three-leptons");

    assertPointsAreThoseOfTheGrid("three-leptons", "mn2", "mn1", 32);
    assertRightSides(64, 59); // seeds 1 to 6 leave one to five places on the wrong side
  }

  @Test
  void counting_endsInLimitsFromTheYieldsOfItsSteps() throws IOException {
    run("counting");

    LimitTable points = LimitTable.read(folder.resolve("report/points.csv"));
    assertThat(points.rows()).hasSize(26);
    assertThat(points.rows()).allMatch(r -> r.cells().contains("limit"));
    assertThat(source("contours.csv")).contains("observed,1.0,scan,", "expected,1.0,scan,");
    assertThat(source("contours.csv")).contains(",scan,theory+1s,", ",scan,theory-1s,");
  }

  private void run(String example) {
    CommandRun.done("scan", Path.of("examples", example, "scan.yml"), "--dir", folder);
  }

  private String source(String file) throws IOException {
    return Files.readString(folder.resolve("report").resolve(file));
  }

  private void assertPointsAreThoseOfTheGrid(String example, String x, String y, int count) {
    LimitTable points = LimitTable.read(folder.resolve("report/points.csv"));
    LimitTable grid = LimitTable.read(Path.of("examples", example, "full-grid.csv"));
    assertThat(points.rows()).hasSize(count);
    for (int i = 0; i < count; i++) {
      int row = i;
      int same =
          IntStream.range(0, grid.rows().size())
              .filter(j -> grid.number(j, x) == points.number(row, x))
              .filter(j -> grid.number(j, y) == points.number(row, y))
              .findFirst()
              .orElseThrow();
      for (String line : List.of("observed", "expected-2s", "expected", "expected+2s")) {
        double of = grid.number(same, "mu-limit." + line);
        assertThat(points.number(i, line)).as(line).isCloseTo(of, within(SAME_LIMIT * of));
      }
    }
  }

  /** Of every comparison with all points, at least so many are on the right side. */
  private void assertRightSides(int points, int atLeast) throws IOException {
    List<Integer> right =
        Pattern.compile("<td>(\\d+) of " + points + "</td>")
            .matcher(source("report.html"))
            .results()
            .map(m -> Integer.valueOf(m.group(1)))
            .toList();
    assertThat(right).hasSizeGreaterThanOrEqualTo(2).allMatch(n -> n >= atLeast);
  }
}

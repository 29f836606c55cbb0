package org.recastal.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.recastal.limits.readers.LimitTable;

/**
 * The limits of every signal of a published likelihood, as {@code limit --all-patches} wrote them,
 * against those of the papers. That the command still writes them is checked by
 * scripts/ci/likelihood-examples.sh.
 */
class PublishedLimitsTest {

  // The paper prints three to five digits; its few jumps between minima do not move a median.
  private static final double MEDIAN = 0.002;

  /** A computed limit on μ and the published one. */
  private record Pair(double computed, double published) {
    double ratio() {
      return computed / published;
    }

    boolean sameSide() {
      return computed <= 1 == published <= 1;
    }
  }

  @Test
  void stau_observed_isThePaperS() {
    List<Pair> pairs = pairs("stau", "mst", "mst_GeV", "mn2", "observed", "mu95_obs");

    assertThat(pairs).hasSize(57).allMatch(Pair::sameSide);
    assertThat(medianRatio(pairs)).isCloseTo(0.9996, within(MEDIAN));
    assertThat(withinTwoPercent(pairs)).isEqualTo(53);
    // A jump between two minima of the fit without signal: 7 to 8 %, never more.
    assertThat(pairs).allMatch(p -> Math.abs(Math.log(p.ratio())) < 0.09);
  }

  @Test
  void threeLeptons_expected_isThePaperS() {
    List<Pair> pairs = pairs("three-leptons", "mn2", "mn2_GeV", "mn1", "expected", "mu95_exp");

    assertThat(pairs).hasSize(64).allMatch(Pair::sameSide);
    assertThat(medianRatio(pairs)).isCloseTo(0.9998, within(MEDIAN));
    // The rest has two printed digits, or no sensitivity (limits above 5).
    assertThat(withinTwoPercent(pairs)).isEqualTo(48);
  }

  @Test
  void threeLeptons_observed_isThePaperS() {
    List<Pair> pairs = pairs("three-leptons", "mn2", "mn2_GeV", "mn1", "observed", "mu95_obs");

    assertThat(pairs).hasSize(64).allMatch(Pair::sameSide);
    assertThat(medianRatio(pairs)).isCloseTo(0.991, within(MEDIAN));
    assertThat(withinTwoPercent(pairs)).isEqualTo(51);
  }

  private static List<Pair> pairs(
      String example, String x, String publishedX, String y, String line, String published) {
    LimitTable grid = LimitTable.read(Path.of("examples", example, "full-grid.csv"));
    LimitTable paper = LimitTable.read(Path.of("examples", example, "published.csv"));
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < grid.rows().size(); i++) {
      for (int j = 0; j < paper.rows().size(); j++) {
        if (grid.number(i, x) == paper.number(j, publishedX)
            && grid.number(i, y) == paper.number(j, "mn1_GeV")) {
          pairs.add(new Pair(grid.number(i, "mu-limit." + line), paper.number(j, published)));
        }
      }
    }
    return pairs;
  }

  private static double medianRatio(List<Pair> pairs) {
    double[] sorted = pairs.stream().mapToDouble(Pair::ratio).sorted().toArray();
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  private static long withinTwoPercent(List<Pair> pairs) {
    return pairs.stream().filter(p -> Math.abs(p.ratio() - 1) < 0.02).count();
  }
}

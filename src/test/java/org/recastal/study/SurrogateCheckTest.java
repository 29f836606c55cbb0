package org.recastal.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.recastal.limits.Line;
import org.recastal.space.PointId;
import org.recastal.study.SurrogateCheck.Verdict;

class SurrogateCheckTest {

  /** The quantile function is good to 1e-12; the table value has five digits. */
  private static final double TABLE = 1e-4;

  private static final PointId ID = Specimen.PLANE.point(new double[] {300, 1e-2}).id();

  private static SurrogateCheck of(int answers, int beyondTwo, double largest, double spread) {
    int beyondThree = Math.abs(largest) > 3 ? 1 : 0;
    return new SurrogateCheck(
        Optional.of(Line.OBSERVED), answers, beyondTwo, beyondThree, ID, largest, spread, -1);
  }

  @Test
  void verdict_ofFewAnswers_isNone() {
    assertThat(of(9, 1, 8, 3).verdict()).isEqualTo(Verdict.TOO_FEW);
    assertThat(of(9, 1, 8, 3).sentence()).isEqualTo("9 answers are too few to judge it");
  }

  /** The normal quantiles of 1 − 0.025/10 and 1 − 0.025/40. */
  @Test
  void expected_growsWithTheNumberOfAnswers() {
    assertThat(of(10, 0, 0, 1).expected()).isCloseTo(2.80703, within(TABLE));
    assertThat(of(40, 0, 0, 1).expected()).isCloseTo(3.22722, within(TABLE));
  }

  @Test
  void verdict_justAboveWhatIsExpected_isSurprised() {
    double edge = of(40, 1, 0, 1).expected();

    assertThat(of(40, 1, edge - 0.01, 1).verdict()).isEqualTo(Verdict.SOUND);
    assertThat(of(40, 1, -edge - 0.01, 1).verdict()).isEqualTo(Verdict.SURPRISED);
    assertThat(of(40, 1, -edge - 0.01, 1).sentence())
        .isEqualTo(
            "of 40 observed answers "
                + ID
                + " lies 3.2σ from what the others predict, where 3.2σ is the most to expect, 1"
                + " beyond 3σ: the map is rougher there than the kernel, or that answer is wrong");
  }

  @Test
  void verdict_ofAnswersMuchNearerThanPredicted_isOverstated() {
    assertThat(of(40, 0, 1.2, 0.5).verdict()).isEqualTo(Verdict.OVERSTATED);
    assertThat(of(40, 0, 1.2, 0.5).sentence())
        .startsWith("errors are over-stated: the 40 observed answers lie 0.50σ");
  }

  @Test
  void sentence_ofASoundSurrogate_countsAndNamesTheFurthest() {
    assertThat(of(40, 2, 2.5, 1).sentence())
        .isEqualTo(
            "sound: 38 of 40 observed answers lie within 2σ of what the others predict, the"
                + " furthest ("
                + ID
                + ") at 2.5σ");
  }
}

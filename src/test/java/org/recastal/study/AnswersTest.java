package org.recastal.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.recastal.limits.LimitRecord;
import org.recastal.limits.Line;
import org.recastal.limits.Outcome;
import org.recastal.limits.Quantity;
import org.recastal.space.Point;
import org.recastal.space.PointId;

class AnswersTest {

  private static Answers answers(int count) {
    LimitRecord limit =
        new LimitRecord(Quantity.MU_LIMIT, "", 0.95, Map.of(Line.OBSERVED, 1.0), Map.of());
    return new Answers(
        IntStream.range(0, count)
            .mapToObj(i -> new Point(new PointId("p" + i), List.of((double) i)))
            .map(
                p ->
                    PointState.pending(p, 0, PointState.Origin.SUGGESTED, "")
                        .ended(new Outcome.Answered(limit)))
            .toList());
  }

  @Test
  void spread_ofFewAnswers_keepsThem() {
    assertThat(answers(600).spread(600)).isEqualTo(answers(600));
  }

  @Test
  void spread_ofMany_takesAsManyAsItMayEvenlyFromTheFirst() {
    assertThat(answers(10).spread(4).points())
        .extracting(p -> p.point().id().value())
        .containsExactly("p0", "p2", "p5", "p7");
  }
}

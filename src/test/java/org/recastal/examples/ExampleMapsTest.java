package org.recastal.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recastal.limits.LimitRecord;
import org.recastal.limits.Line;
import org.recastal.limits.Outcome;
import org.recastal.numerics.Matrix;
import org.recastal.space.Point;
import org.recastal.study.Evaluation;
import org.recastal.study.OpenScan;
import org.recastal.study.Prediction;
import org.recastal.study.Scan;
import org.recastal.study.ScanFolder;
import org.recastal.study.ScanListener;
import org.recastal.study.StudyState;
import org.recastal.study.SurrogatePredictor;
import org.recastal.study.spec.ScanSpec;
import org.recastal.study.spec.ScanSpecReader;

/** What the examples with a published map find of it, on every line. */
class ExampleMapsTest {

  // The worst that is accepted of a scan of the map, on either line.
  private static final double RIGHT_SIDE = 0.97;

  @TempDir Path folder;

  @Test
  void tchiwz_callsAlmostEveryPointOfTheMapRightly() {
    StudyState state = scan("tchiwz");

    assertThat(state.points()).hasSize(64);
    assertThat(rightlyCalled(state, "tchiwz", Line.OBSERVED)).isGreaterThan(RIGHT_SIDE);
    assertThat(rightlyCalled(state, "tchiwz", Line.EXPECTED)).isGreaterThan(RIGHT_SIDE);
  }

  @Test
  void monoSbb_callsAlmostEveryPointRightlyOnAllSixLines() {
    StudyState state = scan("mono-sbb");

    assertThat(state.points()).hasSizeLessThanOrEqualTo(32);
    for (Line line : Line.values()) {
      // At most one of the 42 points on the wrong side.
      assertThat(rightlyCalled(state, "mono-sbb", line)).isGreaterThanOrEqualTo(41.0 / 42);
    }
  }

  private StudyState scan(String name) {
    Scan scan = new Scan(specFile(name), new ScanFolder(folder), "test", () -> Instant.EPOCH);
    try (OpenScan open = scan.open(ScanListener.silent())) {
      return open.run(idle -> {});
    }
  }

  private static Path specFile(String name) {
    return Path.of("examples", name, "scan.yml");
  }

  private static ScanSpec spec(String name) {
    return ScanSpecReader.read(specFile(name));
  }

  private static double rightlyCalled(StudyState state, String name, Line line) {
    Evaluation evaluation = Evaluation.of(spec(name));
    List<Point> pool = evaluation.spec().space().pool().orElseThrow().points();
    Prediction prediction =
        SurrogatePredictor.of(evaluation.spec(), state)
            .predict(
                line,
                Matrix.ofRows(
                    pool.stream().map(Point::toArray).toList(),
                    evaluation.spec().space().dimension()));
    int right = 0;
    for (int i = 0; i < pool.size(); i++) {
      Point point = pool.get(i);
      LimitRecord truth =
          ((Outcome.Answered)
                  evaluation.embedded().orElseThrow().evaluate(List.of(point)).get(point.id()))
              .limit();
      boolean excluded = truth.value(line).orElseThrow() <= 1;
      right += excluded == (prediction.probabilityExcluded()[i] >= 0.5) ? 1 : 0;
    }
    return (double) right / pool.size();
  }
}

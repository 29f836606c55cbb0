package org.recastal.study.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recastal.limits.LimitCheck;
import org.recastal.limits.LimitRecord;
import org.recastal.limits.Line;
import org.recastal.limits.Outcome;
import org.recastal.numerics.Matrix;
import org.recastal.space.Point;
import org.recastal.study.Probes;
import org.recastal.study.spec.ScanSpec;
import org.recastal.study.spec.ScanSpecReader;

class LandscapeTest {

  @TempDir private Path folder;

  private ScanSpec spec(int dimension, String limits, String goal) throws Exception {
    StringBuilder text = new StringBuilder("recast-al: 1\nname: made-up\nparameters:\n");
    for (int i = 0; i < dimension; i++) {
      text.append(String.format(Locale.ROOT, "  p%d: {min: 1, max: 100}\n", i));
    }
    text.append("limits: ").append(limits).append("\ngoal: ").append(goal);
    text.append("\nevaluate: {outside: {}}\n");
    return ScanSpecReader.read(
        Files.writeString(folder.resolve("d" + dimension + ".yml"), text.toString()));
  }

  @Test
  void contour_anyDimensionAndLine_dividesTheSpace() throws Exception {
    for (int d = 1; d <= 6; d++) {
      for (String limits : List.of("{quantity: mu-limit}", "{quantity: cls}")) {
        double at = limits.contains("cls") ? 0.05 : 1.0;
        ScanSpec spec = spec(d, limits, "{find: contour, of: observed, at: " + at + "}");
        Matrix places = Probes.of(spec.space());
        for (LandscapeKind kind : LandscapeKind.fitting(spec.goal())) {
          for (long seed = 1; seed <= 3; seed++) {
            divides(Landscape.of(kind, spec.withSeed(seed), places), places, kind + " in " + d);
          }
        }
      }
    }
  }

  private static void divides(Landscape landscape, Matrix places, String what) {
    for (Line line : Line.values()) {
      double share = landscape.shareBelow(line, places);
      assertThat(share).as(what + ", " + line.word()).isBetween(0.05, 0.95);
    }
    // One place of 1024 on either side of the quantile.
    assertThat(landscape.shareBelow(Line.EXPECTED, places)).as(what).isBetween(0.398, 0.402);
  }

  @Test
  void limit_everyGoalAndQuantity_isSoundAndTheSameAgain() throws Exception {
    for (String goal :
        List.of("{find: excess}", "{find: deficit}", "{find: minimum}", "{find: maximum}")) {
      for (String limits :
          List.of("{quantity: mu-limit}", "{quantity: xsec-limit, unit: fb}", "{quantity: cls}")) {
        ScanSpec spec = spec(2, limits, goal);
        Matrix places = Probes.of(spec.space());
        for (LandscapeKind kind : LandscapeKind.fitting(spec.goal())) {
          Landscape landscape = Landscape.of(kind, spec, places);
          for (int i = 0; i < 100; i++) {
            sound(spec, landscape, places.row(i));
          }
        }
      }
    }
  }

  private static void sound(ScanSpec spec, Landscape landscape, double[] unit) {
    Point point = spec.space().point(spec.space().fromUnit(unit));
    LimitRecord limit = landscape.limit(point, unit);
    LimitCheck check = new LimitCheck(limit.quantity(), limit.unit(), limit.level());
    assertThat(check.outcome(limit.values(), limit.errors(), "here"))
        .isInstanceOf(Outcome.Answered.class);
    assertThat(landscape.limit(point, unit)).isEqualTo(limit);
  }
}

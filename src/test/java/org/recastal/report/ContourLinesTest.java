package org.recastal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.recastal.report.ContourLines.Polyline;

class ContourLinesTest {

  /** Linear interpolation of a circle of radius r on a unit grid is off by at most 1 / (8 r). */
  private static final double CURVATURE = 1.0 / (8 * 10);

  private static double[] grid(int nx, int ny, DoubleBinaryOperator f) {
    double[] out = new double[nx * ny];
    for (int k = 0; k < out.length; k++) {
      int row = k / nx;
      out[k] = f.applyAsDouble(k % nx, row);
    }
    return out;
  }

  private static double area(double[] xy) {
    double twice = 0;
    int n = xy.length / 2;
    for (int i = 0; i < n; i++) {
      int j = (i + 1) % n;
      twice += xy[2 * i] * xy[2 * j + 1] - xy[2 * j] * xy[2 * i + 1];
    }
    return Math.abs(twice) / 2;
  }

  @Test
  void trace_circle_givesOneClosedLineOnIt() {
    double[] values = grid(31, 41, (x, y) -> Math.hypot(x - 15, y - 20));

    List<Polyline> lines = ContourLines.trace(values, 31, 41, 10);

    assertThat(lines).hasSize(1);
    Polyline circle = lines.get(0);
    assertThat(circle.closed()).isTrue();
    for (int k = 0; k < circle.size(); k++) {
      double radius = Math.hypot(circle.xy()[2 * k] - 15, circle.xy()[2 * k + 1] - 20);
      assertThat(radius).isCloseTo(10, within(CURVATURE));
    }
    assertThat(circle.xy()[0]).isEqualTo(circle.xy()[circle.xy().length - 2]);
  }

  @Test
  void trace_twoCircles_givesTwoClosedLines() {
    double[] values =
        grid(41, 21, (x, y) -> Math.min(Math.hypot(x - 10, y - 10), Math.hypot(x - 30, y - 10)));

    assertThat(ContourLines.trace(values, 41, 21, 6)).hasSize(2).allMatch(Polyline::closed);
  }

  @Test
  void trace_straightLine_isExactAndOpen() {
    List<Polyline> lines = ContourLines.trace(grid(9, 7, (x, y) -> x + 2 * y), 9, 7, 7.5);

    assertThat(lines).hasSize(1);
    assertThat(lines.get(0).closed()).isFalse();
    double[] xy = lines.get(0).xy();
    for (int k = 0; k < xy.length; k += 2) {
      // The function is linear, so only rounding remains.
      assertThat(xy[k] + 2 * xy[k + 1]).isCloseTo(7.5, within(1e-12));
    }
  }

  @Test
  void trace_saddle_joinsAsTheBilinearSurfaceDoes() {
    // f = (x − 0.5)(y − 0.5): the saddle point has f = 0.
    double[] values = grid(2, 2, (x, y) -> (x - 0.5) * (y - 0.5));

    for (double level : new double[] {0.1, -0.1}) {
      for (Polyline line : ContourLines.trace(values, 2, 2, level)) {
        double middleX = (line.xy()[0] + line.xy()[2]) / 2 - 0.5;
        double middleY = (line.xy()[1] + line.xy()[3]) / 2 - 0.5;
        // A hyperbola stays in its quadrant: the product keeps the sign of the level.
        assertThat(Math.signum(middleX * middleY)).isEqualTo(Math.signum(level));
      }
      assertThat(ContourLines.trace(values, 2, 2, level)).hasSize(2);
    }
  }

  @Test
  void trace_vertices_lieOnTheBilinearInterpolant() {
    double[] values = grid(12, 12, (x, y) -> Math.sin(x) * Math.cos(0.7 * y));

    for (Polyline line : ContourLines.trace(values, 12, 12, 0.2)) {
      for (int k = 0; k < line.size(); k++) {
        double at = LineClipping.at(values, 12, 12, line.xy()[2 * k], line.xy()[2 * k + 1]);
        // Vertices are on grid edges, where the interpolant is linear: rounding only.
        assertThat(at).isCloseTo(0.2, within(1e-12));
      }
    }
  }

  @Test
  void trace_maskedNode_endsTheLineThere() {
    double[] values = grid(31, 31, (x, y) -> Math.hypot(x - 15, y - 15));
    values[15 * 31 + 25] = Double.NaN;

    List<Polyline> lines = ContourLines.trace(values, 31, 31, 10);

    assertThat(lines).hasSize(1);
    assertThat(lines.get(0).closed()).isFalse();
    assertThat(lines.get(0).xy()).doesNotContain(Double.NaN);
  }

  @Test
  void trace_levelOutsideTheValues_givesNothing() {
    assertThat(ContourLines.trace(grid(5, 5, (x, y) -> x), 5, 5, 9)).isEmpty();
    assertThat(ContourLines.trace(grid(5, 5, (x, y) -> x), 5, 5, -1)).isEmpty();
  }

  @Test
  void rings_halfPlane_areClosedByTheEdgeOfTheGrid() {
    List<double[]> rings = ContourLines.rings(grid(11, 6, (x, y) -> x), 11, 6, 7.5);

    assertThat(rings).hasSize(1);
    // The padding is 1e9 times as deep as the values are high.
    assertThat(area(rings.get(0))).isCloseTo(2.5 * 5, within(1e-6));
  }

  @Test
  void rings_everythingAbove_isTheWholeGrid() {
    List<double[]> rings = ContourLines.rings(grid(11, 6, (x, y) -> 3), 11, 6, 2);

    assertThat(rings).hasSize(1);
    // The padding cuts corners off, of a size of 1e-9.
    assertThat(area(rings.get(0))).isCloseTo(50, within(1e-6));
  }

  @Test
  void trace_wrongShape_isRefused() {
    assertThatThrownBy(() -> ContourLines.trace(new double[5], 2, 3, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void clipping_loopAcrossTheEdge_becomesOneOpenLine() {
    double[] values = grid(31, 31, (x, y) -> Math.hypot(x - 15, y - 15));
    double[] field = grid(31, 31, (x, y) -> x <= 20 ? 1 : 0);

    List<Polyline> cut = LineClipping.inside(ContourLines.trace(values, 31, 31, 10), field, 31, 31);

    assertThat(cut).hasSize(1);
    assertThat(cut.get(0).closed()).isFalse();
    for (int k = 0; k < cut.get(0).size(); k++) {
      // The field falls from 1 to 0 between x = 20 and 21 and is ½ in the middle.
      assertThat(cut.get(0).xy()[2 * k]).isLessThanOrEqualTo(20.5 + 1e-9);
    }
  }
}

package org.recastal.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class TableInterpolationTest {

  // Two dense solves of condition ≲ 1e4 in doubles.
  private static final double SOLVE = 1e-10;

  // Products of a few weights in doubles.
  private static final double ARITHMETIC = 1e-14;

  @Test
  void spline_betweenScatteredPoints_agreesWithScipy() throws IOException {
    for (JsonNode problem : reference().get("spline")) {
      PolyharmonicSpline spline =
          new PolyharmonicSpline(matrix(problem.get("points")), matrix(problem.get("values")));
      Matrix at = matrix(problem.get("at"));
      Matrix expected = matrix(problem.get("expected"));
      for (int i = 0; i < at.rows(); i++) {
        assertThat(spline.valuesAt(at.row(i))).containsExactly(expected.row(i), within(SOLVE));
      }
    }
  }

  @Test
  void spline_atItsPoints_passesThroughTheValues() throws IOException {
    JsonNode problem = reference().get("spline").get(0);
    Matrix points = matrix(problem.get("points"));
    Matrix values = matrix(problem.get("values"));
    PolyharmonicSpline spline = new PolyharmonicSpline(points, values);

    for (int i = 0; i < points.rows(); i++) {
      assertThat(spline.valuesAt(points.row(i))).containsExactly(values.row(i), within(SOLVE));
    }
  }

  @Test
  void spline_ofALinearFunction_isThatFunctionEverywhere() {
    List<double[]> points =
        List.of(
            new double[] {0, 0},
            new double[] {1, 0},
            new double[] {0, 1},
            new double[] {0.3, 0.8},
            new double[] {0.5, 0.2});
    List<double[]> values = new ArrayList<>();
    points.forEach(p -> values.add(new double[] {1 + 2 * p[0] - 3 * p[1]}));

    PolyharmonicSpline spline =
        new PolyharmonicSpline(Matrix.ofRows(points, 2), Matrix.ofRows(values, 1));

    assertThat(spline.valuesAt(new double[] {0.7, 0.4})[0]).isCloseTo(1.2, within(SOLVE));
  }

  @Test
  void spline_throughPointsOnOneLine_isRefused() {
    Matrix points =
        Matrix.ofRows(
            List.of(new double[] {0, 0}, new double[] {0.5, 0.5}, new double[] {1, 1}), 2);

    assertThatThrownBy(() -> new PolyharmonicSpline(points, Matrix.zeros(3, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("hyperplane");
  }

  @Test
  void spline_throughTooFewPoints_isRefused() {
    assertThatThrownBy(() -> new PolyharmonicSpline(Matrix.zeros(2, 2), Matrix.zeros(2, 1)))
        .hasMessage("a spline in 2 dimensions cannot pass through 2 values at 2 points");
  }

  @Test
  void grid_betweenNodes_agreesWithScipy() throws IOException {
    for (JsonNode problem : reference().get("multilinear")) {
      List<double[]> axes = new ArrayList<>();
      problem.get("axes").forEach(axis -> axes.add(numbers(axis)));
      double[] values = numbers(problem.get("values"));
      double[] expected = numbers(problem.get("expected"));
      TensorGrid grid = new TensorGrid(axes);
      Matrix at = matrix(problem.get("at"));
      for (int i = 0; i < at.rows(); i++) {
        TensorGrid.Corners corners = grid.corners(at.row(i)).orElseThrow();
        double sum = 0;
        for (int c = 0; c < corners.nodes().length; c++) {
          sum += corners.weights()[c] * values[corners.nodes()[c]];
        }
        assertThat(sum).isCloseTo(expected[i], within(ARITHMETIC));
      }
    }
  }

  @Test
  void grid_atANode_countsThatNodeAlone() {
    TensorGrid grid = new TensorGrid(List.of(new double[] {0, 0.1, 1}, new double[] {0, 0.7, 1}));

    assertThat(grid.nodeAt(new double[] {0.1, 1})).contains(5);
    assertThat(grid.nodeAt(new double[] {0.1, 0.9})).isEmpty();
    assertThat(grid.size()).isEqualTo(9);
  }

  @Test
  void grid_outside_hasNoCorners() {
    TensorGrid grid = new TensorGrid(List.of(new double[] {0, 1}));

    assertThat(grid.corners(new double[] {1.0000001})).isEmpty();
    assertThat(grid.corners(new double[] {Double.NaN})).isEmpty();
  }

  @Test
  void grid_ofDescendingNodes_isRefused() {
    assertThatThrownBy(() -> new TensorGrid(List.of(new double[] {1, 0})))
        .hasMessageContaining("must ascend");
  }

  private static JsonNode reference() throws IOException {
    return new ObjectMapper()
        .readTree(
            Files.readString(Path.of("src/test/resources/reference/interpolation/spline.json")));
  }

  private static Matrix matrix(JsonNode rows) {
    List<double[]> read = new ArrayList<>();
    rows.forEach(row -> read.add(numbers(row)));
    return Matrix.ofRows(read, read.get(0).length);
  }

  private static double[] numbers(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .mapToDouble(JsonNode::doubleValue)
        .toArray();
  }
}

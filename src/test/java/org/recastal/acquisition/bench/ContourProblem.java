package org.recastal.acquisition.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.recastal.acquisition.CandidateSpace;
import org.recastal.acquisition.Target;
import org.recastal.acquisition.UnitBox;
import org.recastal.acquisition.design.Design;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.SobolPoints;

/**
 * A contour f = 0 over the unit cube to be found: where points may lie, where the answer is judged,
 * and how a scan starts.
 *
 * @param probes where the classification is judged, {@code (p × d)}: a map's own points, else the
 *     first 10,000 Sobol points
 */
record ContourProblem(
    String name,
    CandidateSpace space,
    Matrix probes,
    ToDoubleFunction<double[]> value,
    Design design,
    int start,
    int last) {

  /** The one contour of a problem. */
  static final Target.LevelSet SET = new Target.LevelSet(0, 0, 1);

  private static final int PROBES = 10_000;
  private static final int MAP_START = 8;
  private static final int MAP_LAST = 96;

  /** L2, L3, L4, or the line {@code observed} or {@code expected} of a published map. */
  static ContourProblem named(String name, String line) throws IOException {
    return name.endsWith(".csv") ? ofMap(Path.of(name), line) : ofFormula(name);
  }

  private static ContourProblem ofFormula(String name) {
    AnalyticContour contour = AnalyticContour.valueOf(name);
    int d = contour.dimension();
    return new ContourProblem(
        name,
        UnitBox.continuous(d),
        SobolPoints.plain(0, PROBES, d),
        contour::value,
        Design.MAXIMIN,
        contour.start(),
        contour == AnalyticContour.L4 ? 104 : contour.last());
  }

  private static ContourProblem ofMap(Path map, String line) throws IOException {
    List<String> lines = Files.readAllLines(map);
    List<double[]> rows = lines.stream().skip(1).map(ContourProblem::numbers).toList();
    String column = "mu95_" + line.substring(0, 3).toLowerCase(Locale.ROOT);
    int k = List.of(lines.get(0).split(",", -1)).indexOf(column);
    Matrix pool = unitCube(rows);
    Map<List<Double>, Double> values = new HashMap<>();
    for (int i = 0; i < pool.rows(); i++) {
      values.put(key(pool.row(i)), Math.log(rows.get(i)[k]));
    }
    String name = map.getFileName().toString().replace(".csv", "");
    return new ContourProblem(
        name,
        UnitBox.ofPool(pool),
        pool,
        x -> values.get(key(x)),
        Design.SOBOL_SCRAMBLED,
        MAP_START,
        MAP_LAST);
  }

  /** {@code (n × 1)}. */
  Matrix valuesAt(Matrix points) {
    double[] values = new double[points.rows()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value.applyAsDouble(points.row(i));
    }
    return new Matrix(values.length, 1, values);
  }

  private static List<Double> key(double[] point) {
    return Arrays.stream(point).boxed().toList();
  }

  private static double[] numbers(String line) {
    return Arrays.stream(line.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
  }

  private static Matrix unitCube(List<double[]> rows) {
    double[] data = new double[2 * rows.size()];
    for (int k = 0; k < 2; k++) {
      int axis = k;
      var range = rows.stream().mapToDouble(r -> r[axis]).summaryStatistics();
      for (int i = 0; i < rows.size(); i++) {
        data[2 * i + k] = (rows.get(i)[k] - range.getMin()) / (range.getMax() - range.getMin());
      }
    }
    return new Matrix(rows.size(), 2, data);
  }
}

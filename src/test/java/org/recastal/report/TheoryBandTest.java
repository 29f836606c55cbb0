package org.recastal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recastal.limits.Line;
import org.recastal.study.spec.CrossSectionSpec;

/**
 * The observed limits of {@link Studies} are bowls: log limit = 10 (r² − 0.09) in the unit cube.
 */
class TheoryBandTest {

  private static final Set<Line> ALL = EnumSet.allOf(Line.class);

  /** Cells of 1/140: linear interpolation is off by h² · 20 / 8 in log limit at most. */
  private static final double CELL = 2e-4;

  private static final int NODES = 141;

  @TempDir private Path folder;

  private Subject with(Subject s, String table, String unit) throws IOException {
    Path file = Files.writeString(folder.resolve("xsec.csv"), table);
    return new Subject(
        s.spec(),
        s.state(),
        s.predictor(),
        s.options(),
        List.of(),
        TheoryBand.of(s.spec(), new CrossSectionSpec(file, unit, true)));
  }

  private Subject plane(String table) throws IOException {
    return with(Studies.contour(ALL, List.of(), Studies.MASS, Studies.COUPLING), table, "pb");
  }

  private static PlaneFields fields(Subject s) {
    List<Double> fixed = List.of(0.0, 0.0);
    return PlaneFields.of(
        s, new PlaneGrid(s.spec().space().parameters(), fixed, 0, 1, NODES, NODES));
  }

  private static List<ContourTable.Row> rows(Subject s, TheoryLine line) {
    return ContourTable.of(s, List.of(fields(s)), List.of()).rows().stream()
        .filter(r -> r.band().equals(line.word()))
        .toList();
  }

  private static double logLimit(Subject s, ContourTable.Row row) {
    double squares = 0;
    double[] at = row.coordinates().stream().mapToDouble(Double::doubleValue).toArray();
    for (double u : s.spec().space().toUnit(at)) {
      squares += (u - 0.5) * (u - 0.5);
    }
    return 10 * (squares - 0.09);
  }

  @Test
  void contours_ofStrengths_areWhereTheLimitOverTheFactorIsTheLevel() throws IOException {
    Subject s = plane("m_H,cross-section,up,down\n100,9,0.1,0.3\n500,0.2,0.5,0.1\n");

    List<ContourTable.Row> upper = rows(s, TheoryLine.UPPER);
    List<ContourTable.Row> lower = rows(s, TheoryLine.LOWER);

    assertThat(upper).isNotEmpty().allMatch(r -> r.closed() && r.line() == Line.OBSERVED);
    for (ContourTable.Row r : upper) {
      double factor = 1.1 + 0.4 * (r.coordinates().get(0) - 100) / 400;
      assertThat(logLimit(s, r)).isCloseTo(Math.log(factor), within(CELL));
      assertThat(r.level()).isCloseTo(factor, within(1e-12)); // two linear interpolations
    }
    assertThat(lower).isNotEmpty();
    for (ContourTable.Row r : lower) {
      double factor = 0.7 + 0.2 * (r.coordinates().get(0) - 100) / 400;
      assertThat(logLimit(s, r)).isCloseTo(Math.log(factor), within(CELL));
    }
    assertThat(rows(s, TheoryLine.CENTRAL)).as("the contour itself").isEmpty();
  }

  @Test
  void contours_ofCrossSections_areWhereTheLimitIsTheCrossSection() throws IOException {
    String table = "m_H,cross-section,up,down\n100,1.5e-3,0.2,0.1\n500,0.8e-3,0.2,0.1\n";
    Subject s = with(Studies.crossSectionContour(Studies.MASS, Studies.COUPLING), table, "pb");

    for (TheoryLine line : TheoryLine.values()) {
      double factor = line == TheoryLine.UPPER ? 1.2 : line == TheoryLine.LOWER ? 0.9 : 1;
      List<ContourTable.Row> rows = rows(s, line);
      assertThat(rows).isNotEmpty();
      for (ContourTable.Row r : rows) {
        double fraction = (r.coordinates().get(0) - 100) / 400;
        double logFb = Math.log(1.5) + fraction * Math.log(0.8 / 1.5);
        assertThat(logLimit(s, r)).isCloseTo(logFb + Math.log(factor), within(CELL));
      }
    }
  }

  @Test
  void contours_whereTheTableGivesNoErrors_areNotDrawn() throws IOException {
    Subject without = plane("m_H,cross-section\n100,9\n500,0.2\n");
    Subject half = plane("m_H,cross-section,up\n100,9,0.2\n300,2,0.2\n");

    assertThat(rows(without, TheoryLine.UPPER)).isEmpty();
    assertThat(fields(without).says(TheoryLine.UPPER)).isFalse();
    assertThat(map(without)).doesNotContain("theory");
    assertThat(rows(half, TheoryLine.UPPER))
        .isNotEmpty()
        .allMatch(r -> r.coordinates().get(0) <= 300 && !r.closed());
    assertThat(map(half)).contains("theory");
  }

  private static String map(Subject s) {
    return PlaneFigure.of(s, fields(s), List.of()).svg();
  }

  @Test
  void crossings_ofOneParameter_areWhereTheLimitMeetsTheFactor() throws IOException {
    String table = "m_H,cross-section,up,down\n100,9,0.5,0.2\n500,9,0.5,0.2\n";
    Subject s = with(Studies.contour(ALL, List.of(), Studies.MASS), table, "pb");

    List<ContourTable.Row> rows = ContourTable.of(s, BandCurves.of(s), List.of()).rows();

    double gev = 0.01; // 401 nodes over 400 GeV, linear between them
    for (TheoryLine line : List.of(TheoryLine.LOWER, TheoryLine.UPPER)) {
      double factor = line == TheoryLine.UPPER ? 1.5 : 0.8;
      double radius = 400 * Math.sqrt(0.09 + Math.log(factor) / 10);
      List<Double> at =
          rows.stream()
              .filter(r -> r.band().equals(line.word()))
              .map(r -> r.coordinates().get(0))
              .toList();
      assertThat(at).hasSize(2);
      assertThat(at.get(0)).isCloseTo(300 - radius, within(gev));
      assertThat(at.get(1)).isCloseTo(300 + radius, within(gev));
    }
    assertThat(BandFigure.of(s, List.of()).svg()).contains("Theory ±1σ");
  }
}

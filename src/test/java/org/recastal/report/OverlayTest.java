package org.recastal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recastal.RecastAlException;
import org.recastal.limits.Line;
import org.recastal.limits.Quantity;
import org.recastal.numerics.Normal;
import org.recastal.space.Parameter;
import org.recastal.space.Scale;
import org.recastal.study.spec.OverlaySpec;
import org.recastal.study.spec.ReportSpec;

/** Tables laid over a made-up scan whose observed contour is a circle of radius 0.3. */
class OverlayTest {

  private static final Parameter X = new Parameter("x", 0, 100, Scale.LINEAR, "GeV", "", 0);
  private static final Parameter Y = new Parameter("y", 0, 100, Scale.LINEAR, "GeV", "", 0);
  private static final Parameter G = new Parameter("g", 0.01, 1, Scale.LOG, "", "", 0);

  private static final int SIDE = 21;

  @TempDir private Path folder;

  @Test
  void report_ofATableOfTheSameLimits_agreesInEveryPoint() throws IOException {
    Subject s = subject(table("same.csv", X, Y, 0, Math::exp, "observed"), X, Y);

    write(s);

    // Multilinear between nodes h = 0.05 apart the bowl sags by 2 · 20 h²/8 in log μ; slope 6: 0.21
    // GeV.
    OverlayAgreement a = OverlayAgreement.all(s, contours(s)).get(0);
    assertThat(a.points()).isEqualTo(SIDE * SIDE);
    assertThat(a.otherwise()).isEmpty();
    assertThat(a.distance().orElseThrow().largest()).isLessThan(0.25);
    assertThat(a.distance().orElseThrow().unit()).contains("GeV");
    assertThat(page()).contains("<td>same</td><td>observed</td><td>441 of 441</td><td>none</td>");
    assertThat(Files.readString(folder.resolve("contours.csv"))).contains(",same,nominal,");
    assertThat(Files.readString(folder.resolve("map.svg"))).contains("same");
  }

  @Test
  void report_ofSmallerLimits_tellsDistanceAndWhichPointsDiffer() throws IOException {
    // log μ lower by 0.7: 10 (r² − 0.09) = 0.7 at r = 0.4.
    Subject s = subject(table("lower.csv", X, Y, -0.7, Math::exp, "observed"), X, Y);

    write(s);

    OverlayAgreement a = OverlayAgreement.all(s, contours(s)).get(0);
    assertThat(a.distance().orElseThrow().median()).isCloseTo(10, within(0.2));
    assertThat(a.otherwise()).isNotEmpty().allMatch(Overlay.Verdict::excluded);
    assertThat(a.otherwise())
        .allSatisfy(
            v -> {
              double r = Math.hypot(v.at().get(0) - 50, v.at().get(1) - 50);
              assertThat(r).isBetween(30.0, 40.001);
            });
    assertThat(page()).contains("<td>" + a.otherwise().size() + " points</td>");
  }

  @Test
  void overlay_ofCls_isComparedByWhatItExcludes() {
    // CLs = Φ(log μ − 1.64…): 0.05 where μ = 1.
    double shift = Normal.quantile(0.05);
    Path cls = table("cls.csv", X, Y, 0, v -> Normal.cdf(v + shift), "cls.observed");
    OverlaySpec spec = new OverlaySpec(cls, "cls", Quantity.CLS, Map.of(), Map.of(), "");
    Subject s = subject(spec, X, Y);

    OverlayAgreement a = OverlayAgreement.all(s, contours(s)).get(0);
    assertThat(a.points()).isEqualTo(SIDE * SIDE);
    assertThat(a.otherwise()).isEmpty();
    // As above.
    assertThat(a.distance().orElseThrow().largest()).isLessThan(0.25);
  }

  @Test
  void distance_ofAxesWithDifferentScales_isInLengthsOfTheAxes() {
    Subject s = subject(table("lower.csv", X, G, -0.7, Math::exp, "observed"), X, G);

    ContourDistance d = OverlayAgreement.all(s, contours(s)).get(0).distance().orElseThrow();
    assertThat(d.unit()).isEmpty();
    // Radii 0.3 and 0.4 of the unit square; the sag as above.
    assertThat(d.median()).isCloseTo(0.1, within(0.002));
  }

  @Test
  void report_ofOneParameter_comparesCrossings() throws IOException {
    Path csv = folder.resolve("line.csv");
    StringJoiner rows = new StringJoiner("\n").add("x,observed,expected");
    for (int k = 0; k <= 50; k++) {
      double u = k / 50.0;
      double log = 10 * ((u - 0.5) * (u - 0.5) - 0.09) - 0.7;
      rows.add(100 * u + "," + Math.exp(log) + "," + Math.exp(log));
    }
    Files.writeString(csv, rows.toString());
    Subject s = subject(csv, X);

    Path page = write(s);

    // Crossings at 50 ± 40 instead of 50 ± 30.
    assertThat(Files.readString(page))
        .contains("<td>line</td><td>observed</td>", "<td>10 GeV</td>");
    assertThat(Files.readString(folder.resolve("limits.svg"))).contains(">line<");
  }

  @Test
  void overlay_ofTooFewPoints_isComparedButNotDrawn() throws IOException {
    Path csv = folder.resolve("two.csv");
    Files.writeString(csv, "x,y,observed\n50,50,0.4\n95,95,20\n");
    Subject s = subject(csv, X, Y);

    write(s);

    assertThat(page()).contains("<td>2 of 2</td><td>none</td><td>–</td><td>–</td>");
    assertThat(Files.readString(folder.resolve("contours.csv"))).doesNotContain(",two,");
  }

  @Test
  void overlay_withoutAParameter_isRefusedByItsTitle() throws IOException {
    Path csv = folder.resolve("odd.csv");
    Files.writeString(csv, "x,observed\n50,0.4\n");

    assertThatThrownBy(() -> subject(csv, X, Y))
        .isInstanceOf(RecastAlException.class)
        .hasMessageContaining("overlay odd: odd.csv:1: no column \"y\"");
  }

  private Path table(
      String name,
      Parameter x,
      Parameter y,
      double shift,
      DoubleUnaryOperator limit,
      String column) {
    StringJoiner rows = new StringJoiner("\n").add(x.name() + "," + y.name() + "," + column);
    for (int j = 0; j < SIDE; j++) {
      for (int i = 0; i < SIDE; i++) {
        double u = i / (SIDE - 1.0);
        double v = j / (SIDE - 1.0);
        double log = 10 * ((u - 0.5) * (u - 0.5) + (v - 0.5) * (v - 0.5) - 0.09) + shift;
        rows.add(x.fromUnit(u) + "," + y.fromUnit(v) + "," + limit.applyAsDouble(log));
      }
    }
    try {
      return Files.writeString(folder.resolve(name), rows.toString());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Subject subject(Path table, Parameter... parameters) {
    Set<Line> lines = EnumSet.of(Line.OBSERVED, Line.EXPECTED);
    Subject bare = Studies.contour(lines, List.of(), parameters);
    return subject(OverlaySpec.plain(table, bare.spec().limits()), parameters);
  }

  private static Subject subject(OverlaySpec overlay, Parameter... parameters) {
    Set<Line> lines = EnumSet.of(Line.OBSERVED, Line.EXPECTED);
    Subject s = Studies.contour(lines, List.of(), parameters);
    return new Subject(
        s.spec().withReport(new ReportSpec(List.of(overlay))),
        s.state(),
        s.predictor(),
        s.options());
  }

  /** The contours that the report of a plane would write. */
  private static ContourTable contours(Subject s) {
    List<Double> fixed = List.of(0.0, 0.0);
    PlaneGrid grid = new PlaneGrid(s.spec().space().parameters(), fixed, 0, 1, 141, 141);
    PlaneFields fields = PlaneFields.of(s, grid);
    return ContourTable.of(
        s,
        List.of(fields),
        s.overlays().stream().map(o -> OverlayPlane.of(o, fields, s.spec().space())).toList());
  }

  private Path write(Subject s) {
    return Report.write(s.spec(), s.state(), s.predictor(), folder, s.options());
  }

  private String page() throws IOException {
    return Files.readString(folder.resolve("report.html"));
  }
}

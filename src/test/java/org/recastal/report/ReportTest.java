package org.recastal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recastal.RecastAlException;
import org.recastal.limits.Line;
import org.recastal.study.PointState;
import org.recastal.study.StudyState;

class ReportTest {

  private static final Set<Line> ALL = EnumSet.allOf(Line.class);

  @TempDir private Path folder;

  private static Path write(Subject s, Path folder) {
    return Report.write(s.spec(), s.state(), s.predictor(), folder, s.options());
  }

  private static List<CSVRecord> csv(Path file) throws IOException {
    return CSVFormat.DEFAULT
        .builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .get()
        .parse(new StringReader(Files.readString(file)))
        .getRecords();
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void write_twoParameters_makesAllFiles() throws IOException {
    Path page = write(Studies.contour(ALL, List.of(), Studies.MASS, Studies.COUPLING), folder);

    assertThat(page).isEqualTo(folder.resolve("report.html"));
    assertThat(names(folder))
        .containsExactly(
            "contours.csv",
            "map.png",
            "map.svg",
            "points.csv",
            "progress.png",
            "progress.svg",
            "report.html");
  }

  @Test
  void write_twice_givesTheSameBytes() throws IOException {
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");
    write(Studies.contour(ALL, List.of("m_H * g < 300"), Studies.MASS, Studies.COUPLING), first);
    write(Studies.contour(ALL, List.of("m_H * g < 300"), Studies.MASS, Studies.COUPLING), second);

    for (String name : names(first)) {
      assertThat(second.resolve(name)).as(name).hasSameBinaryContentAs(first.resolve(name));
    }
  }

  @Test
  void write_oneParameter_drawsLimitsAndCrossings() throws IOException {
    write(Studies.contour(ALL, List.of(), Studies.MASS), folder);

    assertThat(names(folder)).contains("limits.png", "limits.svg");
    List<Double> crossings =
        csv(folder.resolve("contours.csv")).stream()
            .filter(r -> r.get("line").equals("observed"))
            .map(r -> Double.valueOf(r.get("m_H")))
            .toList();
    // The bowl crosses at 0.5 ± 0.3 of 100 … 500; 401 nodes, linear between them.
    assertThat(crossings).hasSize(2);
    assertThat(crossings.get(0)).isCloseTo(180, within(0.01));
    assertThat(crossings.get(1)).isCloseTo(420, within(0.01));
  }

  @Test
  void write_threeParameters_drawsSlicesThroughTheGivenPoint() throws IOException {
    Subject s = Studies.contour(ALL, List.of(), Studies.MASS, Studies.COUPLING, Studies.ANGLE);
    ReportOptions through =
        new ReportOptions(
            Optional.empty(),
            Map.of("m_H", 300.0, "g", 0.03, "phi", 0.25),
            ReportOptions.Bands.COLOUR_BLIND,
            "",
            "recast-al test");

    Report.write(s.spec(), s.state(), s.predictor(), folder, through);

    assertThat(names(folder)).contains("slices.png", "slices.svg");
    assertThat(csv(folder.resolve("contours.csv")))
        .anyMatch(r -> r.get("phi").equals("0.25") && !r.get("g").equals("0.03"))
        .anyMatch(r -> r.get("m_H").equals("300.0") && !r.get("phi").equals("0.25"));
  }

  @Test
  void contours_circle_isOneClosedLineOnIt() throws IOException {
    Subject s = Studies.contour(ALL, List.of(), Studies.MASS, Studies.COUPLING);
    write(s, folder);

    List<CSVRecord> observed =
        csv(folder.resolve("contours.csv")).stream()
            .filter(r -> r.get("line").equals("observed") && r.get("band").equals("nominal"))
            .toList();
    assertThat(observed).isNotEmpty().allMatch(r -> r.get("closed").equals("true"));
    assertThat(observed.stream().map(r -> r.get("polyline")).distinct()).hasSize(1);
    for (CSVRecord r : observed) {
      double[] x = {Double.parseDouble(r.get("m_H")), Double.parseDouble(r.get("g"))};
      double[] u = s.spec().space().toUnit(x);
      // Cells of 1/140: linear interpolation of the bowl is off by h² / (8 · radius) at most.
      assertThat(Math.hypot(u[0] - 0.5, u[1] - 0.5)).isCloseTo(0.3, within(3e-5));
    }
  }

  @Test
  void contours_forbiddenRegion_isLeftOut() throws IOException {
    write(Studies.contour(ALL, List.of("m_H < 300"), Studies.MASS, Studies.COUPLING), folder);

    assertThat(csv(folder.resolve("contours.csv")))
        .isNotEmpty()
        // The edge is found to a third of a grid cell of 400/140 GeV.
        .allMatch(r -> Double.parseDouble(r.get("m_H")) < 302);
  }

  @Test
  void points_numbers_readBackExactly() throws IOException {
    Subject s = Studies.contour(ALL, List.of(), Studies.MASS, Studies.COUPLING);
    write(s, folder);

    List<CSVRecord> rows = csv(folder.resolve("points.csv"));
    assertThat(rows).hasSize(13);
    for (int k = 0; k < 12; k++) {
      PointState p = s.state().points().get(k);
      CSVRecord row = rows.get(k);
      assertThat(row.get("id")).isEqualTo(p.point().id().value());
      assertThat(row.get("status")).isEqualTo("limit");
      assertThat(Double.parseDouble(row.get("g"))).isEqualTo(p.point().coordinates().get(1));
      assertThat(Double.parseDouble(row.get("expected+2s")))
          .isEqualTo(p.limit().orElseThrow().values().get(Line.EXPECTED_P2));
    }
    assertThat(rows.get(12).get("status")).isEqualTo("failed");
    assertThat(rows.get(12).get("observed")).isEmpty();
    assertThat(rows.get(12).get("why")).isEqualTo("a \"quoted\", why; NaN in <limits>");
  }

  @Test
  void svg_everyPicture_isWellFormed() throws Exception {
    write(Studies.contour(ALL, List.of(), Studies.MASS, Studies.COUPLING), folder);

    for (String name : List.of("map.svg", "progress.svg")) {
      byte[] bytes = Files.readAllBytes(folder.resolve(name));
      var parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      assertThat(parser.parse(new ByteArrayInputStream(bytes)).getDocumentElement().getTagName())
          .isEqualTo("svg");
    }
  }

  @Test
  void page_foreignText_isEscaped() throws IOException {
    write(Studies.contour(ALL, List.of(), Studies.MASS, Studies.COUPLING), folder);

    String page = Files.readString(folder.resolve("report.html"));
    assertThat(page)
        .contains("&lt;b&gt;bold&lt;/b&gt;", "&lt;script&gt;", "NaN in &lt;limits&gt;")
        .doesNotContain("<b>", "<script", "http://fonts", "src=\"http");
  }

  @Test
  void page_replay_saysThatItStandsIn() throws IOException {
    write(Studies.contour(ALL, List.of(), Studies.MASS, Studies.COUPLING), folder);

    assertThat(Files.readString(folder.resolve("report.html")))
        .contains("stands in for the chain", "map.csv", "observed contour at μ = 1 was found");
  }

  @Test
  void page_roundsOfFewAnswers_giveNoFraction() throws IOException {
    write(Studies.contour(ALL, List.of(), Studies.MASS, Studies.COUPLING), folder);

    // Of 4, 8 and 12 answers.
    String[] rounds = Files.readString(folder.resolve("report.html")).split("too few answers", -1);
    assertThat(rounds).hasSize(2);
    assertThat(rounds[1]).contains(">0.05<");
    String picture = Files.readString(folder.resolve("progress.svg"));
    assertThat(picture.split("<circle", -1)).hasSize(3);
  }

  @Test
  void page_excess_namesTheBestPoint() throws IOException {
    Subject s = Studies.excess(Studies.MASS, Studies.COUPLING);
    write(s, folder);

    assertThat(Files.readString(folder.resolve("report.html")))
        .contains("Largest observed − expected", "fb");
    // No level for a cross-section excess: a header only.
    assertThat(csv(folder.resolve("contours.csv"))).isEmpty();
  }

  @Test
  void pictures_neverNameAnExperiment() throws IOException {
    write(Studies.contour(ALL, List.of(), Studies.MASS, Studies.COUPLING), folder);

    assertThat(Files.readString(folder.resolve("map.svg"))).doesNotContain("ATLAS", "CMS");
  }

  @Test
  void write_unknownSliceName_isRefused() {
    Subject s = Studies.contour(ALL, List.of(), Studies.MASS, Studies.COUPLING, Studies.ANGLE);
    ReportOptions wrong =
        new ReportOptions(
            Optional.empty(), Map.of("m_X", 1.0), ReportOptions.Bands.CLASSIC, "", "recast-al");

    assertThatThrownBy(() -> Report.write(s.spec(), s.state(), s.predictor(), folder, wrong))
        .isInstanceOf(RecastAlException.class)
        .hasMessageContaining("m_X")
        .hasMessageContaining("phi");
  }

  @Test
  void write_lineThatNobodyReturned_isRefused() {
    Subject s = Studies.contour(Set.of(Line.OBSERVED), List.of(), Studies.MASS, Studies.COUPLING);
    ReportOptions wrong =
        new ReportOptions(
            Optional.of(Line.EXPECTED), Map.of(), ReportOptions.Bands.CLASSIC, "", "recast-al");

    assertThatThrownBy(() -> Report.write(s.spec(), s.state(), s.predictor(), folder, wrong))
        .isInstanceOf(RecastAlException.class)
        .hasMessageContaining("observed");
  }

  @Test
  void write_noLimitsYet_isRefusedWithANextStep() {
    Subject s = Studies.contour(ALL, List.of(), Studies.MASS);

    assertThatThrownBy(
            () -> Report.write(s.spec(), StudyState.EMPTY, s.predictor(), folder, s.options()))
        .isInstanceOf(RecastAlException.class)
        .hasMessageContaining("recast-al status");
  }
}

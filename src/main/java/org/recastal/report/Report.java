package org.recastal.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.recastal.FileTrouble;
import org.recastal.RecastAlException;
import org.recastal.report.draw.Picture;
import org.recastal.space.Parameter;
import org.recastal.study.Predictor;
import org.recastal.study.StudyState;
import org.recastal.study.spec.ScanSpec;

/**
 * Draws a scan into one self-contained folder: {@code report.html}, its pictures as PNG and SVG,
 * {@code points.csv} and {@code contours.csv}. The same spec, state and surrogate give the same
 * bytes.
 */
public final class Report {

  /** Nodes per side of a map; fewer once the surrogate stands on many points. */
  private static final int FINE = 141;

  private static final int COARSE = 101;
  private static final int MANY_POINTS = 250;

  /** Nodes per side of a slice. */
  private static final int PANEL = 71;

  private final Subject subject;

  private Report(Subject subject) {
    this.subject = subject;
  }

  /**
   * Writes the report and returns the path of {@code report.html}.
   *
   * @param predictor the surrogate of what was answered so far; knows at least one line
   * @param folder is made when it does not exist; files of an older report are replaced
   */
  public static Path write(
      ScanSpec spec, StudyState state, Predictor predictor, Path folder, ReportOptions options) {
    Subject subject = new Subject(spec, state, predictor, options);
    if (predictor.lines().isEmpty() || subject.answered().isEmpty()) {
      throw RecastAlException.badInput(
          "no point of the scan "
              + spec.name()
              + " has a limit yet, so there is nothing to draw: see recast-al status");
    }
    if (!options.slice().isEmpty() && spec.space().dimension() < 3) {
      throw RecastAlException.badInput(
          "--slice: only scans of three and more parameters are drawn in slices; leave it out");
    }
    options
        .line()
        .filter(line -> !subject.knows(line))
        .ifPresent(
            line -> {
              throw RecastAlException.badInput(
                  "--line "
                      + line.word()
                      + ": the limits of this scan have no such line, only "
                      + predictor.lines().stream().map(l -> l.word()).toList());
            });
    return new Report(subject).into(folder);
  }

  private Path into(Path folder) {
    List<Picture> pictures = new ArrayList<>();
    ContourTable contours = drawMain(pictures);
    ProgressFigure.of(subject).ifPresent(pictures::add);
    List<Parameter> parameters = subject.spec().space().parameters();
    try {
      Files.createDirectories(folder);
      for (Picture p : pictures) {
        write(folder.resolve(p.name() + ".svg"), p.svg());
        Files.write(folder.resolve(p.name() + ".png"), p.png());
      }
      write(folder.resolve("points.csv"), CsvFiles.points(parameters, subject.state()));
      write(folder.resolve("contours.csv"), CsvFiles.contours(parameters, contours));
      Path page = folder.resolve("report.html");
      write(page, HtmlPage.of(subject, pictures, contours));
      return page;
    } catch (IOException e) {
      throw FileTrouble.in("cannot write the report into", folder, e);
    }
  }

  private ContourTable drawMain(List<Picture> pictures) {
    int dimension = subject.spec().space().dimension();
    if (dimension == 1) {
      Parameter axis = subject.spec().space().parameters().get(0);
      List<OverlayCurve> overlays =
          subject.overlays().stream().map(o -> OverlayCurve.of(o, axis)).toList();
      pictures.add(BandFigure.of(subject, overlays));
      return ContourTable.of(subject, BandCurves.of(subject), overlays);
    }
    if (dimension == 2) {
      int nodes = subject.answered().size() > MANY_POINTS ? COARSE : FINE;
      PlaneFields fields = plane(Collections.nCopies(2, 0.0), 0, 1, nodes);
      List<OverlayPlane> overlays =
          subject.overlays().stream()
              .map(o -> OverlayPlane.of(o, fields, subject.spec().space()))
              .toList();
      pictures.add(PlaneFigure.of(subject, fields, overlays));
      return ContourTable.of(subject, List.of(fields), overlays);
    }
    SlicePoint point = SlicePoint.of(subject);
    List<PlaneFields> planes = new ArrayList<>();
    for (int y = 1; y < dimension; y++) {
      for (int x = 0; x < y; x++) {
        planes.add(plane(point.values(), x, y, PANEL));
      }
    }
    pictures.add(SliceFigure.of(subject, planes, point));
    return ContourTable.of(subject, planes, List.of());
  }

  private PlaneFields plane(List<Double> fixed, int x, int y, int nodes) {
    List<Parameter> parameters = subject.spec().space().parameters();
    return PlaneFields.of(subject, new PlaneGrid(parameters, fixed, x, y, nodes, nodes));
  }

  private static void write(Path file, String text) throws IOException {
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }
}

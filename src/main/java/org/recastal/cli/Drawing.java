package org.recastal.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recastal.FileTrouble;
import org.recastal.limits.Line;
import org.recastal.report.Report;
import org.recastal.report.ReportOptions;
import org.recastal.study.ScanFolder;
import org.recastal.study.StudyState;
import org.recastal.study.SurrogatePredictor;
import org.recastal.study.spec.OverlaySpec;
import org.recastal.study.spec.ScanSpec;

/** Draws what a scan folder holds. */
record Drawing(ScanFolder scan) {

  /** The report as the spec asks for it, in the scan's folder. */
  Path usual() {
    return draw(Optional.empty(), Map.of(), ReportOptions.Bands.CLASSIC, List.of(), scan.report());
  }

  /**
   * Draws.
   *
   * @param line what a map shows, else the goal's first
   * @param slice parameter values that planes of more than two parameters pass through
   * @param overlays tables to compare with, beside those of the spec
   * @param out the folder to draw into
   * @return the page
   */
  Path draw(
      Optional<Line> line,
      Map<String, Double> slice,
      ReportOptions.Bands bands,
      List<Path> overlays,
      Path out) {
    ScanSpec spec = withOverlays(scan.readSpec(), overlays);
    StudyState state = scan.readState();
    return Report.write(
        spec,
        state,
        SurrogatePredictor.of(spec, state),
        out,
        new ReportOptions(line, slice, bands, specText(), Version.line()));
  }

  private static ScanSpec withOverlays(ScanSpec spec, List<Path> tables) {
    return spec.withReport(
        spec.report().with(tables.stream().map(t -> OverlaySpec.plain(t, spec.limits())).toList()));
  }

  private String specText() {
    try {
      return Files.readString(scan.specCopy());
    } catch (IOException e) {
      throw FileTrouble.in("cannot read", scan.specCopy(), e);
    }
  }
}

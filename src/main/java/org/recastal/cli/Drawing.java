package org.recastal.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.recastal.FileTrouble;
import org.recastal.limits.Line;
import org.recastal.report.Report;
import org.recastal.report.ReportOptions;
import org.recastal.study.ScanFolder;
import org.recastal.study.StudyState;
import org.recastal.study.SurrogatePredictor;
import org.recastal.study.spec.ScanSpec;

/** Draws what a scan folder holds. */
record Drawing(ScanFolder scan) {

  /** The report as the spec asks for it, in the scan's folder. */
  Path usual() {
    return draw(Optional.empty(), Map.of(), ReportOptions.Bands.CLASSIC, scan.report());
  }

  /**
   * Draws.
   *
   * @param line what a map shows, else the goal's first
   * @param slice parameter values that planes of more than two parameters pass through
   * @param out the folder to draw into
   * @return the page
   */
  Path draw(Optional<Line> line, Map<String, Double> slice, ReportOptions.Bands bands, Path out) {
    ScanSpec spec = scan.readSpec();
    StudyState state = scan.readState();
    return Report.write(
        spec,
        state,
        SurrogatePredictor.of(spec, state),
        out,
        new ReportOptions(line, slice, bands, specText(), Version.line()));
  }

  private String specText() {
    try {
      return Files.readString(scan.specCopy());
    } catch (IOException e) {
      throw FileTrouble.in("cannot read", scan.specCopy(), e);
    }
  }
}

package org.recastal.study;

import java.nio.file.Path;
import java.util.List;
import org.recastal.study.journal.Event;
import org.recastal.study.observe.Manner;
import org.recastal.study.observe.Tidings;

/** Tell: brings the limits of points that somebody outside evaluated. */
public final class Observing {

  private Observing() {}

  /**
   * Tells a scan what files say. All of them are read and checked first; what is new or corrected
   * is then written as one event.
   */
  public static Tidings observe(OpenScan scan, List<Path> files, Manner manner) {
    scan.rounds(true).tellStart();
    Tidings tidings = Tidings.read(scan.spec(), scan.state(), files, manner);
    if (!tidings.points().isEmpty()) {
      scan.logbook().append(new Event.PointsTold(tidings.source(), tidings.points()));
    }
    return tidings;
  }
}

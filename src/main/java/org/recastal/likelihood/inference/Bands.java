package org.recastal.likelihood.inference;

import java.util.List;
import org.recastal.limits.Line;

/** The expected lines and the number of standard deviations that each stands for. */
final class Bands {

  static final List<Line> LINES =
      List.of(
          Line.EXPECTED_M2, Line.EXPECTED_M1, Line.EXPECTED, Line.EXPECTED_P1, Line.EXPECTED_P2);

  private Bands() {}

  static int sigmas(Line line) {
    return LINES.indexOf(line) - 2;
  }
}

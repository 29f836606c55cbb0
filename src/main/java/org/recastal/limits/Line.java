package org.recastal.limits;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One of the six curves of a limit. "+1σ" is the weaker exclusion, the larger number (the direction
 * of pyhf and HistFitter).
 */
public enum Line {
  OBSERVED("observed"),
  EXPECTED_M2("expected-2s"),
  EXPECTED_M1("expected-1s"),
  EXPECTED("expected"),
  EXPECTED_P1("expected+1s"),
  EXPECTED_P2("expected+2s");

  private final String word;

  Line(String word) {
    this.word = word;
  }

  /** The word used in specs, files and plots. */
  public String word() {
    return word;
  }

  /** The expected lines from −2σ to +2σ. */
  public static List<Line> bands() {
    return List.of(EXPECTED_M2, EXPECTED_M1, EXPECTED, EXPECTED_P1, EXPECTED_P2);
  }

  /** How many standard deviations of the background an expected line stands for: −2 … 2. */
  public int sigmas() {
    return bands().indexOf(this) - 2;
  }

  public static Optional<Line> ofWord(String word) {
    return Arrays.stream(values()).filter(l -> l.word.equals(word)).findFirst();
  }
}

package org.recastal.limits.readers;

import java.util.Arrays;
import java.util.Optional;

/** The files that limits are read from; docs/limits.md shows one of each. */
public enum LimitFormat {
  /** JSON of {@code pyhf cls}. */
  PYHF("pyhf"),
  /** JSON of cabinetry's limit results. */
  CABINETRY("cabinetry"),
  /** JSON of the RECAST demonstration; its keys are the same for limits on μ and for CLs. */
  RECAST("recast"),
  /** JSON harvest list of HistFitter, one object per point. */
  HISTFITTER("histfitter"),
  /** {@code result.txt}, tables of signal regions and multi-bin results of CheckMATE 2. */
  CHECKMATE("checkmate"),
  /** {@code CLs_output.dat} of MadAnalysis 5. */
  MADANALYSIS("madanalysis"),
  /** {@code .smodelsslha} of SModelS. */
  SMODELS("smodels"),
  /** Our own JSON, for programs that have no form of their own. */
  NEUTRAL("neutral"),
  /** CSV with a header; columns by declaration. */
  CSV("csv"),
  /** Text with columns separated by blanks, or lines {@code key: value}. */
  TEXT("text"),
  /** Any text, by a regular expression with named groups. */
  REGEX("regex");

  private final String word;

  LimitFormat(String word) {
    this.word = word;
  }

  /** The word used in specs and on the command line. */
  public String word() {
    return word;
  }

  public static Optional<LimitFormat> ofWord(String word) {
    return Arrays.stream(values()).filter(f -> f.word.equals(word)).findFirst();
  }
}

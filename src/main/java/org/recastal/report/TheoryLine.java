package org.recastal.report;

import org.recastal.study.likelihood.CrossSection;

/** The cross-sections of theory that a limit is compared with. */
enum TheoryLine {
  /** One error lower. */
  LOWER("theory-1s"),
  CENTRAL("theory"),
  /** One error higher. */
  UPPER("theory+1s");

  private final String word;

  TheoryLine(String word) {
    this.word = word;
  }

  /** What tables call it. */
  String word() {
    return word;
  }

  /** This cross-section over the central one; NaN where theory states no such error. */
  double factor(CrossSection theory) {
    return switch (this) {
      case LOWER -> theory.down() > 0 ? 1 - theory.down() : Double.NaN;
      case CENTRAL -> 1;
      case UPPER -> theory.up() > 0 ? 1 + theory.up() : Double.NaN;
    };
  }
}

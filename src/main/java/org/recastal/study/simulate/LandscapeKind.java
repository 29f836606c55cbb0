package org.recastal.study.simulate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.recastal.study.spec.GoalSpec;
import org.recastal.study.spec.GoalSpec.Find;

/** The made-up landscapes, and what in the world each resembles. */
public enum LandscapeKind {
  ISLAND("island", true, "a closed excluded region, its edge crossed on every side"),
  BAND("band", true, "an excluded band along a diagonal, as where two masses are close"),
  EDGE("edge", true, "a bent, steep edge between two plateaus, as where a search loses its reach"),
  BUMP("bump", false, "one broad bump or basin beside a smooth background"),
  SPIKE("spike", false, "one narrow bump or basin beside a smooth background");

  private final String word;
  private final boolean contour;
  private final String meaning;

  LandscapeKind(String word, boolean contour, String meaning) {
    this.word = word;
    this.contour = contour;
    this.meaning = meaning;
  }

  /** The word used on the command line and in output. */
  public String word() {
    return word;
  }

  /** What it stands for, in a few words. */
  public String meaning() {
    return meaning;
  }

  /** Whether this goal can be looked for in it. */
  public boolean fits(GoalSpec goal) {
    return contour == (goal.find() == Find.CONTOUR);
  }

  /** Every landscape that fits a goal. */
  public static List<LandscapeKind> fitting(GoalSpec goal) {
    return Arrays.stream(values()).filter(k -> k.fits(goal)).toList();
  }

  public static Optional<LandscapeKind> ofWord(String word) {
    return Arrays.stream(values()).filter(k -> k.word.equals(word)).findFirst();
  }
}

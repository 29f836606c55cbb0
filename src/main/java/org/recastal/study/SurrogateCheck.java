package org.recastal.study;

import java.util.Locale;
import java.util.Optional;
import org.recastal.limits.Line;
import org.recastal.numerics.Normal;
import org.recastal.space.PointId;

/**
 * Whether the answers bear the surrogate out: each one beside what all others predict of it, in
 * units of the predicted error (leave-one-out). Of the goal's lines, that of the largest residual
 * speaks; bounds are not asked.
 *
 * @param line whose answers these are; empty for a difference of lines
 * @param answers how many were asked
 * @param beyondTwo how many lie further than 2σ
 * @param beyondThree how many lie further than 3σ
 * @param furthest the point of the largest residual
 * @param largest its residual
 * @param spread root mean square of the residuals, 1 where errors are right
 * @param logDensity log predictive density per answer, standardised values
 */
public record SurrogateCheck(
    Optional<Line> line,
    int answers,
    int beyondTwo,
    int beyondThree,
    PointId furthest,
    double largest,
    double spread,
    double logDensity) {

  /** What the figures mean. */
  public enum Verdict {
    TOO_FEW,
    SOUND,
    /** Some answers are where they should not be. */
    SURPRISED,
    /** Answers lie nearer to the predictions than the predicted errors say. */
    OVERSTATED
  }

  /** Fewer answers decide nothing. */
  static final int FEWEST = 10;

  /**
   * The largest of n residuals passes the normal quantile of 1 − 0.025 / n in less than 1 % of fits
   * with the right kernel, and the spread is never below 0.6 (docs/benchmarks.md says how
   * measured).
   */
  private static final double SURPRISE = 0.025;

  private static final double NARROW = 0.6;

  public Verdict verdict() {
    if (answers < FEWEST) {
      return Verdict.TOO_FEW;
    }
    if (Math.abs(largest) > expected()) {
      return Verdict.SURPRISED;
    }
    return spread < NARROW ? Verdict.OVERSTATED : Verdict.SOUND;
  }

  /** The largest residual to expect of a right kernel. */
  public double expected() {
    return Normal.quantile(1 - SURPRISE / answers);
  }

  /** The verdict in one line, with the number behind it. */
  public String sentence() {
    String of = line.map(l -> " " + l.word()).orElse("");
    return switch (verdict()) {
      case TOO_FEW -> answers + " answers are too few to judge it";
      case SOUND ->
          String.format(
              Locale.ROOT,
              "sound: %d of %d%s answers lie within 2σ of what the others predict, the furthest (%s)"
                  + " at %.1fσ",
              answers - beyondTwo,
              answers,
              of,
              furthest,
              Math.abs(largest));
      case SURPRISED ->
          String.format(
              Locale.ROOT,
              "of %d%s answers %s lies %.1fσ from what the others predict, where %.1fσ is the most to"
                  + " expect, %d beyond 3σ: the map is rougher there than the kernel, or that answer"
                  + " is wrong",
              answers,
              of,
              furthest,
              Math.abs(largest),
              expected(),
              beyondThree);
      case OVERSTATED ->
          String.format(
              Locale.ROOT,
              "errors are over-stated: the %d%s answers lie %.2fσ from what the others predict, where"
                  + " 1 is right; the map is smoother than the kernel (kernel: auto chooses by evidence)",
              answers,
              of,
              spread);
    };
  }
}

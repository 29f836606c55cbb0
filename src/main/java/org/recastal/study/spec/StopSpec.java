package org.recastal.study.spec;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * When the loop ends, besides the end of the rounds. Any rule that fires ends it.
 *
 * <pre>{@code
 * stop:
 *   points: 30                              # answered or given up, start included
 *   rounds: 10
 *   wall-time: 2h
 *   score-below: 1.0e-3                     # best score of the next batch
 *   misclassified: {below: 0.01, rounds: 3} # mean misclassification probability
 *   contour-moved: {less-than: 0.005, rounds: 2} # fraction of the space that changed sides
 * }</pre>
 *
 * @param points number of points after which no more are suggested
 * @param rounds number of rounds of suggestions
 * @param wallTime time since the scan began
 * @param scoreBelow threshold on the best score of the next batch
 * @param misclassified threshold on the mean misclassification probability
 * @param contourMoved threshold on the fraction of the space whose class changed in a round
 * @param certainty what must be known of the contour
 */
public record StopSpec(
    OptionalInt points,
    OptionalInt rounds,
    Optional<Duration> wallTime,
    OptionalDouble scoreBelow,
    Optional<Streak> misclassified,
    Optional<Streak> contourMoved,
    CertaintySpec certainty) {

  /** Rules without a statement about what is known. */
  public StopSpec(
      OptionalInt points,
      OptionalInt rounds,
      Optional<Duration> wallTime,
      OptionalDouble scoreBelow,
      Optional<Streak> misclassified,
      Optional<Streak> contourMoved) {
    this(points, rounds, wallTime, scoreBelow, misclassified, contourMoved, CertaintySpec.NONE);
  }

  /**
   * A number that must stay below a threshold for some rounds in a row.
   *
   * @param below the threshold
   * @param rounds how many rounds in a row, at least 1
   */
  public record Streak(double below, int rounds) {}
}

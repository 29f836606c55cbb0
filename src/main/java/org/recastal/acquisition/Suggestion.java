package org.recastal.acquisition;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.recastal.surrogate.PointBelief;

/**
 * One point of a batch.
 *
 * @param unitPoint coordinates in the unit cube, snapped, length d
 * @param score the score's value when it was chosen (bigger is better)
 * @param why one line for people: which score chose it and what it saw there
 * @param expected what the surrogate expects there, when it was asked
 */
public record Suggestion(
    List<Double> unitPoint, double score, String why, Optional<Expectation> expected) {

  /**
   * What is expected at a point, in the units of the surrogate's values.
   *
   * @param mean per line
   * @param deviation per line
   */
  public record Expectation(List<Double> mean, List<Double> deviation) {
    public Expectation {
      mean = List.copyOf(mean);
      deviation = List.copyOf(deviation);
    }

    /** A belief without its gradients. */
    static Expectation of(PointBelief belief) {
      return new Expectation(
          Arrays.stream(belief.mean()).boxed().toList(),
          Arrays.stream(belief.deviation()).boxed().toList());
    }
  }

  public Suggestion {
    unitPoint = List.copyOf(unitPoint);
  }

  /** A suggestion that no surrogate was asked for. */
  public Suggestion(List<Double> unitPoint, double score, String why) {
    this(unitPoint, score, why, Optional.empty());
  }
}

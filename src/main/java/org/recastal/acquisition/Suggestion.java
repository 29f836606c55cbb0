package org.recastal.acquisition;

import java.util.List;

/**
 * One point of a batch.
 *
 * @param unitPoint coordinates in the unit cube, snapped, length d
 * @param score the score's value when it was chosen (bigger is better)
 * @param why one line for people: which score chose it and what it saw there
 */
public record Suggestion(List<Double> unitPoint, double score, String why) {

  public Suggestion {
    unitPoint = List.copyOf(unitPoint);
  }
}

package org.recastal.acquisition;

import java.util.List;

/**
 * What a strategy carries from one round to the next; it is written to the journal with the batch
 * and handed back, so that strategies hold no state of their own. Only the hedge uses it.
 *
 * @param gains cumulated gain per arm, empty before the first round
 * @param nominations the unit-cube point that each arm nominated last, in the order of the arms
 */
public record StrategyMemory(List<Double> gains, List<List<Double>> nominations) {

  public static final StrategyMemory NONE = new StrategyMemory(List.of(), List.of());

  public StrategyMemory {
    gains = List.copyOf(gains);
    nominations = nominations.stream().map(List::copyOf).toList();
  }
}

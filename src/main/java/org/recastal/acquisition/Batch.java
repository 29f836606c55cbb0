package org.recastal.acquisition;

import java.util.List;

/**
 * What a strategy suggests.
 *
 * @param suggestions in order of choice; fewer than asked for (even none) when no candidate is left
 * @param memory to be handed back with the next {@link Situation}
 */
public record Batch(List<Suggestion> suggestions, StrategyMemory memory) {

  public Batch {
    suggestions = List.copyOf(suggestions);
  }
}

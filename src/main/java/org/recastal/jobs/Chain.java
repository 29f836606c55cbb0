package org.recastal.jobs;

import java.util.List;
import java.util.Optional;

/**
 * The steps of a point, in an order in which each comes after those whose outputs it takes. A step
 * starts when these have succeeded.
 */
public record Chain(List<Step> steps) {

  public Chain {
    steps = List.copyOf(steps);
  }

  public Optional<Step> step(String name) {
    return steps.stream().filter(s -> s.name().equals(name)).findFirst();
  }
}

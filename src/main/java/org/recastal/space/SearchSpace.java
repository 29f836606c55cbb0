package org.recastal.space;

import java.util.List;
import java.util.Optional;

/**
 * The space that is scanned: axes, constraints between them, and perhaps a finite pool.
 *
 * @param parameters the axes, in the order of the spec; d of them
 * @param constraints inequalities that a point must satisfy
 * @param pool the only points that may be evaluated, or empty for the whole box
 */
public record SearchSpace(
    List<Parameter> parameters, List<Constraint> constraints, Optional<Pool> pool) {

  public SearchSpace {
    parameters = List.copyOf(parameters);
    constraints = List.copyOf(constraints);
  }

  public int dimension() {
    return parameters.size();
  }
}

package org.recastal.space;

import java.util.List;
import java.util.Set;
import org.recastal.RecastAlException;

/**
 * An inequality between parameters, such as {@code m_C1 - m_LSP > 10}. Numbers, parameter names,
 * {@code + - * / %}, comparisons, {@code && || !} (or {@code and or not}), brackets and the
 * functions {@code abs sqrt exp log log10 min max pow} may stand in it, nothing else. Equal
 * expressions make equal constraints.
 */
public final class Constraint {

  private final String expression;
  private final CompiledInequality compiled;

  /**
   * Compiles an expression.
   *
   * @throws ExpressionException when it is not an inequality of this small language
   */
  public Constraint(String expression) {
    this.expression = expression;
    this.compiled = CompiledInequality.of(expression);
  }

  /** As written in the spec. */
  public String expression() {
    return expression;
  }

  /** The parameters that it speaks of. */
  public Set<String> names() {
    return compiled.names();
  }

  /**
   * Whether the inequality holds. Where it is not defined (the root of a negative number) it does
   * not hold.
   *
   * @param parameterNames names of the coordinates
   * @param coordinates physical values, in the same order
   */
  public boolean holds(List<String> parameterNames, double[] coordinates) {
    return compiled.holds(parameterNames, coordinates);
  }

  void requireNamesAmong(List<String> parameterNames) {
    for (String name : names()) {
      if (!parameterNames.contains(name)) {
        throw RecastAlException.badInput(
            "constraint \""
                + expression
                + "\": no parameter is named "
                + name
                + "; there are "
                + parameterNames);
      }
    }
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Constraint c && c.expression.equals(expression);
  }

  @Override
  public int hashCode() {
    return expression.hashCode();
  }

  @Override
  public String toString() {
    return expression;
  }
}

package org.recastal.space;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlContext;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlException;
import org.apache.commons.jexl3.JexlExpression;
import org.apache.commons.jexl3.JexlFeatures;
import org.apache.commons.jexl3.introspection.JexlPermissions;

/** An inequality ready to be evaluated many times. */
record CompiledInequality(JexlExpression script, Set<String> names) {

  private static final JexlEngine ENGINE =
      new JexlBuilder()
          .features(JexlFeatures.createNone().namespaceIdentifier(true))
          .permissions(new JexlPermissions.ClassPermissions(InequalityFunctions.class))
          .arithmetic(new InequalityArithmetic())
          .namespaces(Map.of(InequalityTokens.FUNCTIONS, new InequalityFunctions()))
          .strict(true)
          .safe(false)
          .silent(false)
          .antish(false)
          .create();

  static CompiledInequality of(String expression) {
    if (expression.isBlank()) {
      throw new ExpressionException("empty; expected an inequality such as m1 - m2 > 10", 0);
    }
    InequalityTokens tokens = InequalityTokens.of(expression);
    CompiledInequality compiled = new CompiledInequality(parsed(tokens.text()), tokens.names());
    compiled.requireTruthValue();
    return compiled;
  }

  private static JexlExpression parsed(String text) {
    try {
      return ENGINE.createExpression(text);
    } catch (JexlException e) {
      throw new ExpressionException(
          "not understood; expected an inequality such as m1 - m2 > 10", 0);
    }
  }

  /** Types do not depend on the values, so one evaluation finds every mixture of them. */
  private void requireTruthValue() {
    if (!(evaluated(name -> 1.0) instanceof Boolean)) {
      throw new ExpressionException(
          "gives a number; expected a comparison with < <= > >= == !=", 0);
    }
  }

  boolean holds(List<String> parameterNames, double[] coordinates) {
    return Boolean.TRUE.equals(evaluated(name -> coordinates[parameterNames.indexOf(name)]));
  }

  private Object evaluated(Values values) {
    try {
      return script.evaluate(values);
    } catch (JexlException e) {
      String reason =
          e.getCause() instanceof ArithmeticException a ? a.getMessage() : "cannot be evaluated";
      throw new ExpressionException(reason, 0);
    }
  }

  /** The engine's view of a point. */
  @FunctionalInterface
  private interface Values extends JexlContext {

    double valueOf(String parameter);

    @Override
    default Object get(String name) {
      return valueOf(name.substring(InequalityTokens.VARIABLE.length()));
    }

    @Override
    default boolean has(String name) {
      return name.startsWith(InequalityTokens.VARIABLE);
    }

    @Override
    default void set(String name, Object value) {
      throw new UnsupportedOperationException("a constraint assigns nothing");
    }
  }
}

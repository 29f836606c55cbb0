package org.recastal.space;

import org.apache.commons.jexl3.JexlArithmetic;
import org.apache.commons.jexl3.JexlOperator;

/**
 * Arithmetic without surprises: all numbers are doubles (1/2 is a half), numbers are no truth
 * values and truth values no numbers.
 */
final class InequalityArithmetic extends JexlArithmetic {

  InequalityArithmetic() {
    super(true);
  }

  @Override
  public Object add(Object left, Object right) {
    return number(left) + number(right);
  }

  @Override
  public Object subtract(Object left, Object right) {
    return number(left) - number(right);
  }

  @Override
  public Object multiply(Object left, Object right) {
    return number(left) * number(right);
  }

  @Override
  public Object divide(Object left, Object right) {
    return number(left) / number(right);
  }

  @Override
  public Object mod(Object left, Object right) {
    return number(left) % number(right);
  }

  @Override
  public Object negate(Object value) {
    return -number(value);
  }

  @Override
  public Object positivize(Object value) {
    return number(value);
  }

  @Override
  public Object and(Object left, Object right) {
    boolean second = truth(right); // looked at always, so that its type is checked
    return truth(left) && second;
  }

  @Override
  public Object or(Object left, Object right) {
    boolean second = truth(right);
    return truth(left) || second;
  }

  @Override
  public Object not(Object value) {
    return !truth(value);
  }

  @Override
  public boolean equals(Object left, Object right) {
    return number(left) == number(right);
  }

  @Override
  public boolean lessThan(Object left, Object right) {
    return number(left) < number(right);
  }

  @Override
  public boolean lessThanOrEqual(Object left, Object right) {
    return number(left) <= number(right);
  }

  @Override
  public boolean greaterThan(Object left, Object right) {
    return number(left) > number(right);
  }

  @Override
  public boolean greaterThanOrEqual(Object left, Object right) {
    return number(left) >= number(right);
  }

  @Override
  protected int compare(Object left, Object right, JexlOperator operator) {
    return Double.compare(number(left), number(right));
  }

  private static double number(Object value) {
    if (value instanceof Number n) {
      return n.doubleValue();
    }
    throw new ArithmeticException("expected a number, found the comparison's result " + value);
  }

  private static boolean truth(Object value) {
    if (value instanceof Boolean b) {
      return b;
    }
    throw new ArithmeticException("expected a comparison, found the number " + value);
  }
}

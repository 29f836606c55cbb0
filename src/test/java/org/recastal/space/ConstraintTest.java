package org.recastal.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConstraintTest {

  private static final List<String> NAMES = List.of("x", "y", "size");

  private static boolean holds(String expression, double... values) {
    return new Constraint(expression).holds(NAMES, values);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x - y > 10 | true",
        "x - y > 30 | false",
        "x >= 20 && y <= 5 | true",
        "x > 20 or y == 5 | true",
        "x > 20 and y == 5 | false",
        "not (x > 20) | true",
        "!(x > 20) | true",
        "1/2*x == 10 | true",
        "x % 7 == 6 | true",
        "-x < 0 | true",
        "pow(y, 2) == 25 | true",
        "sqrt(abs(-y*y)) == y | true",
        "min(x, y, 3) == 3 | true",
        "max(x, y) == x | true",
        "log10(100) == 2 | true",
        "exp(log(2)) > 1.99 | true",
        "1e-4 < y | true",
        "size > 1 | true",
        "sqrt(-1) < 1 | false",
        "x / (y - 5) > 1 | true",
        "x != 3 | true",
        "x*2 - -y > 44.9 | true",
        "log(x) > 2 && log(x) < 3 | true"
      })
  void holds_ordinaryInequalities_followsArithmetic(String expression, boolean expected) {
    assertThat(holds(expression, 20, 5, 2)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x.class != 3",
        "x.getClass() == 1",
        "''.class.forName('java.lang.Runtime') == 1",
        "new('java.io.File', 'x') == 1",
        "new java.io.File('x') == 1",
        "x = 3",
        "x == 3; y == 4",
        "while (true) x > 3",
        "for (i : x) i > 3",
        "var z = 3",
        "(a) -> a > 3",
        "x[0] > 1",
        "{1} == 1",
        "`${x}` == 1",
        "\"x\" == 1",
        "x ?: 3 > 2",
        "#pragma x 3",
        "@x y > 3",
        "x ^ 2 > 3",
        "x ** 2 > 3",
        "size(x) > 3",
        "empty(x)",
        "f:abs(x) > 1",
        "System.exit(1) == 1",
        "x =~ y",
        "x ++ > 1 ;",
        "x > ",
        "(x > 1",
        "x > 1)",
        "x y > 1",
        "3x > 1",
        "0x10 > x",
        "1d > x",
        "x + 1",
        "3",
        "x > 1 && y",
        "x > 1 || 3",
        "1 < x < 3",
        "(x > 1) + 1 > 1",
        "!x",
        "min() > 1",
        "abs(x, y) > 1",
        "abs > 1 (",
        "",
        "   ",
        "μ > 3"
      })
  void constraint_notAnInequality_isRefused(String expression) {
    assertThatThrownBy(() -> new Constraint(expression)).isInstanceOf(ExpressionException.class);
  }

  @Test
  void constraint_sameExpression_isEqual() {
    assertThat(new Constraint("x > 1"))
        .isEqualTo(new Constraint("x > 1"))
        .hasSameHashCodeAs(new Constraint("x > 1"))
        .isNotEqualTo(new Constraint("x > 2"));
  }

  @Test
  void names_wordsOfTheEngine_areOrdinaryParameters() {
    assertThat(new Constraint("size + lt > 3 and not (empty < new)").names())
        .containsExactly("size", "lt", "empty", "new");
  }

  @Test
  void constraint_strangeCharacter_saysWhere() {
    assertThatThrownBy(() -> new Constraint("x > 1 && y ^ 2 < 3"))
        .hasMessageContaining("pow")
        .extracting(e -> ((ExpressionException) e).offset())
        .isEqualTo(11);
  }
}

package org.recastal.space;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The gate in front of the expression engine: only numbers, names, the listed functions, brackets,
 * arithmetic, comparison and boolean operators come through. Names are prefixed on the way, so that
 * a parameter may be called {@code size} or {@code lt} though these are words of the engine.
 *
 * @param text what the engine compiles
 * @param names the parameters spoken of, in order of appearance
 */
record InequalityTokens(String text, Set<String> names) {

  /** Put before each parameter in the engine's text. */
  static final String VARIABLE = "v_";

  /** The engine's name space of the functions. */
  static final String FUNCTIONS = "f";

  private static final int LONGEST = 500;
  private static final int DEEPEST = 30;

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(?<number>(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)(?![A-Za-z0-9_.])"
              + "|(?<function>[A-Za-z][A-Za-z0-9_]*)(?=\\s*\\()"
              + "|(?<name>[A-Za-z][A-Za-z0-9_]*)"
              + "|(?<operator><=|>=|==|!=|&&|\\|\\||[-+*/%(),<>!]))");

  /**
   * The engine's {@code &&} would not look at its right side: a mistake there would stay hidden.
   */
  private static final Map<String, String> OPERATORS = Map.of("&&", "&", "||", "|");

  private static final Map<String, String> OPERATOR_WORDS =
      Map.of("and", "&", "or", "|", "not", "!");

  private static final Map<String, String> ADVICE =
      Map.of(
          "^", "write pow(x, 2) for a power", "=", "write == to compare", "**", "write pow(x, 2)");

  static InequalityTokens of(String expression) {
    if (expression.length() > LONGEST) {
      throw new ExpressionException("longer than " + LONGEST + " characters", 0);
    }
    String source = expression.stripTrailing();
    StringBuilder text = new StringBuilder();
    Set<String> names = new LinkedHashSet<>();
    int depth = 0;
    Matcher matcher = TOKEN.matcher(source);
    for (int at = 0; at < source.length(); at = matcher.end()) {
      matcher.region(at, source.length());
      if (!matcher.lookingAt()) {
        throw refused(source, at);
      }
      String token = matcher.group().strip();
      depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
      if (depth > DEEPEST) {
        throw new ExpressionException("more than " + DEEPEST + " brackets deep", at);
      }
      text.append(translated(matcher, token, names)).append(' ');
    }
    return new InequalityTokens(text.toString(), names);
  }

  private static String translated(Matcher matcher, String token, Set<String> names) {
    String word = OPERATOR_WORDS.get(token);
    if (word != null) {
      return word;
    }
    if (matcher.group("function") != null) {
      if (!InequalityFunctions.NAMES.contains(token)) {
        throw new ExpressionException(
            "no function " + token + "; there are " + InequalityFunctions.NAMES,
            matcher.start("function"));
      }
      return FUNCTIONS + ":" + token;
    }
    if (matcher.group("name") != null) {
      names.add(token);
      return VARIABLE + token;
    }
    return OPERATORS.getOrDefault(token, token);
  }

  private static ExpressionException refused(String source, int from) {
    int at = from;
    while (Character.isWhitespace(source.charAt(at))) {
      at++;
    }
    String found = source.substring(at, at + Character.charCount(source.codePointAt(at)));
    String advice = ADVICE.getOrDefault(found, "expected numbers, parameters, operators, brackets");
    return new ExpressionException("\"" + found + "\" cannot stand here: " + advice, at);
  }
}

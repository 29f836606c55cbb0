package org.recastal.jobs.template;

/**
 * A place in a text.
 *
 * @param source what people call the text: a file, or an argument of a step
 * @param line 1, 2, …
 * @param column 1, 2, …
 */
public record Place(String source, int line, int column) {

  @Override
  public String toString() {
    return source + ":" + line + ":" + column;
  }
}

package org.recastal.study.spec;

/**
 * One mistake in a spec.
 *
 * @param file the spec's file, as given
 * @param line counted from 1
 * @param column counted from 1
 * @param keyPath like {@code parameters.mZd.scale}; empty for the whole file
 * @param message what was expected, what was found, and the nearest right spelling
 */
public record Mistake(String file, int line, int column, String keyPath, String message) {

  /** {@code scan.yml:7:14: parameters.mZd.scale: expected linear or log, found "logg"}. */
  public String text() {
    String place = file + ":" + line + ":" + column + ": ";
    return keyPath.isEmpty() ? place + message : place + keyPath + ": " + message;
  }
}

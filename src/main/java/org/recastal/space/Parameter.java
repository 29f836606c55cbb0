package org.recastal.space;

/**
 * A named axis of the space.
 *
 * @param name the key in the spec, the column in tables; letters, digits and underscores
 * @param min lower bound, in {@code unit}
 * @param max upper bound, in {@code unit}; above {@code min}
 * @param scale linear or logarithmic; a log axis has {@code min > 0}
 * @param unit unit of the values, empty when it has none
 * @param label what plots print, may hold {@code _{…}} and {@code ^{…}}; the name when not given
 * @param step distance between allowed values counted from {@code min}; 0 when continuous, 1 for
 *     integers
 */
public record Parameter(
    String name, double min, double max, Scale scale, String unit, String label, double step) {

  /** Label with unit, as printed on an axis. */
  public String axisTitle() {
    return unit.isEmpty() ? label : label + " [" + unit + "]";
  }
}

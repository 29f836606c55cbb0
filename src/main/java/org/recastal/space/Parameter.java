package org.recastal.space;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.recastal.RecastAlException;

/**
 * A named axis of the space.
 *
 * @param name the key in the spec, the column in tables; letters, digits and underscores
 * @param min lower bound, in {@code unit}
 * @param max upper bound, in {@code unit}; above {@code min}
 * @param scale linear or logarithmic; a log axis has {@code min > 0}
 * @param unit unit of the values, empty when it has none
 * @param label what plots print, may hold {@code _{…}} and {@code ^{…}}; the name when given empty
 * @param step distance between allowed values counted from {@code min}; 0 when continuous, 1 for
 *     integers
 */
public record Parameter(
    String name, double min, double max, Scale scale, String unit, String label, double step) {

  /** What a name may look like. */
  public static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  /** Digits that a continuous value keeps, so that every file shows the same number. */
  private static final int SIGNIFICANT_DIGITS = 6;

  /** A value this close to a lattice point, in steps, is that point. */
  private static final double LATTICE_TOLERANCE = 1e-9;

  /** Checks what no later code could repair. */
  public Parameter {
    require(NAME.matcher(name).matches(), name, "a name is a letter, then letters, digits and _");
    require(Double.isFinite(min) && Double.isFinite(max), name, "bounds must be finite");
    require(min < max, name, "min " + min + " must be below max " + max);
    require(
        scale == Scale.LINEAR || min > 0, name, "a log axis needs min above 0, found min " + min);
    require(
        step >= 0 && step <= max - min, name, "step must lie between 0 and max - min, is " + step);
    min = min == 0 ? 0.0 : min; // -0.0 would print as another number
    max = max == 0 ? 0.0 : max;
    label = label.isEmpty() ? name : label;
  }

  /** A continuous axis without unit, labelled by its name. */
  public static Parameter continuous(String name, double min, double max, Scale scale) {
    return new Parameter(name, min, max, scale, "", "", 0);
  }

  private static void require(boolean condition, String name, String expected) {
    if (!condition) {
      throw RecastAlException.badInput("parameter " + name + ": " + expected);
    }
  }

  /** Label with unit, as printed on an axis. */
  public String axisTitle() {
    return unit.isEmpty() ? label : label + " [" + unit + "]";
  }

  /** Whether the value lies within the bounds, both included. */
  public boolean contains(double value) {
    return value >= min && value <= max;
  }

  /** Whether the axis has a lattice of allowed values. */
  public boolean isStepped() {
    return step > 0;
  }

  /** Whether the value is on the lattice (always true of a continuous axis). */
  public boolean isOnLattice(double value) {
    double steps = (value - min) / step;
    return !isStepped() || Math.abs(steps - Math.rint(steps)) <= LATTICE_TOLERANCE * (1 + steps);
  }

  /** Position on the axis: 0 at {@code min}, 1 at {@code max}; outside values go beyond. */
  public double toUnit(double value) {
    return scale == Scale.LOG
        ? Math.log(value / min) / Math.log(max / min)
        : (value - min) / (max - min);
  }

  /** The value at a position on the axis, kept within the bounds. */
  public double fromUnit(double position) {
    if (position <= 0) {
      return min;
    }
    if (position >= 1) {
      return max;
    }
    double value =
        scale == Scale.LOG
            ? min * Math.exp(position * Math.log(max / min))
            : min + position * (max - min);
    return Math.min(max, Math.max(min, value));
  }

  /**
   * The nearest value that can be evaluated: on the lattice of a stepped axis; otherwise rounded to
   * six significant digits, or finer where the range is narrow. Never outside the bounds.
   */
  public double snap(double value) {
    double inside = Math.min(max, Math.max(min, value));
    if (!isStepped() && (inside == min || inside == max)) {
      return inside; // a bound stays itself, however many digits it has
    }
    double snapped = isStepped() ? onLattice(inside) : rounded(inside);
    return Math.min(max, Math.max(min, snapped == 0 ? 0.0 : snapped));
  }

  private double onLattice(double value) {
    double last = Math.floor((max - min) / step + LATTICE_TOLERANCE);
    double index = Math.min(last, Math.rint((value - min) / step));
    // In decimals, so that 0.1 + 2 × 0.1 is the number 0.3 that a person would write.
    return BigDecimal.valueOf(step)
        .multiply(BigDecimal.valueOf(index))
        .add(BigDecimal.valueOf(min))
        .doubleValue();
  }

  private double rounded(double value) {
    BigDecimal exact = BigDecimal.valueOf(value);
    BigDecimal bySize = exact.round(new MathContext(SIGNIFICANT_DIGITS, RoundingMode.HALF_EVEN));
    int decimalsOfRange = SIGNIFICANT_DIGITS - 1 - (int) Math.floor(Math.log10(max - min));
    if (scale == Scale.LINEAR && bySize.scale() < decimalsOfRange) {
      return exact.setScale(decimalsOfRange, RoundingMode.HALF_EVEN).doubleValue();
    }
    return bySize.doubleValue();
  }
}

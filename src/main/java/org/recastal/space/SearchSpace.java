package org.recastal.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.recastal.RecastAlException;

/**
 * The space that is scanned: axes, constraints between them, and perhaps a finite pool. Arrays of
 * coordinates are in the order of the parameters.
 *
 * @param parameters the axes, in the order of the spec; d of them, with different names
 * @param constraints inequalities that a point must satisfy
 * @param pool the only points that may be evaluated, or empty for the whole box
 */
public record SearchSpace(
    List<Parameter> parameters, List<Constraint> constraints, Optional<Pool> pool) {

  public SearchSpace {
    parameters = List.copyOf(parameters);
    constraints = List.copyOf(constraints);
    List<String> names = parameters.stream().map(Parameter::name).toList();
    if (names.isEmpty()) {
      throw RecastAlException.badInput("a space needs at least one parameter");
    }
    if (new HashSet<>(names).size() < names.size()) {
      throw RecastAlException.badInput("two parameters have one name among " + names);
    }
    constraints.forEach(c -> c.requireNamesAmong(names));
  }

  /** A box without constraints. */
  public static SearchSpace box(Parameter... parameters) {
    return new SearchSpace(List.of(parameters), List.of(), Optional.empty());
  }

  public int dimension() {
    return parameters.size();
  }

  /** The parameters' names, in order. */
  public List<String> names() {
    return parameters.stream().map(Parameter::name).toList();
  }

  /** This space, with only the pool's points to choose from. */
  public SearchSpace withPool(Pool newPool) {
    return new SearchSpace(parameters, constraints, Optional.of(newPool));
  }

  /** This space without the places where any of these inequalities holds. */
  public SearchSpace without(List<Constraint> regions) {
    List<Constraint> all = new ArrayList<>(constraints);
    regions.forEach(r -> all.add(new Constraint("!(" + r.expression() + ")")));
    return new SearchSpace(parameters, all, pool);
  }

  /**
   * Coordinates in the unit cube. A round trip through {@link #fromUnit} is good to a relative
   * 1e-13 of the value on a log axis and 1e-15 of the range on a linear one.
   *
   * @param physical length d, in the units of the parameters; need not lie within the bounds
   */
  public double[] toUnit(double[] physical) {
    return toUnitRows(requireLength(physical));
  }

  /**
   * Physical coordinates, within the bounds, not snapped.
   *
   * @param unit length d, in the unit cube
   */
  public double[] fromUnit(double[] unit) {
    return fromUnitRows(requireLength(unit));
  }

  /** {@link #toUnit} of many points at once: {@code (n × d)} row-major in and out. */
  public double[] toUnitRows(double[] rows) {
    double[] out = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      out[i] = parameters.get(i % dimension()).toUnit(rows[i]);
    }
    return out;
  }

  /** {@link #fromUnit} of many points at once: {@code (n × d)} row-major in and out. */
  public double[] fromUnitRows(double[] rows) {
    double[] out = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      out[i] = parameters.get(i % dimension()).fromUnit(rows[i]);
    }
    return out;
  }

  /**
   * The nearest point that can be evaluated: the nearest of the pool (in the unit cube; the earlier
   * of equally near ones), or axis by axis {@link Parameter#snap}. Constraints are not looked at.
   *
   * @param physical length d
   */
  public double[] snap(double[] physical) {
    requireLength(physical);
    if (pool.isPresent() && !pool.get().points().isEmpty()) {
      return nearestOf(pool.get(), physical);
    }
    double[] out = new double[physical.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = parameters.get(i).snap(physical[i]);
    }
    return out;
  }

  private double[] nearestOf(Pool choices, double[] physical) {
    double[] wanted = toUnit(physical);
    double least = Double.POSITIVE_INFINITY;
    double[] nearest = choices.points().get(0).toArray();
    for (Point candidate : choices.points()) {
      double[] coordinates = candidate.toArray();
      double[] unit = toUnit(coordinates);
      double distance = 0;
      for (int i = 0; i < unit.length; i++) {
        distance += (unit[i] - wanted[i]) * (unit[i] - wanted[i]);
      }
      if (distance < least) {
        least = distance;
        nearest = coordinates;
      }
    }
    return nearest;
  }

  /**
   * Whether the point lies within the bounds and satisfies every constraint.
   *
   * @param physical length d
   */
  public boolean allows(double[] physical) {
    requireLength(physical);
    for (int i = 0; i < physical.length; i++) {
      if (!parameters.get(i).contains(physical[i])) {
        return false;
      }
    }
    return constraints.stream().allMatch(c -> c.holds(names(), physical));
  }

  /**
   * The point at these coordinates, exactly as given.
   *
   * @param physical length d, finite
   */
  public Point point(double[] physical) {
    requireLength(physical);
    double[] exact = Arrays.stream(physical).map(v -> v == 0 ? 0.0 : v).toArray();
    if (!Arrays.stream(exact).allMatch(Double::isFinite)) {
      throw RecastAlException.badInput(
          "a point needs finite coordinates, found " + Arrays.toString(physical));
    }
    return new Point(
        new PointLabels(parameters).idOf(exact), Arrays.stream(exact).boxed().toList());
  }

  private double[] requireLength(double[] coordinates) {
    if (coordinates.length != dimension()) {
      throw RecastAlException.badInput(
          "a point of this space has "
              + dimension()
              + " coordinates "
              + names()
              + ", found "
              + coordinates.length);
    }
    return coordinates;
  }
}

package org.recastal.study.likelihood;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recastal.RecastAlException;
import org.recastal.limits.readers.LimitTable;
import org.recastal.numerics.TensorGrid;
import org.recastal.space.Parameter;
import org.recastal.space.Point;
import org.recastal.space.SearchSpace;
import org.recastal.study.spec.CrossSectionSpec;

/**
 * Theoretical cross-sections between the rows of a table: their logarithm and their relative errors
 * are linear along each axis between neighbouring rows (multilinear in a cell of a grid). Nothing
 * is said outside the table, or in a cell that lacks a corner.
 */
public final class CrossSections {

  private static final String VALUE = "cross-section";
  private static final String UP = "up";
  private static final String DOWN = "down";

  private final String source;
  private final SearchSpace space;
  private final List<Integer> axes;
  private final TensorGrid grid;

  /** Node of the grid → cross-section. */
  private final Map<Integer, CrossSection> nodes;

  private CrossSections(
      String source,
      SearchSpace space,
      List<Integer> axes,
      TensorGrid grid,
      Map<Integer, CrossSection> nodes) {
    this.source = source;
    this.space = space;
    this.axes = axes;
    this.grid = grid;
    this.nodes = nodes;
  }

  /**
   * Reads a table with a column per parameter on which the cross-section depends.
   *
   * @throws RecastAlException with file and line of what is wrong
   */
  public static CrossSections read(CrossSectionSpec spec, SearchSpace space) {
    LimitTable table = LimitTable.read(spec.table());
    List<Integer> axes = new ArrayList<>();
    for (int i = 0; i < space.dimension(); i++) {
      if (table.has(space.names().get(i))) {
        axes.add(i);
      }
    }
    if (axes.isEmpty() || table.rows().isEmpty()) {
      throw RecastAlException.badInput(
          table.whereHeader()
              + ": expected rows, and a column of at least one of "
              + String.join(", ", space.names()));
    }
    TensorGrid grid = new TensorGrid(axes.stream().map(a -> places(table, space, a)).toList());
    Map<Integer, CrossSection> nodes = new HashMap<>();
    for (int row = 0; row < table.rows().size(); row++) {
      double[] at = new double[axes.size()];
      for (int k = 0; k < at.length; k++) {
        at[k] = place(table, row, space.parameters().get(axes.get(k)));
      }
      if (nodes.put(grid.nodeAt(at).orElseThrow(), crossSection(table, row, spec)) != null) {
        throw RecastAlException.badInput(table.where(row) + ": the same point as a row before");
      }
    }
    return new CrossSections(table.source(), space, axes, grid, nodes);
  }

  private static double[] places(LimitTable table, SearchSpace space, int axis) {
    double[] all = new double[table.rows().size()];
    for (int row = 0; row < all.length; row++) {
      all[row] = place(table, row, space.parameters().get(axis));
    }
    return java.util.Arrays.stream(all).sorted().distinct().toArray();
  }

  /** Along the axis, so that a log axis counts in its logarithm. */
  private static double place(LimitTable table, int row, Parameter axis) {
    double place = axis.toUnit(table.number(row, axis.name()));
    if (!Double.isFinite(place)) {
      throw RecastAlException.badInput(
          table.where(row) + ": " + axis.name() + " is not above 0, and its axis is logarithmic");
    }
    return place;
  }

  private static CrossSection crossSection(LimitTable table, int row, CrossSectionSpec spec) {
    double value = table.number(row, VALUE);
    if (!(value > 0)) {
      throw RecastAlException.badInput(
          table.where(row) + ": " + VALUE + " = " + value + "; expected more than 0");
    }
    double scale = spec.relative() ? 1 : 1 / value;
    double up = table.has(UP) ? scale * Math.abs(table.number(row, UP)) : 0;
    double down = table.has(DOWN) ? scale * Math.abs(table.number(row, DOWN)) : up;
    if (down >= 1) {
      throw RecastAlException.badInput(
          table.where(row)
              + ": the error downwards is as large as the cross-section; are the errors relative?"
              + " say errors: relative");
    }
    return new CrossSection(value, up, down);
  }

  /** The name of the table's file. */
  public String source() {
    return source;
  }

  /** The cross-section at a point; empty where the table says nothing. */
  public Optional<CrossSection> at(Point point) {
    return at(point.toArray());
  }

  /**
   * The cross-section at a place; empty where the table says nothing.
   *
   * @param physical length d, in the units of the parameters
   */
  public Optional<CrossSection> at(double[] physical) {
    double[] at =
        axes.stream().mapToDouble(a -> space.parameters().get(a).toUnit(physical[a])).toArray();
    return grid.corners(at).flatMap(this::weighted);
  }

  private Optional<CrossSection> weighted(TensorGrid.Corners corners) {
    double log = 0;
    double up = 0;
    double down = 0;
    for (int i = 0; i < corners.nodes().length; i++) {
      CrossSection node = nodes.get(corners.nodes()[i]);
      if (node == null) {
        return Optional.empty();
      }
      double weight = corners.weights()[i];
      log += weight * Math.log(node.value());
      up += weight * node.up();
      down += weight * node.down();
    }
    boolean isNode = corners.nodes().length == 1;
    double value = isNode ? nodes.get(corners.nodes()[0]).value() : Math.exp(log);
    return Optional.of(new CrossSection(value, up, down));
  }
}

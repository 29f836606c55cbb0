package org.recastal.numerics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Multilinear interpolation on a rectangular grid of nodes in d dimensions. Nodes are numbered
 * row-major: the last axis runs fastest.
 */
public final class TensorGrid {

  private final List<double[]> axes;

  /**
   * The nodes around a place, with what each counts.
   *
   * @param nodes numbers of the corners with positive weight, at most 2^d
   * @param weights their multilinear weights, summing to 1
   */
  @SuppressWarnings("ArrayRecordComponent") // read once, in a loop over the corners
  public record Corners(int[] nodes, double[] weights) {}

  /**
   * A grid.
   *
   * @param axes the nodes of each axis, strictly ascending, at least one each
   */
  public TensorGrid(List<double[]> axes) {
    this.axes = axes.stream().map(double[]::clone).toList();
    for (double[] axis : this.axes) {
      for (int i = 1; i < axis.length; i++) {
        if (!(axis[i - 1] < axis[i])) {
          throw new IllegalArgumentException("grid nodes must ascend: " + Arrays.toString(axis));
        }
      }
    }
  }

  /** How many nodes the grid has. */
  public int size() {
    return axes.stream().mapToInt(a -> a.length).reduce(1, Math::multiplyExact);
  }

  /** The number of the node at exactly this place, empty when there is none. */
  public Optional<Integer> nodeAt(double[] at) {
    return corners(at).filter(c -> c.nodes().length == 1).map(c -> c.nodes()[0]);
  }

  /**
   * The corners of the cell around a place; empty outside the grid.
   *
   * @param at length d
   */
  public Optional<Corners> corners(double[] at) {
    int[] nodes = {0};
    double[] weights = {1};
    for (int k = 0; k < axes.size(); k++) {
      double[] axis = axes.get(k);
      if (!(at[k] >= axis[0] && at[k] <= axis[axis.length - 1])) {
        return Optional.empty();
      }
      int lower = lowerNode(axis, at[k]);
      double t = axis[lower] == at[k] ? 0 : (at[k] - axis[lower]) / (axis[lower + 1] - axis[lower]);
      int sides = t > 0 ? 2 : 1;
      int[] moreNodes = new int[nodes.length * sides];
      double[] moreWeights = new double[nodes.length * sides];
      for (int i = 0; i < moreNodes.length; i++) {
        int side = i % sides;
        moreNodes[i] = nodes[i / sides] * axis.length + lower + side;
        moreWeights[i] = weights[i / sides] * (side == 0 ? 1 - t : t);
      }
      nodes = moreNodes;
      weights = moreWeights;
    }
    return Optional.of(new Corners(nodes, weights));
  }

  private static int lowerNode(double[] axis, double at) {
    int found = Arrays.binarySearch(axis, at);
    return found >= 0 ? found : -found - 2;
  }
}

package org.recastal.study.replay;

import java.util.Arrays;
import java.util.Optional;
import org.recastal.numerics.TensorGrid;
import org.recastal.study.replay.ReplaySurface.Interpolant;

/** Rows on a rectangular grid, some of which may be absent or failed. */
final class ReplayGrid implements Interpolant {

  // Marks, told apart from values and from each other by identity.
  private static final double[] ABSENT = {};
  private static final double[] FAILED = {};

  private final TensorGrid grid;
  private final double[][] values;
  private final int lines;

  ReplayGrid(ReplayNodes nodes, TensorGrid grid) {
    this.grid = grid;
    this.lines = nodes.lines();
    this.values = new double[grid.size()][];
    Arrays.fill(values, ABSENT);
    nodes.good().forEach(g -> values[grid.nodeAt(g.at()).orElseThrow()] = g.values());
    nodes.failed().forEach(f -> values[grid.nodeAt(f.at()).orElseThrow()] = FAILED);
  }

  @Override
  public Optional<double[]> valuesAt(double[] unit) {
    return grid.corners(unit).flatMap(this::weighted);
  }

  private Optional<double[]> weighted(TensorGrid.Corners corners) {
    double[] sum = new double[lines];
    double total = 0;
    for (int i = 0; i < corners.nodes().length; i++) {
      double[] node = values[corners.nodes()[i]];
      double weight = corners.weights()[i];
      if (node == ABSENT) {
        return Optional.empty();
      }
      if (node != FAILED) {
        total += weight;
        for (int j = 0; j < lines; j++) {
          sum[j] += weight * node[j];
        }
      }
    }
    if (total == 0) {
      return Optional.empty();
    }
    for (int j = 0; j < lines; j++) {
      sum[j] /= total;
    }
    return Optional.of(sum);
  }
}

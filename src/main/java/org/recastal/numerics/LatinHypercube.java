package org.recastal.numerics;

import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * Latin hypercubes (McKay, Beckman, Conover 1979, Technometrics 21): on every axis each of the n
 * equal slices holds exactly one point.
 */
public final class LatinHypercube {

  private LatinHypercube() {}

  /**
   * Of several random hypercubes, with points at random places in their slices, the one whose
   * closest two points are farthest apart.
   *
   * @param tries how many are drawn, at least 1
   * @return {@code (count × dimension)} in [0, 1)
   */
  public static Matrix maximin(int count, int dimension, int tries, RandomStream random) {
    return widest(tries, () -> draw(count, dimension, random, random::nextDouble));
  }

  /**
   * The same with every point in the middle of its slices, so that no two look at nearly the same
   * place of an axis.
   */
  public static Matrix centred(int count, int dimension, int tries, RandomStream random) {
    return widest(tries, () -> draw(count, dimension, random, () -> 0.5));
  }

  private static Matrix widest(int tries, Supplier<Matrix> draws) {
    Matrix best = draws.get();
    double bestDistance = squaredSeparation(best);
    for (int t = 1; t < tries; t++) {
      Matrix other = draws.get();
      double distance = squaredSeparation(other);
      if (distance > bestDistance) {
        best = other;
        bestDistance = distance;
      }
    }
    return best;
  }

  private static Matrix draw(
      int count, int dimension, RandomStream random, DoubleSupplier placeInSlice) {
    double[] data = new double[count * dimension];
    for (int k = 0; k < dimension; k++) {
      int[] slices = permutation(count, random);
      for (int i = 0; i < count; i++) {
        data[i * dimension + k] = (slices[i] + placeInSlice.getAsDouble()) / count;
      }
    }
    return new Matrix(count, dimension, data);
  }

  private static int[] permutation(int count, RandomStream random) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  private static double squaredSeparation(Matrix points) {
    double closest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < points.rows(); i++) {
      for (int j = 0; j < i; j++) {
        double sum = 0;
        for (int k = 0; k < points.columns(); k++) {
          double step = points.get(i, k) - points.get(j, k);
          sum += step * step;
        }
        closest = Math.min(closest, sum);
      }
    }
    return closest;
  }
}

package org.recastal.numerics;

import org.apache.commons.math3.primes.Primes;
import org.apache.commons.math3.random.HaltonSequenceGenerator;

/**
 * Halton points in the bases 2, 3, 5, … (Halton 1960, Numer. Math. 2), plain or shifted modulo one
 * by one random vector (Cranley and Patterson 1976, SIAM J. Numer. Anal. 13).
 */
public final class HaltonPoints {

  private HaltonPoints() {}

  /**
   * Points {@code first … first + count − 1}; point 0 is the origin.
   *
   * @return {@code (count × dimension)} in [0, 1)
   */
  public static Matrix plain(int first, int count, int dimension) {
    int[] bases = firstPrimes(dimension);
    // Without weights commons-math leaves the digits as they are.
    HaltonSequenceGenerator sequence = new HaltonSequenceGenerator(dimension, bases, null);
    double[] data = new double[count * dimension];
    for (int i = 0; i < count; i++) {
      double[] point = i == 0 ? sequence.skipTo(first) : sequence.nextVector();
      System.arraycopy(point, 0, data, i * dimension, dimension);
    }
    return new Matrix(count, dimension, data);
  }

  /**
   * Points {@code first … first + count − 1}, all shifted modulo one by the vector that {@code
   * random} names; a fresh stream of the same name continues the same sequence.
   *
   * @return {@code (count × dimension)} in [0, 1)
   */
  public static Matrix shifted(int first, int count, int dimension, RandomStream random) {
    return shifted(plain(first, count, dimension), random);
  }

  /** Points of the cube, all shifted modulo one by the vector that {@code random} names. */
  static Matrix shifted(Matrix points, RandomStream random) {
    int dimension = points.columns();
    double[] shift = random.doubles(dimension).toArray();
    double[] data = points.data();
    for (int i = 0; i < data.length; i++) {
      double moved = data[i] + shift[i % dimension];
      data[i] = moved >= 1 ? moved - 1 : moved;
    }
    return new Matrix(points.rows(), dimension, data);
  }

  private static int[] firstPrimes(int count) {
    int[] primes = new int[count];
    int last = 1;
    for (int k = 0; k < count; k++) {
      last = Primes.nextPrime(last + 1);
      primes[k] = last;
    }
    return primes;
  }
}

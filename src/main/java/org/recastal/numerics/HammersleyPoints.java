package org.recastal.numerics;

/**
 * Hammersley's point sets (1960, Ann. N. Y. Acad. Sci. 86): Halton points in all axes but the last,
 * even steps along the last. A set for n points is not the beginning of one for more.
 */
public final class HammersleyPoints {

  private HammersleyPoints() {}

  /**
   * The set of n = {@code count} points; point i has i/n as its last coordinate, point 0 is the
   * origin.
   *
   * @return {@code (count × dimension)} in [0, 1)
   */
  public static Matrix plain(int count, int dimension) {
    int last = dimension - 1;
    double[] data = new double[count * dimension];
    double[] halton = last == 0 ? new double[0] : HaltonPoints.plain(0, count, last).data();
    for (int i = 0; i < count; i++) {
      System.arraycopy(halton, i * last, data, i * dimension, last);
      data[i * dimension + last] = (double) i / count;
    }
    return new Matrix(count, dimension, data);
  }

  /**
   * The set of {@code count} points, all shifted modulo one by the vector that {@code random}
   * names.
   *
   * @return {@code (count × dimension)} in [0, 1)
   */
  public static Matrix shifted(int count, int dimension, RandomStream random) {
    return HaltonPoints.shifted(plain(count, dimension), random);
  }
}

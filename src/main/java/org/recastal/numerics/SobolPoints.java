package org.recastal.numerics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.commons.math3.random.SobolSequenceGenerator;

/**
 * Sobol points with the direction numbers of Joe and Kuo (2008, "Constructing Sobol sequences with
 * better two-dimensional projections", SIAM J. Sci. Comput. 30), plain or scrambled, or with the
 * older ones of Bratley and Fox (1988, Algorithm 659, ACM TOMS 14), which scikit-optimize uses.
 *
 * <p>The scrambling is Owen's nested uniform one (1995, "Randomly permuted (t,m,s)-nets and
 * (t,s)-sequences"): every binary digit is flipped or not by a coin that depends on the axis and on
 * all digits before it, so each point is uniform in the cube and nets stay nets. Digits beyond the
 * {@value #DIGITS}th are random.
 */
public final class SobolPoints {

  /** The axes that the table of Bratley and Fox has. */
  public static final int BRATLEY_FOX_AXES = 40;

  private static final String BRATLEY_FOX = "sobol-bratley-fox.txt";
  private static final int DIGITS = 32;
  private static final double TWO_TO_DIGITS = 0x1p32;

  private SobolPoints() {}

  /**
   * Points {@code first … first + count − 1} of the plain sequence; point 0 is the origin.
   *
   * @return {@code (count × dimension)} in [0, 1)
   */
  public static Matrix plain(int first, int count, int dimension) {
    return points(new SobolSequenceGenerator(dimension), first, count, dimension);
  }

  /**
   * Points {@code first … first + count − 1} of the plain sequence with the direction numbers of
   * Bratley and Fox; point 0 is the origin. The first two axes are those of {@link #plain}.
   *
   * @param dimension at most {@value #BRATLEY_FOX_AXES}
   * @return {@code (count × dimension)} in [0, 1)
   * @throws IllegalArgumentException beyond the table
   */
  public static Matrix bratleyFox(int first, int count, int dimension) {
    if (dimension > BRATLEY_FOX_AXES) {
      throw new IllegalArgumentException(
          "Bratley and Fox have direction numbers for %d axes, not for %d"
              .formatted(BRATLEY_FOX_AXES, dimension));
    }
    try (InputStream table = SobolPoints.class.getResourceAsStream(BRATLEY_FOX)) {
      Objects.requireNonNull(table, BRATLEY_FOX);
      return points(new SobolSequenceGenerator(dimension, table), first, count, dimension);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Matrix points(
      SobolSequenceGenerator sequence, int first, int count, int dimension) {
    double[] data = new double[count * dimension];
    for (int i = 0; i < count; i++) {
      double[] point = i == 0 ? sequence.skipTo(first) : sequence.nextVector();
      System.arraycopy(point, 0, data, i * dimension, dimension);
    }
    return new Matrix(count, dimension, data);
  }

  /**
   * Points {@code first … first + count − 1} of the sequence under the scrambling that {@code
   * random} names; a fresh stream of the same name continues the same sequence.
   *
   * @return {@code (count × dimension)} in [0, 1)
   */
  public static Matrix scrambled(int first, int count, int dimension, RandomStream random) {
    long[] keys = random.longs(dimension).toArray();
    double[] data = plain(first, count, dimension).data();
    for (int i = 0; i < data.length; i++) {
      data[i] = scramble(data[i], keys[i % dimension]);
    }
    return new Matrix(count, dimension, data);
  }

  private static double scramble(double coordinate, long key) {
    long digits = (long) (coordinate * TWO_TO_DIGITS);
    long out = 0;
    for (int place = DIGITS - 1; place >= 0; place--) {
      // The digits before this one, with a leading 1 that tells prefixes of different length apart.
      long prefix = (digits | (1L << DIGITS)) >>> (place + 1);
      long coin = mix(key + prefix * 0x9E3779B97F4A7C15L) >>> 63;
      out |= (((digits >>> place) & 1) ^ coin) << place;
    }
    double tail = (mix(key ^ digits) >>> 11) * 0x1p-53;
    return Math.min((out + tail) / TWO_TO_DIGITS, Math.nextDown(1.0));
  }

  /** Stafford's variant 13 of the MurmurHash3 finaliser. */
  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}

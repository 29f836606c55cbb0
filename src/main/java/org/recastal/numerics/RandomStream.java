package org.recastal.numerics;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/**
 * A counter-based stream of random numbers with a name. The i-th number is a hash of (key, i), so a
 * stream depends on its name alone, never on what was drawn elsewhere before: a resumed scan draws
 * the same numbers as an unbroken one. The mixing function is the finaliser of SplitMix64 (Steele,
 * Lea, Flood 2014, "Fast splittable pseudorandom number generators", OOPSLA, fig. 19).
 *
 * <p>Not thread-safe: give each task its own {@link #child}.
 */
public final class RandomStream implements RandomGenerator {

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final long FNV_OFFSET = 0xCBF29CE484222325L;
  private static final long FNV_PRIME = 0x100000001B3L;

  private final long key;
  private long counter;

  private RandomStream(long key) {
    this.key = key;
  }

  /** The stream of one purpose in one round of a scan with this seed. */
  public static RandomStream named(long seed, int round, String purpose) {
    return new RandomStream(mix(mix(seed) ^ GOLDEN_GAMMA * (round + 1L))).child(purpose);
  }

  /** An independent stream that depends on this stream's name and {@code purpose} only. */
  public RandomStream child(String purpose) {
    long hash = FNV_OFFSET;
    for (byte b : purpose.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xFF)) * FNV_PRIME;
    }
    return new RandomStream(mix(key ^ mix(hash)));
  }

  @Override
  public long nextLong() {
    counter++;
    return mix(key + counter * GOLDEN_GAMMA);
  }

  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}

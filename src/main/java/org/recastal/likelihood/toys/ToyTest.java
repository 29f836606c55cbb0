package org.recastal.likelihood.toys;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.recastal.limits.Line;

/**
 * The test of one strength by toys.
 *
 * @param strength μ
 * @param clsb part of the toys with signal that are as extreme as the data, or more
 * @param clb the same of the toys without signal
 * @param cls per line
 * @param toys sound toys with signal, and without: {@code toys - failed} of what was asked for
 * @param failed toys of both kinds whose fits did not converge; nothing rests on them
 */
public record ToyTest(
    double strength, double clsb, double clb, Map<Line, ToyCls> cls, Toys toys, Toys failed) {

  /**
   * A number per hypothesis.
   *
   * @param signal with signal
   * @param background without
   */
  public record Toys(int signal, int background) {}

  public ToyTest {
    cls = Collections.unmodifiableMap(new EnumMap<>(cls));
  }
}

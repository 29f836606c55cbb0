package org.recastal.likelihood.toys;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.recastal.likelihood.inference.UpperLimits;
import org.recastal.limits.Line;
import org.recastal.numerics.Normal;

/**
 * Where CLs by toys falls through 1 − level. Strengths are tested at the asymptotic limits and a
 * little beyond them on both sides, then further out until every line is bracketed. Between
 * neighbouring strengths Φ⁻¹(CLs) is taken as linear, which it nearly is; of several crossings the
 * one at the largest strength counts. The error of a limit is that of CLs over its slope.
 */
final class ToyLimitSearch {

  private static final double STEP = 1.3;

  /** Strengths closer than this teach nothing: the noise of the toys is larger. */
  private static final double APART = 1.06;

  private static final int MOST_STEPS = 8;

  private final ToyTests toys;
  private final int count;
  private final TreeMap<Double, ToyTest> grid = new TreeMap<>();

  ToyLimitSearch(ToyTests toys, int count) {
    this.toys = toys;
    this.count = count;
  }

  ToyLimits limits(UpperLimits asymptotic) throws InterruptedException {
    double alpha = 1 - asymptotic.level();
    for (double strength : strengths(asymptotic)) {
      grid.put(strength, toys.at(strength));
    }
    Map<Line, ToyLimits.Limit> limits = new EnumMap<>(Line.class);
    for (Line line : asymptotic.values().keySet()) {
      widen(line, alpha);
      crossing(line, alpha).ifPresent(limit -> limits.put(line, limit));
    }
    return new ToyLimits(asymptotic.level(), limits, List.copyOf(grid.values()));
  }

  private static List<Double> strengths(UpperLimits asymptotic) {
    List<Double> sorted = asymptotic.values().values().stream().sorted().toList();
    List<Double> out = new ArrayList<>();
    for (double strength : sorted) {
      if (out.isEmpty()) {
        out.add(strength / STEP);
      }
      if (strength > APART * out.get(out.size() - 1)) {
        out.add(strength);
      }
    }
    if (!out.isEmpty()) {
      out.add(out.get(out.size() - 1) * STEP);
    }
    return out;
  }

  /**
   * Tests further strengths until a line is above 1 − level at the lowest, below at the highest.
   */
  private void widen(Line line, double alpha) throws InterruptedException {
    for (int k = 0; k < MOST_STEPS; k++) {
      List<Node> nodes = nodes(line);
      double first = nodes.isEmpty() ? Double.NaN : nodes.get(0).z;
      double last = nodes.isEmpty() ? Double.NaN : nodes.get(nodes.size() - 1).z;
      double target = Normal.quantile(alpha);
      if (last > target) {
        test(grid.lastKey() * STEP);
      } else if (first <= target) {
        test(grid.firstKey() / STEP);
      } else {
        return;
      }
    }
  }

  private void test(double strength) throws InterruptedException {
    grid.put(strength, toys.at(strength));
  }

  /** A strength with Φ⁻¹(CLs) and its error. */
  private record Node(double strength, double z, double error) {}

  private List<Node> nodes(Line line) {
    List<Node> nodes = new ArrayList<>();
    for (ToyTest test : grid.values()) {
      ToyCls cls = test.cls().get(line);
      if (!Double.isNaN(cls.value())) {
        double least = 0.5 / count; // no toy at all is less than one
        double z = Normal.quantile(Math.min(1 - least, Math.max(least, cls.value())));
        nodes.add(new Node(test.strength(), z, cls.error() / Normal.pdf(z)));
      }
    }
    return nodes;
  }

  private Optional<ToyLimits.Limit> crossing(Line line, double alpha) {
    double target = Normal.quantile(alpha);
    List<Node> nodes = nodes(line);
    for (int k = nodes.size() - 1; k > 0; k--) {
      Node above = nodes.get(k - 1);
      Node below = nodes.get(k);
      if (above.z > target && below.z <= target) {
        double part = (above.z - target) / (above.z - below.z);
        double width = below.strength - above.strength;
        double error = (1 - part) * above.error + part * below.error;
        return Optional.of(
            new ToyLimits.Limit(
                above.strength + part * width, error * width / (above.z - below.z)));
      }
    }
    return Optional.empty();
  }
}

package org.recastal.report.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * Where an axis has marks.
 *
 * @param major with labels, ascending
 * @param minor without, ascending
 */
public record Ticks(List<Tick> major, List<Double> minor) {

  /**
   * A labelled mark.
   *
   * @param value where
   * @param label may hold {@code ^{…}}
   */
  public record Tick(double value, String label) {}

  /** Slack for marks on the ends of the range, relative to a step. */
  private static final double SLACK = 1e-9;

  public Ticks {
    major = List.copyOf(major);
    minor = List.copyOf(minor);
  }

  /** Round numbers on a linear axis, at most {@code most} of them (and two at least). */
  public static Ticks linear(double min, double max, int most) {
    double power = Math.pow(10, Math.floor(Math.log10((max - min) / most)));
    double[] nice = {1, 2, 2.5, 5, 10, 20};
    int[] parts = {5, 4, 5, 5, 5, 4};
    int k = 0;
    while (k < nice.length - 1 && count(min, max, nice[k] * power) > most) {
      k++;
    }
    double step = nice[k] * power;
    List<Tick> major = new ArrayList<>();
    for (double v : multiples(min, max, step)) {
      major.add(new Tick(v, NumberText.label(v, 10)));
    }
    List<Double> minor = new ArrayList<>(multiples(min, max, step / parts[k]));
    minor.removeIf(v -> Math.abs(v / step - Math.rint(v / step)) < 1e-6);
    return new Ticks(major, minor);
  }

  /** Powers of ten on a logarithmic axis, with numbers between them when it is short. */
  public static Ticks logarithmic(double min, double max, int most) {
    double decades = Math.log10(max / min);
    int first = (int) Math.ceil(Math.log10(min) - SLACK);
    int last = (int) Math.floor(Math.log10(max) + SLACK);
    if (decades < 0.7) {
      return linear(min, max, most);
    }
    List<Tick> major = new ArrayList<>();
    List<Double> minor = new ArrayList<>();
    int stride = Math.max(1, (int) Math.ceil((last - first + 1.0) / most));
    boolean between = decades < 2.3;
    boolean plain = first >= -3 && last <= 4 && last - first < 6;
    for (int p = first - 1; p <= last; p++) {
      for (int m = 1; m <= 9; m++) {
        double v = m * Math.pow(10, p);
        if (v < min * (1 - SLACK) || v > max * (1 + SLACK)) {
          continue;
        }
        if (m == 1 && Math.floorMod(p, stride) == 0) {
          major.add(new Tick(v, plain ? NumberText.label(v, 4) : power(p)));
        } else if ((between && (m == 2 || m == 5)) || (decades < 1.1 && m == 3)) {
          major.add(new Tick(v, NumberText.label(v, 4)));
        } else if (stride == 1 || m == 1) {
          minor.add(v);
        }
      }
    }
    return new Ticks(major, minor);
  }

  private static String power(int power) {
    return switch (power) {
      case 0 -> "1";
      case 1 -> "10";
      default -> "10^{" + (power < 0 ? "\u2212" : "") + Math.abs(power) + "}";
    };
  }

  private static int count(double min, double max, double step) {
    return (int) (Math.floor(max / step + SLACK) - Math.ceil(min / step - SLACK)) + 1;
  }

  private static List<Double> multiples(double min, double max, double step) {
    List<Double> out = new ArrayList<>();
    long first = (long) Math.ceil(min / step - SLACK);
    long last = (long) Math.floor(max / step + SLACK);
    for (long k = first; k <= last; k++) {
      out.add(k * step);
    }
    return out;
  }
}

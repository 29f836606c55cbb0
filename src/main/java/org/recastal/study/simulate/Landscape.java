package org.recastal.study.simulate;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.recastal.limits.LimitRecord;
import org.recastal.limits.Line;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.Normal;
import org.recastal.numerics.RandomStream;
import org.recastal.space.Point;
import org.recastal.study.LearntScale;
import org.recastal.study.spec.GoalSpec.Find;
import org.recastal.study.spec.LimitsSpec;
import org.recastal.study.spec.ScanSpec;

/**
 * A made-up answer for every point, in the scale in which limits are learnt (log of a limit, probit
 * of a probability). The expected line and its bands are parallel; the observed one is shifted
 * against them and ripples a little. In a contour landscape there are kinks, and the expected line
 * crosses the goal's level so that the share of the allowed space below it is {@value #SHARE}. What
 * an evaluation returns scatters about this truth, as limits from simulated events do.
 */
final class Landscape {

  /** Excluded share of the space. */
  static final double SHARE = 0.4;

  /** Natural logarithm between neighbouring bands: a factor 1.4, as of most searches. */
  private static final double BAND_OF_LIMITS = 0.35;

  /** The same of probits. */
  private static final double BAND_OF_PROBABILITIES = 0.7;

  /** Learnt units per standard deviation of the shape: limits span two or three decades. */
  private static final double HEIGHT = 1.5;

  /** Of the kinks, per band: where another signal region becomes the best one. */
  private static final double KINK = 0.5;

  /**
   * Standard deviation of what one evaluation scatters about the truth, per band: 5 % of a limit,
   * as of a simulation of finite size.
   */
  private static final double SCATTER = 1.0 / 7;

  private static final double BACKGROUND = 0.3;
  private static final double BROAD = 0.25;
  private static final double NARROW = 0.1;

  private final LimitsSpec limits;
  private final LearntScale scale;
  private final Find find;
  private final double level;
  private final Shape common;
  private final Shape ofObserved;
  private final long seed;

  private Landscape(ScanSpec spec, Shape common, Shape ofObserved) {
    this.seed = spec.seed();
    this.limits = spec.limits();
    this.scale = new LearntScale(limits.quantity());
    this.find = spec.goal().find();
    this.level =
        find == Find.CONTOUR
            ? scale.toLearnt(spec.goal().at())
            : limits.quantity().isProbability() ? -1 : 0;
    this.common = common;
    this.ofObserved = ofObserved;
  }

  /**
   * The landscape of a kind that the spec's seed names.
   *
   * @param places allowed places {@code (m × d)} in the unit cube, at least one
   */
  static Landscape of(LandscapeKind kind, ScanSpec spec, Matrix places) {
    RandomStream random = RandomStream.named(spec.seed(), 0, "landscape").child(kind.word());
    int d = places.columns();
    Shape ripple = Shape.ripple(d, random);
    Shape observed = u -> 0.15 + 0.1 * ripple.at(u);
    return switch (kind) {
      case ISLAND -> contour(spec, Shape.bowl(d, random), places, observed, random);
      case BAND -> contour(spec, Shape.valley(d, random), places, observed, random);
      case EDGE -> {
        Shape slope = Shape.slope(d, random).scaledTo(places, SHARE);
        Shape steep = u -> Math.tanh(1.5 * slope.at(u));
        yield contour(spec, steep, places, observed, random);
      }
      case BUMP -> extremum(spec, Shape.bump(places, BROAD, random), places, random);
      case SPIKE -> extremum(spec, Shape.bump(places, NARROW, random), places, random);
    };
  }

  private static Landscape contour(
      ScanSpec spec, Shape shape, Matrix places, Shape observed, RandomStream random) {
    Shape scaled = shape.scaledTo(places, SHARE);
    Shape kinks = Shape.kinks(places.columns(), random);
    Shape rough = u -> HEIGHT * scaled.at(u) + KINK * BAND_OF_LIMITS * kinks.at(u);
    double zero = rough.quantile(places, SHARE);
    // The bands of probabilities are wider: so is the whole, that every line has a contour.
    double stretch = bandOf(spec.limits()) / BAND_OF_LIMITS;
    return new Landscape(spec, u -> stretch * (rough.at(u) - zero), observed);
  }

  private static Landscape extremum(ScanSpec spec, Shape bump, Matrix places, RandomStream random) {
    Shape slope = Shape.slope(places.columns(), random).scaledTo(places, 0.5);
    Shape ripple = Shape.ripple(places.columns(), random);
    Shape background = u -> BACKGROUND * slope.at(u);
    return switch (spec.goal().find()) {
      case EXCESS -> new Landscape(spec, background, u -> bump.at(u) + 0.05 * ripple.at(u));
      case DEFICIT -> new Landscape(spec, background, u -> 0.05 * ripple.at(u) - bump.at(u));
      case MINIMUM ->
          new Landscape(spec, u -> background.at(u) - HEIGHT * bump.at(u), ripple.times(0.05));
      case MAXIMUM ->
          new Landscape(spec, u -> background.at(u) + HEIGHT * bump.at(u), ripple.times(0.05));
      case CONTOUR -> throw new IllegalArgumentException("a bump has no contour");
    };
  }

  /**
   * A line in the learnt scale.
   *
   * @param unit length d, in the unit cube
   */
  double learnt(Line line, double[] unit) {
    double expected = level + common.at(unit);
    return line == Line.OBSERVED
        ? expected + ofObserved.at(unit)
        : expected + deviations(line) * band();
  }

  /** Share of the places at which a line lies at or below the goal's level. */
  double shareBelow(Line line, Matrix places) {
    int below = 0;
    for (int i = 0; i < places.rows(); i++) {
      below += learnt(line, places.row(i)) <= level ? 1 : 0;
    }
    return (double) below / places.rows();
  }

  /**
   * What an evaluation would return: the truth, scattered; the bands together, so that they stay in
   * order. The same point always gets the same answer.
   */
  LimitRecord limit(Point point, double[] unit) {
    RandomStream random =
        RandomStream.named(seed, 0, "landscape scatter").child(point.id().toString());
    double ofBands = SCATTER * band() * normal(random);
    double ofObservedLine = SCATTER * band() * normal(random);
    Map<Line, Double> values = new EnumMap<>(Line.class);
    for (Line line : Line.values()) {
      double scatter = line == Line.OBSERVED ? ofObservedLine : ofBands;
      values.put(line, scale.toLimit(learnt(line, unit) + scatter));
    }
    return new LimitRecord(limits.quantity(), limits.unit(), limits.level(), values, Map.of());
  }

  private static double normal(RandomStream random) {
    return Normal.quantile(Math.min(Math.max(random.nextDouble(), 1e-12), 1 - 1e-12));
  }

  /** What an extremum goal looks for, in truth: the larger, the better. */
  double merit(Line line, double[] unit) {
    return merit(line, l -> scale.toLimit(learnt(l, unit)));
  }

  /** The same, as an evaluation saw it. */
  double merit(Line line, LimitRecord limit) {
    return merit(line, limit.values()::get);
  }

  private double merit(Line line, Function<Line, Double> limit) {
    return switch (find) {
      case EXCESS -> limit.apply(Line.OBSERVED) - limit.apply(Line.EXPECTED);
      case DEFICIT -> limit.apply(Line.EXPECTED) - limit.apply(Line.OBSERVED);
      case MINIMUM -> -scale.toLearnt(limit.apply(line));
      case MAXIMUM -> scale.toLearnt(limit.apply(line));
      case CONTOUR -> throw new IllegalStateException("a contour has no best point");
    };
  }

  private double band() {
    return bandOf(limits);
  }

  private static double bandOf(LimitsSpec limits) {
    return limits.quantity().isProbability() ? BAND_OF_PROBABILITIES : BAND_OF_LIMITS;
  }

  private static int deviations(Line line) {
    return switch (line) {
      case EXPECTED_M2 -> -2;
      case EXPECTED_M1 -> -1;
      case OBSERVED, EXPECTED -> 0;
      case EXPECTED_P1 -> 1;
      case EXPECTED_P2 -> 2;
    };
  }
}

package org.recastal.study.simulate;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.recastal.NearestWord;
import org.recastal.RecastAlException;
import org.recastal.jobs.Step;
import org.recastal.numerics.Normal;
import org.recastal.numerics.RandomStream;
import org.recastal.study.spec.StepsSpec;

/**
 * How long the jobs of a chain take, and how often they fail.
 *
 * @param medians of every step
 * @param assumed the steps whose time nobody gave
 * @param spread relative standard deviation of log-normal times, 0 for none
 * @param failure probability that an attempt fails, in [0, 1)
 */
public record JobTimes(
    Map<String, Duration> medians, Set<String> assumed, double spread, double failure) {

  /** Of a step of which nothing is known. */
  private static final Duration UNKNOWN = Duration.ofMinutes(1);

  public JobTimes {
    medians = Collections.unmodifiableMap(new LinkedHashMap<>(medians));
    assumed = Collections.unmodifiableSet(new TreeSet<>(assumed));
    requireFigure(spread >= 0 && spread <= 2, "--spread " + spread + ": expected 0 to 2");
    requireFigure(
        failure >= 0 && failure < 1, "--fail " + failure + ": expected a probability below 1");
  }

  /** How one attempt goes. */
  record Attempt(Duration time, boolean fails) {}

  /**
   * The times that were given, and of other steps half their time limit, or one minute.
   *
   * @throws RecastAlException when a time is given for no step, is not positive or beyond the limit
   */
  public static JobTimes of(
      StepsSpec steps, Map<String, Duration> given, double spread, double failure) {
    Map<String, Duration> medians = new LinkedHashMap<>();
    Set<String> assumed = new TreeSet<>();
    for (Step step : steps.chain().steps()) {
      if (!given.containsKey(step.name())) {
        assumed.add(step.name());
      }
      medians.put(step.name(), median(step, given));
    }
    for (String name : given.keySet()) {
      requireFigure(medians.containsKey(name), unknown(name, medians.keySet()));
    }
    return new JobTimes(medians, assumed, spread, failure);
  }

  private static Duration median(Step step, Map<String, Duration> given) {
    Duration assumed = step.timeLimit().map(limit -> limit.dividedBy(2)).orElse(UNKNOWN);
    Duration median = given.getOrDefault(step.name(), assumed);
    requireFigure(
        !median.isNegative() && !median.isZero(),
        "--time " + step.name() + ": expected more than nothing");
    requireFigure(
        step.timeLimit().map(limit -> median.compareTo(limit) <= 0).orElse(true),
        "--time "
            + step.name()
            + " is beyond the step's time-limit, so that most jobs would be cut off: raise the"
            + " limit in the spec");
    return median;
  }

  private static String unknown(String name, Set<String> steps) {
    return "--time "
        + name
        + ": the spec has no such step"
        + NearestWord.to(name, steps).map(s -> "; did you mean " + s + "?").orElse("")
        + " (steps: "
        + String.join(", ", steps)
        + ")";
  }

  private static void requireFigure(boolean sound, String message) {
    if (!sound) {
      throw RecastAlException.badInput(message);
    }
  }

  /** One attempt; a job that meets its time limit ends there and fails. */
  Attempt draw(Step step, RandomStream random) {
    double sigma = Math.sqrt(Math.log1p(spread * spread));
    double factor = Math.exp(sigma * Normal.quantile(between0And1(random)));
    boolean fails = random.nextDouble() < failure;
    Duration time = Duration.ofMillis(Math.round(medians.get(step.name()).toMillis() * factor));
    boolean cut = step.timeLimit().map(limit -> time.compareTo(limit) > 0).orElse(false);
    return new Attempt(cut ? step.timeLimit().get() : time, fails || cut);
  }

  private static double between0And1(RandomStream random) {
    return Math.min(Math.max(random.nextDouble(), 1e-12), 1 - 1e-12);
  }
}

package org.recastal.likelihood.fit;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.recastal.RecastAlException;
import org.recastal.likelihood.Model;
import org.recastal.likelihood.ModelParameter;
import org.recastal.numerics.BoundedNewton;

/**
 * Maximum-likelihood fits of a model to one data set, with the parameter of interest free or fixed.
 * Each fit starts from the model's suggested parameters, so that its result depends on nothing else
 * under {@link FitPolicy#NOMINAL}; further starts are made as the policy says, and whenever the
 * first did not converge. Fits that were made are kept. Not thread-safe.
 */
public final class Fit {

  /** Strengths may grow to this, whatever bound the model gives: limits lie where they lie. */
  public static final double MAX_STRENGTH = 1e7;

  /** Starts tried before a fit that does not converge is given up. */
  private static final int RESCUES = 8;

  private final Deviance deviance;
  private final FitPolicy policy;
  private final int poi;
  private final double[] init;
  private final double[] lower;
  private final double[] upper;
  private final Map<Double, FitResult> atStrength = new TreeMap<>();
  private Optional<FitResult> free = Optional.empty();

  /**
   * Prepares fits.
   *
   * @param data main data, then auxiliary data
   */
  public Fit(Model model, double[] data, FitPolicy policy) {
    this.deviance = new Deviance(model.nll(data));
    this.policy = policy;
    this.poi = model.poi().orElse(-1);
    this.init = model.parameters().stream().mapToDouble(ModelParameter::init).toArray();
    this.lower =
        model.parameters().stream().mapToDouble(p -> p.fixed() ? p.init() : p.lower()).toArray();
    this.upper =
        model.parameters().stream().mapToDouble(p -> p.fixed() ? p.init() : p.upper()).toArray();
    if (poi >= 0 && lower[poi] < upper[poi]) {
      upper[poi] = Math.max(upper[poi], MAX_STRENGTH);
    }
  }

  /** The same fits with another lower bound of the parameter of interest. */
  public Fit boundedBelowBy(double poiLower) {
    lower[requirePoi()] = poiLower;
    return this;
  }

  /** The deviance at given parameters (d). */
  public double deviance(double[] theta) {
    return deviance.value(theta);
  }

  /** Least strength that the free fit may reach. */
  public double poiLower() {
    return lower[requirePoi()];
  }

  /**
   * The fit with all parameters free, the strength too. Besides nominal it starts from the fit at
   * no signal, and the lower of the two is kept.
   */
  public FitResult free() {
    if (free.isEmpty()) {
      free = Optional.of(poi < 0 ? fit(lower, upper, init.clone(), "free") : freeStrength());
    }
    return free.get();
  }

  private FitResult freeStrength() {
    FitResult nominal = fit(lower, upper, init.clone(), "free");
    FitResult fromZero = minimise(at(Math.max(0, lower[poi])).theta(), lower, upper);
    boolean better =
        fromZero.converged()
            && (!nominal.converged() || fromZero.deviance() < nominal.deviance() - Restarts.SAME);
    return better ? fromZero.with(nominal.restarts()) : nominal;
  }

  /** The fit with the parameter of interest fixed. */
  public FitResult at(double strength) {
    int index = requirePoi();
    FitResult known = atStrength.get(strength);
    if (known != null) {
      return known;
    }
    double[] low = lower.clone();
    double[] high = upper.clone();
    low[index] = strength;
    high[index] = strength;
    double[] start = init.clone();
    start[index] = strength;
    FitResult result = fit(low, high, start, "strength " + strength);
    atStrength.put(strength, result);
    return result;
  }

  /** How many fits at fixed strength were made. */
  public int fixedFits() {
    return atStrength.size();
  }

  private int requirePoi() {
    if (poi < 0) {
      throw RecastAlException.badInput(
          "the measurement names no parameter of interest, so there is nothing to test: choose"
              + " another measurement");
    }
    return poi;
  }

  private FitResult fit(double[] low, double[] high, double[] start, String name) {
    FitResult kept = minimise(start, low, high);
    int starts = policy.restarts();
    if (!kept.converged()) {
      starts = Math.max(starts, RESCUES);
    }
    RestartPoints points = new RestartPoints(deviance, low, high, name);
    Restarts restarts = Restarts.NONE;
    for (int k = 0; k < starts; k++) {
      double[] from = restart(k, points, kept, start);
      FitResult other = minimise(from, low, high);
      if (!other.converged()) {
        continue;
      }
      boolean replace =
          !kept.converged()
              || (policy.lowest() && other.deviance() < kept.deviance() - Restarts.SAME);
      if (replace) {
        kept = other;
        restarts = new Restarts(restarts.tried() + 1, 0, 0);
      } else {
        restarts = restarts.with(other.deviance() - kept.deviance());
      }
    }
    return kept.with(restarts);
  }

  private double[] restart(int k, RestartPoints points, FitResult kept, double[] nominal) {
    Optional<double[]> nearest = k == 0 ? nearest(nominal) : Optional.empty();
    return nearest.orElseGet(
        () -> points.near(Double.isFinite(kept.deviance()) ? kept.theta() : nominal, k));
  }

  /** The parameters of the fit at the nearest strength, the strength itself replaced. */
  private Optional<double[]> nearest(double[] nominal) {
    if (poi < 0) {
      return Optional.empty();
    }
    double strength = nominal[poi];
    return Stream.concat(atStrength.values().stream(), free.stream())
        .filter(FitResult::converged)
        .min((a, b) -> Double.compare(distance(a, strength), distance(b, strength)))
        .map(
            fit -> {
              double[] theta = fit.theta().clone();
              theta[poi] = strength;
              return theta;
            });
  }

  private double distance(FitResult fit, double strength) {
    return Math.abs(fit.theta()[poi] - strength);
  }

  private FitResult minimise(double[] start, double[] low, double[] high) {
    BoundedNewton.Minimum minimum = BoundedNewton.tight().minimise(deviance, start, low, high);
    return new FitResult(
        minimum.point(),
        minimum.value(),
        minimum.value() + deviance.constant(),
        poi < 0 || Double.isInfinite(minimum.value()) ? 0 : deviance.slope(minimum.point(), poi),
        minimum.scaledGradient(),
        minimum.iterations(),
        minimum.converged(),
        Restarts.NONE);
  }

  @Override
  public String toString() {
    return "Fit of "
        + IntStream.range(0, lower.length).filter(i -> lower[i] < upper[i]).count()
        + " free parameters from "
        + Arrays.toString(init);
  }
}

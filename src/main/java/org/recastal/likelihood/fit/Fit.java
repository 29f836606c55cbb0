package org.recastal.likelihood.fit;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.recastal.RecastAlException;
import org.recastal.likelihood.Model;
import org.recastal.likelihood.ModelParameter;
import org.recastal.likelihood.NegativeLogLikelihood;
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

  private static final double NOMINAL_STRENGTH = 1;

  /** Starts tried before a fit that does not converge is given up. */
  private static final int RESCUES = 8;

  private final NegativeLogLikelihood deviance;
  private final FitPolicy policy;
  private final int poi;
  private final double[] init;
  private final double[] lower;
  private final double[] upper;
  private final Map<Double, FitResult> atStrength = new TreeMap<>();
  private final Optional<FitResult> known;
  private Optional<FitResult> free = Optional.empty();

  /**
   * Prepares fits within the bounds of the model.
   *
   * @param data main data, then auxiliary data
   */
  public Fit(Model model, double[] data, FitPolicy policy) {
    this(model, data, policy, OptionalDouble.empty(), Optional.empty());
  }

  /**
   * Prepares fits.
   *
   * @param data main data, then auxiliary data
   * @param poiLower lower bound of the parameter of interest, in place of the model's
   * @param known a fit that is known: the fits at other strengths also start from there
   */
  public Fit(
      Model model,
      double[] data,
      FitPolicy policy,
      OptionalDouble poiLower,
      Optional<FitResult> known) {
    this.known = known;
    this.deviance = model.nll(data);
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
    poiLower.ifPresent(bound -> lower[requirePoi()] = bound);
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
      free =
          Optional.of(
              poi < 0
                  ? fit(lower, upper, init.clone(), "free", Optional.empty(), false)
                  : freeStrength());
    }
    return free.get();
  }

  private FitResult freeStrength() {
    FitResult zero = at(Math.max(0, lower[poi]));
    return fit(
        lower,
        upper,
        init.clone(),
        "free",
        zero.converged() ? Optional.of(zero.theta()) : Optional.empty(),
        true);
  }

  /**
   * The fit with the parameter of interest fixed. The fit without signal decides what the Asimov
   * data are; besides nominal it starts from the fit at strength 1, and the lower of the two is
   * kept.
   */
  public FitResult at(double strength) {
    int index = requirePoi();
    FitResult made = atStrength.get(strength);
    if (made != null) {
      return made;
    }
    double[] low = lower.clone();
    double[] high = upper.clone();
    low[index] = strength;
    high[index] = strength;
    double[] start = init.clone();
    start[index] = strength;
    boolean withoutSignal = strength == 0 && known.isEmpty();
    if (withoutSignal) {
      at(NOMINAL_STRENGTH);
    }
    FitResult result =
        fit(low, high, start, "strength " + strength, nearest(strength), withoutSignal);
    atStrength.put(strength, result);
    return result;
  }

  /** How many fits at fixed strength were made. */
  public int fixedFits() {
    return atStrength.size();
  }

  private int requirePoi() {
    if (poi < 0) {
      throw noParameterOfInterest();
    }
    return poi;
  }

  /** What is wrong with a measurement that strengths cannot be tested with. */
  public static RecastAlException noParameterOfInterest() {
    return RecastAlException.badInput(
        "the measurement names no parameter of interest, so there is nothing to test: choose"
            + " another measurement");
  }

  /**
   * A fit from nominal, then from further starts.
   *
   * @param neighbour where the first further start is, when known
   * @param keepLower whether a lower minimum reached from the neighbour is kept under any policy
   */
  private FitResult fit(
      double[] low,
      double[] high,
      double[] start,
      String name,
      Optional<double[]> neighbour,
      boolean keepLower) {
    FitResult kept = minimise(start, low, high);
    int starts = kept.converged() ? policy.restarts() : Math.max(policy.restarts(), RESCUES);
    RestartPoints points = new RestartPoints(deviance, low, high, name);
    Restarts restarts = Restarts.NONE;
    for (int k = 0; k < starts; k++) {
      boolean beside = k == 0 && neighbour.isPresent();
      double[] centre = Double.isFinite(kept.deviance()) ? kept.theta() : start;
      double[] next =
          beside
              ? neighbour.get()
              : policy.lowest() ? points.thorough(centre, k) : points.near(centre, k);
      FitResult other = minimise(next, low, high);
      boolean lower =
          (policy.lowest() || (keepLower && beside))
              && other.deviance() < kept.deviance() - Restarts.SAME;
      if (other.converged() && (lower || !kept.converged())) {
        kept = other;
        restarts = new Restarts(restarts.tried() + 1, 0, 0);
      } else if (other.converged()) {
        restarts = restarts.with(other.deviance() - kept.deviance());
      }
    }
    return kept.with(restarts);
  }

  /** The parameters of the fit at the nearest strength, the strength itself replaced. */
  private Optional<double[]> nearest(double strength) {
    return Stream.of(atStrength.values().stream(), free.stream(), known.stream())
        .flatMap(fits -> fits)
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
        poi < 0 || Double.isInfinite(minimum.value()) ? 0 : slope(minimum.point()),
        minimum.scaledGradient(),
        minimum.iterations(),
        minimum.converged(),
        Restarts.NONE);
  }

  /** The derivative of the deviance by the strength. */
  private double slope(double[] theta) {
    double[] gradient = new double[theta.length];
    deviance.gradient(theta, gradient);
    return gradient[poi];
  }
}

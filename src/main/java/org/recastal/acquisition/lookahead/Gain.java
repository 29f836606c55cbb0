package org.recastal.acquisition.lookahead;

import org.recastal.numerics.Normal;
import org.recastal.numerics.OwensT;

/**
 * What knowing one value is expected to take from the doubt about the class of another place, above
 * or below a threshold. With u = (μ − T)/σ there and ρ its correlation with the value to come, the
 * mean will move to a normal distribution of deviation ρ σ, and the deviation will be σ √(1 − ρ²).
 */
public enum Gain {
  /** The probability of a wrong class (stepwise uncertainty reduction, in closed form). */
  MISCLASSIFICATION {
    @Override
    public double of(double u, double rho, double sigma) {
      return OwensT.misclassificationGain(u, rho);
    }

    @Override
    public double doubt(double u, double sigma) {
      return Normal.cdf(-Math.abs(u));
    }
  },

  /** The variance p(1 − p) of the class (Bect et al. 2012, Stat. Comput. 22, 773: J_n). */
  CLASS_VARIANCE {
    @Override
    public double of(double u, double rho, double sigma) {
      return OwensT.classVarianceGain(u, rho);
    }

    @Override
    public double doubt(double u, double sigma) {
      return Normal.cdf(u) * Normal.cdf(-u);
    }
  },

  /** The entropy of the class, in nats: the information about the whole contour. */
  ENTROPY {
    @Override
    public double of(double u, double rho, double sigma) {
      return doubt(u, sigma) - entropyAfter(u, rho);
    }

    /**
     * The mean entropy at u′ = (u + ρ z)/√(1 − ρ²), by the trapezoidal rule, which converges
     * exponentially here: over z, or over u′ where that is the steeper function.
     */
    private double entropyAfter(double u, double rho) {
      double root = Math.sqrt(Math.max(0, 1 - rho * rho));
      boolean overMoved = rho > root;
      double sum = 0;
      for (double t = -REACH; t <= REACH; t += STEP) {
        double z = overMoved ? (root * t - u) / rho : t;
        double moved = overMoved ? t : (u + rho * t) / root;
        sum += doubt(moved, 1) * Normal.pdf(z);
      }
      return STEP * sum * (overMoved ? root / rho : 1);
    }

    @Override
    public double doubt(double u, double sigma) {
      double p = Normal.cdf(-Math.abs(u));
      return p == 0 ? 0 : -p * Math.log(p) - (1 - p) * Math.log1p(-p);
    }
  },

  /**
   * The variance where the contour may be: σ²ρ² weighted by the density of the value at the
   * threshold (Picheny et al. 2010, J. Mech. Des. 132, targeted IMSE without a window).
   */
  TARGETED_VARIANCE {
    @Override
    public double of(double u, double rho, double sigma) {
      return sigma * rho * rho * Normal.pdf(u);
    }

    @Override
    public double doubt(double u, double sigma) {
      return sigma * Normal.pdf(u);
    }

    @Override
    public boolean hasScale() {
      return true;
    }
  };

  /** What lies farther out than so many deviations counts for less than 1e-16. */
  private static final double REACH = 9;

  private static final double STEP = 0.125;

  /**
   * The expected fall of the doubt.
   *
   * @param u standard deviations between mean and threshold
   * @param rho size of the correlation, in [0, 1]
   * @param sigma standard deviation, in the units of the values
   */
  public abstract double of(double u, double rho, double sigma);

  /** The doubt itself; no gain is larger. */
  public abstract double doubt(double u, double sigma);

  /** Whether it is in the units of the values, proportional to σ, and not a pure number. */
  public boolean hasScale() {
    return false;
  }
}

package org.recastal.study.replay;

import org.recastal.limits.Quantity;
import org.recastal.numerics.Normal;

/** The scale in which limits are interpolated. */
enum InterpolationScale {
  /** log(limit). */
  LOG {
    @Override
    double ofLimit(double limit) {
      return Math.log(limit);
    }

    @Override
    double toLimit(double value) {
      return Math.exp(value);
    }
  },
  /** Φ⁻¹(p). */
  PROBIT {
    @Override
    double ofLimit(double limit) {
      return Normal.quantile(Math.min(limit, ALMOST_ONE));
    }

    @Override
    double toLimit(double value) {
      return Normal.cdf(value);
    }
  };

  // The probit of 1 is infinite; HistFitter's interpolation puts CLs = 1 here too.
  private static final double ALMOST_ONE = 1 - 1e-10;

  static InterpolationScale of(Quantity quantity) {
    return quantity.isProbability() ? PROBIT : LOG;
  }

  abstract double ofLimit(double limit);

  abstract double toLimit(double value);
}

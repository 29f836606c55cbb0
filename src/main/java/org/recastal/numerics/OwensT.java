package org.recastal.numerics;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Probabilities of wedges under the standard normal distribution of the plane: Owen's function T
 * (Owen 1956, Ann. Math. Stat. 27, 1075) and what follows from it. With the angle as variable the
 * integrand is smooth for every argument, so a fixed Gauss–Legendre rule suffices.
 */
public final class OwensT {

  private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(128);

  private OwensT() {}

  /**
   * Φ(−|u|) − 2 T(u, √(1 − ρ²)/ρ) = (1/π) ∫₀^{arcsin ρ} exp(−u²/(2 sin²ψ)) dψ: by how much the
   * probability to classify a normal quantity wrongly falls on average when what correlates with it
   * by ρ becomes known.
   *
   * @param u standard deviations between its mean and the threshold
   * @param rho in [0, 1]
   */
  public static double misclassificationGain(double u, double rho) {
    double top = Math.asin(Math.min(1, rho));
    return u == 0
        ? top / Math.PI
        : average(angle -> Math.exp(-0.5 * square(u / Math.sin(top * angle)))) * top / Math.PI;
  }

  /**
   * p(1 − p) − Φ₂(u, −u; −ρ²) = (1/2π) ∫₀^{arcsin ρ²} exp(−u²/(1 + sin ψ)) dψ with p = Φ(u): the
   * same for the variance of the class (Chevalier et al. 2014, Technometrics 56, 455, prop. 2). To
   * about 1e-9.
   */
  public static double classVarianceGain(double u, double rho) {
    double top = Math.asin(Math.min(1, rho * rho));
    return average(angle -> Math.exp(-u * u / (1 + Math.sin(top * angle)))) * top / (2 * Math.PI);
  }

  private static double square(double x) {
    return x * x;
  }

  /** The average of a smooth function over [0, 1]. */
  private static double average(DoubleUnaryOperator function) {
    double sum = 0;
    for (int i = 0; i < RULE.getNumberOfPoints(); i++) {
      sum += 0.5 * RULE.getWeight(i) * function.applyAsDouble(0.5 * (1 + RULE.getPoint(i)));
    }
    return sum;
  }
}

package org.recastal.likelihood.inference;

import java.util.Optional;
import java.util.OptionalDouble;
import org.recastal.likelihood.Model;
import org.recastal.likelihood.fit.Fit;
import org.recastal.likelihood.fit.FitPolicy;
import org.recastal.likelihood.fit.FitResult;

/**
 * The Asimov data set (arXiv:1007.1727 §3.2): what the model expects at the parameters fitted to
 * the observed data with the strength fixed. Its own free fit has a known answer, those parameters,
 * so it is not made.
 *
 * @param truth the fit whose parameters it is made of
 * @param data expected main data, then auxiliary data
 * @param fit fits to it
 * @param best its deviance at the best strength
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Asimov(FitResult truth, double[] data, Fit fit, double best) {

  static Asimov of(Model model, FitResult truth, double poiLower, FitPolicy policy) {
    double[] data = model.expected(truth.theta());
    Fit fit = new Fit(model, data, policy, OptionalDouble.of(poiLower), Optional.of(truth));
    double strength = truth.theta()[model.poi().orElseThrow()];
    double best = strength >= poiLower ? fit.deviance(truth.theta()) : fit.free().deviance();
    return new Asimov(truth, data, fit, best);
  }

  /** √q_A(μ). */
  double root(FitResult at) {
    return Math.sqrt(Math.max(0, at.deviance() - best));
  }
}

package org.recastal.likelihood.fit;

/**
 * The minimum of a likelihood, and how far it can be trusted.
 *
 * @param theta the parameters there (d), fixed ones included
 * @param deviance 2·NLL less its constant; infinite when no start has a finite likelihood
 * @param twiceNll 2·NLL with all constants
 * @param poiSlope derivative of the deviance by the parameter of interest: along a profile it is
 *     the derivative of the profiled deviance; 0 when there is no such parameter
 * @param scaledGradient largest scaled component of the projected gradient
 * @param iterations Newton steps of the kept fit
 * @param converged whether the scaled gradient met its tolerance
 * @param restarts what further starts found
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record FitResult(
    double[] theta,
    double deviance,
    double twiceNll,
    double poiSlope,
    double scaledGradient,
    int iterations,
    boolean converged,
    Restarts restarts) {

  FitResult with(Restarts found) {
    return new FitResult(
        theta, deviance, twiceNll, poiSlope, scaledGradient, iterations, converged, found);
  }
}

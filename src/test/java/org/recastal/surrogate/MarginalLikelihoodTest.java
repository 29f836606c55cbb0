package org.recastal.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.RandomStream;
import org.recastal.surrogate.HyperparameterPrior.Bell;

class MarginalLikelihoodTest {

  /** Central differences with steps of 10⁻⁵ of values of order 10²: rounding leaves 10⁻⁸ or so. */
  private static final double DIFFERENCE = 1e-6;

  @ParameterizedTest
  @CsvSource({
    "RBF,1,0",
    "RBF,3,0",
    "RBF,3,3",
    "MATERN12,1,0",
    "MATERN12,3,3",
    "MATERN32,3,0",
    "MATERN52,1,0",
    "MATERN52,3,0",
    "MATERN52,3,3"
  })
  void evaluate_linesNoiseAndPrior_gradientEqualsDifferences(
      Kernel kernel, int lengths, int tilts) {
    int n = 17;
    RandomStream random = RandomStream.named(4, 0, "data");
    double[][] targets = {random.doubles(n).toArray(), random.doubles(n).toArray()};
    HyperparameterPrior prior =
        new HyperparameterPrior(
            Bell.around(2, 1),
            Bell.around(0.3, 0.7),
            Bell.around(1, 0.5),
            Bell.about(0, 0.5),
            Bell.around(1e-3, 2));
    FitVector at = new FitVector(3, lengths, tilts);
    MarginalLikelihood likelihood =
        new MarginalLikelihood(
            kernel,
            at,
            new Matrix(n, 3, random.doubles(n * 3L).toArray()),
            targets,
            random.doubles(n).map(v -> 0.05 * v).toArray(),
            prior);
    double[] theta = at.logs(1.3, 0.4, 0.02);
    theta[lengths] += 0.3;
    for (int k = at.firstTilt(); k < at.noise(); k++) {
      theta[k] = 0.4 * k - 1.5;
    }
    double[] gradient = new double[theta.length];
    double[] unused = new double[theta.length];
    likelihood.evaluate(theta, gradient);
    for (int i = 0; i < theta.length; i++) {
      double[] up = theta.clone();
      double[] down = theta.clone();
      up[i] += 1e-5;
      down[i] -= 1e-5;
      double rise = likelihood.evaluate(up, unused) - likelihood.evaluate(down, unused);
      assertThat(gradient[i]).isCloseTo(rise / 2e-5, within(DIFFERENCE));
    }
    double bare = -likelihood.evaluate(theta, unused) - 2 * prior.logDensity(at, theta);
    assertThat(likelihood.logLikelihood(theta)).isCloseTo(bare, within(DIFFERENCE));
  }
}

package org.recastal.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;

class PoissonQuantileTest {

  @Test
  void quantile_anyMean_isTheLeastCountThatReachesIt() {
    for (double mean : new double[] {1e-6, 0.3, 2.2, 17, 435, 12345.6}) {
      PoissonDistribution poisson = new PoissonDistribution(mean);
      for (double u : new double[] {1e-12, 0.001, 0.2, 0.5, 0.77, 0.9999, 1 - 1e-9}) {
        int k = (int) PoissonQuantile.at(u, mean);
        // 1e-11 relative: what the two incomplete gamma functions may differ by.
        assertThat(poisson.cumulativeProbability(k))
            .as("%s %s", mean, u)
            .isGreaterThan(u * (1 - 1e-11));
        assertThat(k == 0 ? 0 : poisson.cumulativeProbability(k - 1)).isLessThan(u * (1 + 1e-11));
      }
    }
  }

  @Test
  void quantile_auxiliaryCountOf1e11_isNormalWithTheSkewOfACount() {
    double mean = 1.9e11;
    assertThat(PoissonQuantile.at(0.5, mean)).isCloseTo(mean, within(1.0));
    double sigma = Math.sqrt(mean);
    // (z² − 1)/6 at z = 1 is 0; a count is the grain.
    assertThat(PoissonQuantile.at(Normal.cdf(1), mean)).isCloseTo(mean + sigma, within(1.0));
  }

  @Test
  void quantile_growingMean_neverFalls() {
    double before = 0;
    for (double mean = 0; mean < 60; mean += 0.05) {
      double now = PoissonQuantile.at(0.37, mean);
      assertThat(now).isGreaterThanOrEqualTo(before);
      before = now;
    }
  }
}

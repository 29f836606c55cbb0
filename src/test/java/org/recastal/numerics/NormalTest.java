package org.recastal.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recastal.GpReference;

class NormalTest {

  /** The reference's own demand: 1e-10 relative (1e-8 per cent), also in the far tails. */
  private static final double PERCENT = 1e-8;

  static Stream<JsonNode> improvements() {
    return GpReference.section("acquisition_minimise");
  }

  static Stream<JsonNode> levels() {
    return GpReference.section("levelset_pointwise");
  }

  @ParameterizedTest
  @MethodSource("improvements")
  void logForms_farTails_equalReference(JsonNode c) {
    double sigma = c.path("sigma").asDouble();
    double z = (c.path("best").asDouble() - c.path("xi").asDouble() - c.path("mu").asDouble());
    double u = z / sigma;
    assertRelative(Math.log(sigma) + Normal.logImprovement(u), c.path("log_ei").asDouble());
    assertRelative(Normal.logCdf(u), c.path("log_pi").asDouble());
    assertRelative(-Normal.logImprovementSlope(u) / sigma, c.path("dlogei_dmu").asDouble());
    assertRelative(Normal.densityOverImprovement(u) / sigma, c.path("dlogei_dsigma").asDouble());
    assertRelative(-Normal.logCdfSlope(u) / sigma, c.path("dlogpi_dmu").asDouble());
  }

  @ParameterizedTest
  @MethodSource("levels")
  void logCdf_levelSets_equalsReference(JsonNode c) {
    double u = (c.path("mu").asDouble() - c.path("threshold").asDouble());
    u /= c.path("sigma").asDouble();
    assertRelative(Normal.logCdf(-Math.abs(u)), c.path("log_misclass").asDouble());
    if (c.path("p_above").asDouble() > Double.MIN_NORMAL) {
      assertRelative(Normal.cdf(u), c.path("p_above").asDouble());
    }
    assertRelative(Normal.cdf(-u), c.path("p_below").asDouble());
  }

  @ParameterizedTest
  @ValueSource(doubles = {-30, -8.5, -3, -1, -0.1, 0.1, 1, 3, 5})
  void quantile_ofCdf_isTheIdentity(double u) {
    // Near p = 1 the probability itself has lost digits: e^(u²/2) times 1e-16.
    double percent = u < 2 ? PERCENT : 1e-7;
    assertThat(Normal.quantile(Normal.cdf(u))).isCloseTo(u, withinPercentage(percent));
  }

  @Test
  void quantile_endsAndBeyond() {
    assertThat(Normal.quantile(0)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Normal.quantile(1)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(Normal.quantile(0.5)).isZero();
    assertThatIllegalArgumentException().isThrownBy(() -> Normal.quantile(1.1));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1e8, -500, -12.0001, -12, -11.9999, -1.0001, -0.9999, 0, 4, 1e3})
  void logImprovementSlope_isTheDerivative(double u) {
    double h = 1e-5 * Math.max(1, Math.abs(u));
    double difference = (Normal.logImprovement(u + h) - Normal.logImprovement(u - h)) / (2 * h);
    // Central differences: h² curvature and 1e-16/h rounding leave about 1e-8.
    assertThat(Normal.logImprovementSlope(u)).isCloseTo(difference, withinPercentage(1e-5));
  }

  /** Logarithm and slope of (1 + u²) Φ(u) + u φ(u) with 400 digits (mpmath). */
  @ParameterizedTest
  @CsvSource({
    "-1e8, -5000000000000055.5, 100000000.00000003",
    "-500, -125018.86963964748, 500.00599990400346",
    "-38, -733.14269208084621, 38.078730029158236",
    "-12.0001, -79.72216929376005, 12.243553935179776",
    "-11.9999, -79.719720602587844, 12.243357786961985",
    "-5, -17.760919979451524, 5.5276678373526696",
    "-1.0001, -2.5859681284137042, 2.2117937823484053",
    "-0.9999, -2.5855257832574151, 2.211657781318377",
    "0, -0.69314718055994531, 1.5957691216057307",
    "1.5, 1.17160032111092, 0.94777458570922045",
    "40, 7.3783837129967147, 0.049968769519050593"
  })
  void squaredImprovement_farTails_equalsManyDigits(double u, double log, double slope) {
    assertRelative(Normal.logSquaredImprovement(u), log);
    assertRelative(Normal.logSquaredImprovementSlope(u), slope);
  }

  @Test
  void log1mexp_bothBranches() {
    // log(1 − e^x) → log(−x) for small |x|, → −e^x for large |x|.
    assertRelative(Normal.log1mexp(-1e-12), Math.log(1e-12 - 0.5e-24));
    assertRelative(Normal.log1mexp(-50), -Math.exp(-50));
    assertRelative(Normal.log1mexp(-Math.log(2)), -Math.log(2));
  }

  private static void assertRelative(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, withinPercentage(PERCENT));
  }
}

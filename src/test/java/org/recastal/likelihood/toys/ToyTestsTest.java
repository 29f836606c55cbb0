package org.recastal.likelihood.toys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recastal.likelihood.LikelihoodReference;
import org.recastal.likelihood.Model;
import org.recastal.likelihood.ReferenceModels;
import org.recastal.likelihood.Workspace;
import org.recastal.likelihood.fit.FitPolicy;
import org.recastal.likelihood.inference.HypothesisTests;
import org.recastal.likelihood.inference.TestStatistic;
import org.recastal.likelihood.inference.UpperLimits;
import org.recastal.limits.Line;

class ToyTestsTest {

  private static final JsonNode REFERENCE = LikelihoodReference.json("toys/toys.json");

  private static final ToyListener SILENT = (strength, done, all) -> {};

  // Errors between two numbers with statistical errors: beyond this by chance once in 10⁴.
  private static final double FAR = 4;

  static Stream<JsonNode> cases() {
    return REFERENCE.get("cases").valueStream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void cls_byToys_agreesWithPyhfWithinTheErrors(JsonNode expected) throws InterruptedException {
    String name = expected.get("name").asText();
    Model model =
        LikelihoodReference.workspace(name, LikelihoodReference.synthetic(name).get("workspace"))
            .model();
    ToyTest ours = toys(model, new ToyPlan(2000, 1, 2)).at(expected.get("mu").asDouble());
    // The variances of both, in terms of ours: they go as one over the number of toys.
    double both = Math.sqrt(1 + 2000.0 / REFERENCE.get("toys").asDouble());
    assertCls(ours, Line.OBSERVED, expected.get("cls_obs").asDouble(), both);
    for (int i = 0; i < 5; i++) {
      Line line = Line.bands().get(i);
      assertCls(ours, line, expected.get("cls_exp").get(i).asDouble(), both);
    }
    assertThat(ours.failed().signal() + ours.failed().background()).isZero();
  }

  private static void assertCls(ToyTest ours, Line line, double expected, double errors) {
    ToyCls cls = ours.cls().get(line);
    assertThat(cls.value())
        .as("%s CLs, error %s", line.word(), cls.error())
        .isCloseTo(expected, within(FAR * errors * cls.error()));
  }

  @Test
  void cls_oneBinWithoutNuisances_isThatOfCounting() throws InterruptedException {
    double background = 2.2;
    double signal = 3;
    int observed = 3;
    ToyTest test = toys(counting(background, signal, observed), new ToyPlan(4000, 3, 2)).at(1);
    // Fewer counts are more signal-unlike, as long as the best strength is below 1: n < s + b.
    double clsb = cdf(observed, background + signal);
    double clb = cdf(observed, background);
    assertThat(test.clsb()).isCloseTo(clsb, within(FAR * Math.sqrt(clsb * (1 - clsb) / 4000)));
    assertThat(test.clb()).isCloseTo(clb, within(FAR * Math.sqrt(clb * (1 - clb) / 4000)));
    ToyCls cls = test.cls().get(Line.OBSERVED);
    assertThat(cls.value()).isCloseTo(clsb / clb, within(FAR * cls.error()));
    // The median count is 2: a toy's CLs there.
    assertThat(test.cls().get(Line.EXPECTED).value())
        .isCloseTo(
            cdf(2, background + signal) / cdf(2, background),
            within(FAR * test.cls().get(Line.EXPECTED).error()));
  }

  @Test
  void limit_oneBinWithoutNuisances_isThatOfCounting() throws InterruptedException {
    double background = 2.2;
    HypothesisTests tests = tests(counting(background, 3, 0));
    UpperLimits asymptotic = tests.limits(0.95);
    ToyLimits limits =
        new ToyTests(counting(background, 3, 0), tests, new ToyPlan(2000, 5, 2), SILENT)
            .limits(asymptotic);
    // No count: CLs = exp(−μ s), so the limit is −ln 0.05 / s ≈ 1; asymptotics say something else.
    double exact = -Math.log(0.05) / 3;
    ToyLimits.Limit limit = limits.values().get(Line.OBSERVED);
    assertThat(limit.value()).isCloseTo(exact, within(FAR * limit.error()));
    assertThat(limit.error()).isBetween(0.005 * exact, 0.1 * exact);
    assertThat(Math.abs(asymptotic.values().get(Line.OBSERVED) - exact)).isGreaterThan(0.1 * exact);
  }

  @Test
  void cls_anyNumberOfThreads_hasTheSameBits() throws InterruptedException {
    Model model = ReferenceModels.small().get(1).model();
    ToyTest one = toys(model, new ToyPlan(200, 7, 1)).at(1);
    assertThat(toys(model, new ToyPlan(200, 7, 2)).at(1)).isEqualTo(one);
    assertThat(toys(model, new ToyPlan(200, 7, 8)).at(1)).isEqualTo(one);
    assertThat(toys(model, new ToyPlan(200, 8, 1)).at(1)).isNotEqualTo(one);
  }

  private static ToyTests toys(Model model, ToyPlan plan) {
    return new ToyTests(model, tests(model), plan, SILENT);
  }

  private static HypothesisTests tests(Model model) {
    return new HypothesisTests(model, TestStatistic.QTILDE, FitPolicy.NOMINAL);
  }

  private static Model counting(double background, double signal, int observed) {
    String json =
        String.format(
            Locale.ROOT,
            """
            {"channels": [{"name": "SR", "samples": [
               {"name": "signal", "data": [%s],
                "modifiers": [{"name": "mu", "type": "normfactor", "data": null}]},
               {"name": "background", "data": [%s], "modifiers": []}]}],
             "measurements": [{"name": "m", "config": {"poi": "mu", "parameters": []}}],
             "observations": [{"name": "SR", "data": [%d]}],
             "version": "1.0.0"}
            """,
            signal,
            background,
            observed);
    return Workspace.parse("one bin", json.getBytes(StandardCharsets.UTF_8)).model();
  }

  /** P(count ≤ n). */
  private static double cdf(int n, double mean) {
    double term = Math.exp(-mean);
    double sum = term;
    for (int k = 1; k <= n; k++) {
      term *= mean / k;
      sum += term;
    }
    return sum;
  }
}

package org.recastal.likelihood.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recastal.likelihood.Workspace;
import org.recastal.likelihood.fit.FitPolicy;
import org.recastal.likelihood.inference.HypothesisTest;
import org.recastal.likelihood.inference.HypothesisTests;
import org.recastal.likelihood.inference.TestStatistic;
import org.recastal.likelihood.inference.UpperLimits;
import org.recastal.limits.Line;

/** Yields added to a background give what pyhf gives for the whole workspace. */
class SignalReferenceTest {

  /** Absolute; the fits of the reference stop at about 1e-8 in 2·NLL, which CLs feels to 1e-5. */
  private static final double CLS = 2e-5;

  /** Relative, for the same reason. */
  private static final double LIMIT = 1e-4;

  private static final JsonNode REFERENCE = reference();

  private static JsonNode reference() {
    try (InputStream in =
        SignalReferenceTest.class.getResourceAsStream("/reference/signal/yields.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  record Case(JsonNode json) {
    @Override
    public String toString() {
      return json.get("name").asText();
    }

    Workspace background() {
      if (!json.has("counting")) {
        byte[] text = REFERENCE.get("background").toString().getBytes(StandardCharsets.UTF_8);
        return Workspace.parse("background", text);
      }
      List<CountingRegion> regions = new ArrayList<>();
      json.get("counting")
          .properties()
          .forEach(
              e ->
                  regions.add(
                      new CountingRegion(
                          e.getKey(),
                          e.getValue().get("observed").asDouble(),
                          e.getValue().get("background").asDouble(),
                          e.getValue().get("error").asDouble())));
      return CountingWorkspace.of(regions);
    }

    Workspace signal() {
      Workspace background = background();
      List<RegionYield> yields =
          YieldsJson.parse("yields", "{\"regions\": " + json.get("signal") + "}");
      return SignalRegions.of(background, background.measurements().get(0)).with("signal", yields);
    }
  }

  static Stream<Case> cases() {
    List<Case> cases = new ArrayList<>();
    REFERENCE.get("cases").forEach(c -> cases.add(new Case(c)));
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void tests_ofYields_agreeWithTheWholeWorkspace(Case each) {
    HypothesisTests tests =
        new HypothesisTests(each.signal().model(), TestStatistic.QTILDE, FitPolicy.NOMINAL);
    HypothesisTest test = tests.at(1);
    UpperLimits limits = tests.limits(0.95);
    JsonNode answer = each.json().get("answer");

    assertThat(test.cls(Line.OBSERVED)).isCloseTo(answer.get("cls_obs").asDouble(), within(CLS));
    assertRelative(limits, Line.OBSERVED, answer.get("ul_obs").asDouble());
    for (int i = 0; i < Line.bands().size(); i++) {
      double cls = answer.get("cls_exp").get(i).asDouble();
      assertThat(test.cls(Line.bands().get(i)))
          .as(Line.bands().get(i).word())
          .isCloseTo(cls, within(CLS));
      assertRelative(limits, Line.bands().get(i), answer.get("ul_exp").get(i).asDouble());
    }
  }

  private static void assertRelative(UpperLimits limits, Line line, double expected) {
    assertThat(limits.values().get(line) / expected).as(line.word()).isCloseTo(1, within(LIMIT));
  }
}

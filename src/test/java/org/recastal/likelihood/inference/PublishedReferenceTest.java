package org.recastal.likelihood.inference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recastal.likelihood.ReferenceModels;
import org.recastal.likelihood.ReferenceModels.Published;
import org.recastal.likelihood.fit.FitPolicy;

class PublishedReferenceTest {

  @ParameterizedTest
  @ValueSource(strings = {"3L", "stau", "TChiWW"})
  void clsAndLimits_everyPoint_agreeWithTheReference(String name) {
    Published published = ReferenceModels.published(name);
    for (JsonNode point : published.expected().get("points")) {
      HypothesisTests tests =
          new HypothesisTests(published.model(point), TestStatistic.QTILDE, FitPolicy.NOMINAL);
      HypothesisTest test = tests.at(1);
      UpperLimits limits = tests.limits(0.95);
      PublishedPoint expected = new PublishedPoint(point);
      String where = point.get("name").asText();
      assertThat(test.converged() && limits.converged()).as("%s: fits converged", where).isTrue();
      assertThat(expected.wrongCls(test)).as(where).isEmpty();
      assertThat(expected.wrongLimits(limits)).as(where).isEmpty();
    }
  }

  /** Both look from several starts; neither finds the lowest everywhere. */
  @Test
  void global_everyThirdPointOfStau_isLowestAtLeastAsOftenAsTheReference() {
    Published published = ReferenceModels.published("stau");
    JsonNode points = published.expected().get("points");
    int ours = 0;
    int reference = 0;
    for (int i = 0; i < points.size(); i += 3) {
      HypothesisTest test =
          new HypothesisTests(
                  published.model(points.get(i)), TestStatistic.QTILDE, FitPolicy.GLOBAL)
              .at(1);
      assertThat(test.converged()).isTrue();
      double[][] above = new PublishedPoint(points.get(i)).aboveLowest(test);
      for (int fit = 0; fit < above[0].length; fit++) {
        ours += above[0][fit] < PublishedPoint.TWICE_NLL ? 1 : 0;
        reference += above[1][fit] < PublishedPoint.TWICE_NLL ? 1 : 0;
      }
    }
    assertThat(ours).isGreaterThanOrEqualTo(reference);
  }
}

package org.recastal.likelihood.inference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recastal.likelihood.ReferenceModels;
import org.recastal.likelihood.ReferenceModels.Published;
import org.recastal.likelihood.fit.FitPolicy;

class PublishedReferenceTest {

  @ParameterizedTest
  @CsvSource({"3L, 8", "stau, 12", "TChiWW, 9"})
  void clsAndLimits_everyFewPoints_agreeWithTheReference(String name, int stride) {
    Published published = ReferenceModels.published(name);
    JsonNode points = published.expected().get("points");
    for (int i = 0; i < points.size(); i += stride) {
      JsonNode point = points.get(i);
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
}

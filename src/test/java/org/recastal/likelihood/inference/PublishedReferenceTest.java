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

  /**
   * The reference looked for minima from five starts; we look from six, and may find lower ones.
   */
  @Test
  void global_everyPointOfStau_reachesTheLowestKnownMinimum() {
    Published published = ReferenceModels.published("stau");
    for (JsonNode point : published.expected().get("points")) {
      HypothesisTest test =
          new HypothesisTests(published.model(point), TestStatistic.QTILDE, FitPolicy.GLOBAL).at(1);
      assertThat(test.converged()).isTrue();
      assertThat(new PublishedPoint(point).aboveLowest(test))
          .as(point.get("name").asText())
          .isEmpty();
    }
  }
}

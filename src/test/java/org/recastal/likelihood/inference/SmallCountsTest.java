package org.recastal.likelihood.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.recastal.likelihood.Workspace;
import org.recastal.likelihood.fit.FitPolicy;

class SmallCountsTest {

  @Test
  void note_fewCountsInTheSensitiveBin_namesChannelAndBin() {
    assertThat(notes(50, 0.5))
        .singleElement()
        .asString()
        .contains("channel SR bin 1 (from 0) expects 0.500 background counts, fewer than 5")
        .contains("% of the sensitivity")
        .contains("compare with toys");
  }

  @Test
  void note_manyCounts_isSilent() {
    assertThat(notes(50, 40)).isEmpty();
  }

  @Test
  void note_fewCountsWhereNothingIsSensitive_isSilent() {
    assertThat(notes(0.5, 40)).isEmpty(); // the first bin has no signal to speak of
  }

  /** The notes of a test of two bins without errors, observed as expected. */
  private static List<String> notes(double first, double second) {
    String json =
        String.format(
            Locale.ROOT,
            """
            {"channels": [{"name": "SR", "samples": [
               {"name": "signal", "data": [0.01, 4],
                "modifiers": [{"name": "mu", "type": "normfactor", "data": null}]},
               {"name": "background", "data": [%s, %s], "modifiers": []}]}],
             "measurements": [{"name": "m", "config": {"poi": "mu", "parameters": []}}],
             "observations": [{"name": "SR", "data": [%s, %s]}],
             "version": "1.0.0"}
            """,
            first,
            second,
            first,
            second);
    Workspace workspace = Workspace.parse("two bins", json.getBytes(StandardCharsets.UTF_8));
    return new HypothesisTests(workspace.model(), TestStatistic.QTILDE, FitPolicy.NOMINAL)
        .at(1)
        .notes();
  }
}

package org.recastal.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.recastal.likelihood.fit.FitResult;
import org.recastal.likelihood.inference.HypothesisTest;
import org.recastal.likelihood.inference.UpperLimits;
import org.recastal.limits.Line;

/** Limits for machines: pyhf's {@code CLs_obs} and {@code CLs_exp}, and more; keys are sorted. */
final class LimitJson {

  private LimitJson() {}

  static String of(LimitTask.Answer answer) {
    HypothesisTest test = answer.test();
    Map<String, Object> out = new TreeMap<>();
    out.put(
        "CLs_exp",
        Arrays.stream(Line.values()).filter(l -> l != Line.OBSERVED).map(test::cls).toList());
    out.put("CLs_obs", test.cls(Line.OBSERVED));
    out.put("fit", fit(test.fits()));
    out.put("mu", test.strength());
    out.put("mu_hat", test.best());
    out.put("notes", answer.notes());
    answer.limits().ifPresent(l -> out.put("limits", limits(l)));
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(out);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> limits(UpperLimits limits) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Line line : Line.values()) {
      values.put(line.word(), limits.values().get(line));
    }
    return new TreeMap<>(Map.of("level", limits.level(), "mu", values));
  }

  private static Map<String, Object> fit(List<FitResult> fits) {
    Map<String, Object> out = new TreeMap<>();
    out.put("converged", fits.stream().allMatch(FitResult::converged));
    out.put("iterations", fits.stream().mapToInt(FitResult::iterations).sum());
    out.put(
        "lower_minimum_by", fits.stream().mapToDouble(f -> f.restarts().gain()).max().orElse(0));
    out.put("restarts_agree", fits.stream().noneMatch(f -> f.restarts().disagree()));
    out.put(
        "scaled_gradient", fits.stream().mapToDouble(FitResult::scaledGradient).max().orElse(0));
    return out;
  }
}

package org.recastal.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.recastal.likelihood.fit.FitResult;
import org.recastal.likelihood.inference.Discovery;
import org.recastal.likelihood.inference.Pull;
import org.recastal.limits.Line;

/** Limits for machines: pyhf's {@code CLs_obs} and {@code CLs_exp}, and more; keys are sorted. */
final class LimitJson {

  private LimitJson() {}

  /** One answer as an object; several as an object of objects by measurement. */
  static String of(List<LimitAnswer> answers) {
    Map<String, Object> out = new TreeMap<>();
    if (answers.size() == 1) {
      out.putAll(answer(answers.get(0)));
    } else {
      Map<String, Object> each = new LinkedHashMap<>();
      answers.forEach(a -> each.put(a.measurement(), answer(a)));
      out.put("measurements", each);
    }
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(out);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> answer(LimitAnswer answer) {
    Map<String, Object> out = new TreeMap<>();
    out.put("CLs_exp", bands(answer.test()::cls));
    out.put("CLs_obs", answer.test().cls(Line.OBSERVED));
    out.put("discovery", discovery(answer.discovery()));
    out.put("fit", fit(answer.test().fits()));
    out.put("measurement", answer.measurement());
    out.put("mu", answer.test().strength());
    out.put("mu_hat", answer.test().best());
    out.put("notes", answer.notes());
    answer.limits().ifPresent(l -> out.put("limits", limits(answer, l.level())));
    answer.pulls().ifPresent(p -> out.put("pulls", pulls(p)));
    answer.toys().ifPresent(t -> out.put("toys", ToyJson.of(t)));
    return out;
  }

  /** −2σ … +2σ, as pyhf orders them. */
  static <T> List<T> bands(Function<Line, T> value) {
    return Arrays.stream(Line.values()).filter(l -> l != Line.OBSERVED).map(value).toList();
  }

  private static Map<String, Object> limits(LimitAnswer answer, double level) {
    Map<String, Object> out = new TreeMap<>();
    out.put("level", level);
    out.put("mu", lines(answer::strength));
    answer
        .crossSection()
        .ifPresent(
            signal -> {
              out.put("cross_section", signal);
              out.put("unit", "pb");
              out.put("xsec", lines(answer::crossSection));
            });
    return out;
  }

  /** By the line's word; null where there is no value. */
  static Map<String, Object> lines(Function<Line, Optional<Double>> value) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Line line : Line.values()) {
      values.put(line.word(), value.apply(line).orElse(null));
    }
    return values;
  }

  private static Map<String, Object> discovery(Discovery discovery) {
    Map<String, Object> out = new TreeMap<>();
    out.put("p0_exp", bands(discovery::pValue));
    out.put("p0_obs", discovery.pValue(Line.OBSERVED));
    out.put("significance_exp", bands(discovery.significance()::get));
    out.put("significance_obs", discovery.significance().get(Line.OBSERVED));
    return out;
  }

  private static Map<String, Object> pulls(LimitAnswer.Pulls pulls) {
    return new TreeMap<>(
        Map.of(
            "background_only", pulls.background().stream().map(LimitJson::pull).toList(),
            "free", pulls.free().stream().map(LimitJson::pull).toList()));
  }

  private static Map<String, Object> pull(Pull pull) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", pull.name());
    out.put("value", pull.value());
    out.put("error", pull.error().isPresent() ? pull.error().getAsDouble() : null);
    out.put("pull", pull.pull().isPresent() ? pull.pull().getAsDouble() : null);
    out.put("state", pull.state().words());
    return out;
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

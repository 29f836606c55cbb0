package org.recastal.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.recastal.limits.Diagnosis;
import org.recastal.limits.LimitRecord;
import org.recastal.limits.Line;
import org.recastal.limits.Outcome;

/** The doctor's findings for machines. */
final class FindingJson {

  private FindingJson() {}

  static String of(List<Finding> findings) {
    try {
      return new ObjectMapper()
          .writerWithDefaultPrettyPrinter()
          .writeValueAsString(findings.stream().map(FindingJson::of).toList());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> of(Finding finding) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("file", finding.file().toString());
    finding.format().ifPresent(f -> out.put("format", f.word()));
    out.put("healthy", finding.isHealthy());
    finding.outcome().ifPresent(o -> put(o, out));
    finding.need().ifPresent(n -> out.put("needs", n));
    out.put("notes", finding.notes());
    return out;
  }

  private static void put(Outcome outcome, Map<String, Object> out) {
    if (outcome instanceof Outcome.Ill ill) {
      Diagnosis d = ill.diagnosis();
      Map<String, Object> diagnosis = new LinkedHashMap<>();
      diagnosis.put("illness", d.illness().name());
      diagnosis.put("message", d.message());
      out.put("diagnosis", diagnosis);
      return;
    }
    LimitRecord limit = ((Outcome.Answered) outcome).limit();
    out.put("quantity", limit.quantity().word());
    out.put("unit", limit.unit());
    out.put("level", limit.level());
    out.put("values", byWord(limit.values()));
    out.put("errors", byWord(limit.errors()));
    if (!limit.bounds().isEmpty()) {
      Map<String, String> bounds = new LinkedHashMap<>();
      limit.bounds().forEach((line, bound) -> bounds.put(line.word(), bound.toString()));
      out.put("bounds", bounds);
    }
    FindingText.verdict(limit).ifPresent(v -> out.put("verdict", v));
  }

  private static Map<String, Double> byWord(Map<Line, Double> values) {
    Map<String, Double> out = new LinkedHashMap<>();
    values.forEach((line, value) -> out.put(line.word(), value));
    return out;
  }
}

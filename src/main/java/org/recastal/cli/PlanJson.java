package org.recastal.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.recastal.study.spec.Mistake;
import org.recastal.study.spec.SpecMeaning;

/** A plan, or the mistakes of a spec, for programs. */
final class PlanJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private PlanJson() {}

  /** Every key of the spec with its meaning, defaults filled in, and what would run. */
  static String of(ScanPlan plan) {
    ObjectNode root = JSON.createObjectNode();
    root.put("sound", true);
    root.put("digest", SpecMeaning.digest(plan.spec()));
    root.put("told", plan.told());
    root.put("evaluations", plan.evaluations());
    plan.steps().ifPresent(s -> root.put("jobs", plan.jobs()));
    plan.cheapSteps().ifPresent(s -> root.put("cheapJobs", plan.cheapJobs()));
    plan.space().pool().ifPresent(pool -> root.put("poolSize", pool.points().size()));
    ObjectNode keys = root.putObject("keys");
    SpecMeaning.of(plan.spec()).forEach(keys::put);
    return root.toPrettyString() + "\n";
  }

  static String of(List<Mistake> mistakes) {
    ObjectNode root = JSON.createObjectNode();
    root.put("sound", false);
    ArrayNode list = root.putArray("mistakes");
    for (Mistake mistake : mistakes) {
      list.addObject()
          .put("file", mistake.file())
          .put("line", mistake.line())
          .put("column", mistake.column())
          .put("key", mistake.keyPath())
          .put("message", mistake.message());
    }
    return root.toPrettyString() + "\n";
  }
}

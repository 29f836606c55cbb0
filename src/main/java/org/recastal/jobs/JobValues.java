package org.recastal.jobs;

import java.util.LinkedHashMap;
import java.util.Map;
import org.recastal.RecastAlException;
import org.recastal.jobs.template.PlainNumber;
import org.recastal.jobs.template.TemplateNames;
import org.recastal.jobs.template.Value;

/** What a job is told: the same facts under the names of templates and of the environment. */
final class JobValues {

  private static final String OURS = "RECAST_AL_";
  private static final String PARAMETERS = "PARAM_";

  private JobValues() {}

  /** By the names of templates. */
  static Map<String, Value> of(Step step, PointFacts facts, int attempt, JobFolder folder) {
    Map<String, Value> values = new LinkedHashMap<>();
    values.put(TemplateNames.POINT, Value.text(facts.point()));
    values.put(TemplateNames.SCAN, Value.text(facts.scan()));
    values.put(TemplateNames.STEP, Value.text(step.name()));
    values.put(TemplateNames.ATTEMPT, Value.whole(attempt));
    values.put(TemplateNames.SEED, Value.whole(facts.seed()));
    values.put(TemplateNames.WORK, Value.text(folder.work().toString()));
    facts.data().ifPresent(d -> values.put(TemplateNames.DATA, Value.text(d.toString())));
    facts.parameters().forEach((name, value) -> values.put(name, Value.real(value)));
    return values;
  }

  /** By the names of environment variables. */
  static Map<String, String> environment(
      Step step, PointFacts facts, int attempt, JobFolder folder) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put(OURS + "SCAN", facts.scan());
    variables.put(OURS + "POINT", facts.point());
    variables.put(OURS + "STEP", step.name());
    variables.put(OURS + "ATTEMPT", Integer.toString(attempt));
    variables.put(OURS + "SEED", Long.toString(facts.seed()));
    variables.put(OURS + "JOB_DIR", folder.path().toString());
    facts.data().ifPresent(d -> variables.put(OURS + "DATA", d.toString()));
    facts.parameters().forEach((name, v) -> variables.put(PARAMETERS + name, PlainNumber.text(v)));
    return variables;
  }

  /** The name of a variable that a step may set itself. */
  static String free(String name) {
    if (name.isEmpty() || name.indexOf('=') >= 0 || name.indexOf('\0') >= 0) {
      throw RecastAlException.badInput(
          "'" + Printable.text(name) + "' is no name of an environment variable");
    }
    if (name.startsWith(OURS) || name.startsWith(PARAMETERS)) {
      throw RecastAlException.badInput(
          "environment variable " + name + " is set by recast-al; give yours another name");
    }
    return name;
  }
}

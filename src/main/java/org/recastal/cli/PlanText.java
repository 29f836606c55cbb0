package org.recastal.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.recastal.jobs.Program;
import org.recastal.jobs.Step;
import org.recastal.space.Constraint;
import org.recastal.space.Parameter;
import org.recastal.study.ScanLabels;
import org.recastal.study.spec.CheapSpec;
import org.recastal.study.spec.EvaluateSpec;
import org.recastal.study.spec.ExecutorSpec;
import org.recastal.study.spec.LikelihoodSpec;
import org.recastal.study.spec.LimitsSpec;
import org.recastal.study.spec.ReplaySpec;
import org.recastal.study.spec.ScanSpec;
import org.recastal.study.spec.SpecMeaning;
import org.recastal.study.spec.StartSpec;
import org.recastal.study.spec.StepsSpec;

/** A plan for people: one line per subject, aligned. */
final class PlanText {

  private static final int WIDTH = 13;

  private final Map<String, List<String>> lines = new LinkedHashMap<>();

  private PlanText() {}

  static String of(ScanPlan plan) {
    PlanText text = new PlanText();
    text.space(plan);
    text.question(plan.spec());
    text.machinery(plan.spec());
    plan.cheapSteps().ifPresent(s -> text.jobs("cheap steps", "cheap from", s));
    plan.steps().ifPresent(s -> text.jobs("steps", "limits from", s));
    plan.cheapSteps().or(plan::steps).ifPresent(s -> text.executors(s.executors()));
    plan.cheapSteps().ifPresent(s -> text.count("cheap jobs", plan.cheapJobs()));
    plan.steps().ifPresent(s -> text.count("jobs", plan.jobs()));
    String told = plan.told() == 0 ? "" : ", besides " + plan.told() + " results known already";
    text.add("evaluations", "at most " + plan.evaluations() + told);
    String title = plan.spec().title();
    String name = plan.spec().name();
    return (title.equals(name) ? name : name + ": " + title) + "\n" + text.aligned();
  }

  private void space(ScanPlan plan) {
    for (Parameter axis : plan.space().parameters()) {
      String unit = axis.unit().isEmpty() ? "" : " " + axis.unit();
      String step = axis.isStepped() ? ", in steps of " + number(axis.step()) : "";
      String scale = ", " + word(axis.scale());
      String bounds = number(axis.min()) + " to " + number(axis.max()) + unit;
      add("parameters", axis.name() + " from " + bounds + scale + step);
    }
    for (Constraint constraint : plan.space().constraints()) {
      add("constraints", constraint.expression());
    }
    plan.space().pool().ifPresent(pool -> add("pool", pool.points().size() + " points"));
  }

  private void question(ScanSpec spec) {
    LimitsSpec limits = spec.limits();
    String unit = limits.unit().isEmpty() ? "" : " in " + limits.unit();
    add("limits", limits.quantity().word() + unit + ", level " + limits.level());
    add("goal", ScanLabels.of(spec).goal());
  }

  private void machinery(ScanSpec spec) {
    start(spec.start());
    String running =
        spec.rounds().running().stream()
            .mapToObj(n -> ", asynchronous with " + n + " running")
            .collect(Collectors.joining());
    add("rounds", rounds(spec.rounds().sizes()) + running);
    Map<String, String> meaning = SpecMeaning.of(spec);
    settings("surrogate", meaning);
    spec.surrogate().cheap().ifPresent(this::cheap);
    settings("strategy", meaning);
    add("evaluate", evaluate(spec.evaluate()));
    settings("stop", meaning);
    add("seed", String.valueOf(spec.seed()));
  }

  private void cheap(CheapSpec cheap) {
    String by =
        cheap.source() instanceof CheapSpec.Evaluated evaluated
            ? evaluate(evaluated.evaluate())
            : "a program";
    String text =
        cheap
            .source()
            .plan()
            .map(p -> "at most " + p.points() + ", computed before round 1 by " + by)
            .orElse(cheap.rows().size() + " known");
    add("cheap limits", text);
  }

  private static String evaluate(EvaluateSpec evaluate) {
    if (evaluate instanceof ReplaySpec replay) {
      boolean pool = replay.mode() == ReplaySpec.Mode.POOL;
      return "replay of " + replay.table() + (pool ? ", its points only" : ", interpolated");
    }
    if (evaluate instanceof LikelihoodSpec likelihood) {
      return LikelihoodText.of(likelihood);
    }
    if (evaluate instanceof StepsSpec steps) {
      int count = steps.chain().steps().size();
      return count == 1 ? "1 step" : count + " steps, one after the other";
    }
    return "outside: suggest hands points out, observe brings their limits";
  }

  private void count(String subject, long jobs) {
    add(subject, "at most " + jobs + ", besides further attempts");
  }

  private void executors(Map<String, ExecutorSpec> executors) {
    executors.forEach(
        (name, e) -> add("executors", name + ": this machine, " + slots(e) + " at once"));
  }

  private void jobs(String subject, String from, StepsSpec steps) {
    for (Step step : steps.chain().steps()) {
      String sources = step.inputs().isEmpty() ? "" : ", takes " + join(step.inputs().values());
      String limit = step.timeLimit().map(t -> ", at most " + seconds(t)).orElse("");
      add(subject, step.name() + ": " + program(step.program()));
      add(subject, "  on " + step.executor() + limit + ", up to " + step.attempts() + " attempts");
      add(subject, "  leaves " + join(step.outputs().values()) + sources);
      if (!step.files().isEmpty()) {
        add(subject, "  with " + join(step.files().stream().map(Path::getFileName).toList()));
      }
    }
    steps.declaration().ifPresent(d -> add(from, steps.answer() + ", format " + d.format().word()));
    steps.likelihood().ifPresent(l -> add(from, steps.answer() + ", " + LikelihoodText.of(l)));
  }

  private static String seconds(Duration time) {
    return time.toSeconds() + " s";
  }

  private static int slots(ExecutorSpec executor) {
    return ((ExecutorSpec.Local) executor).jobs();
  }

  private static String program(Program program) {
    if (program instanceof Program.Command command) {
      return command.words().stream().map(PlanText::shown).collect(Collectors.joining(" "));
    }
    List<String> lines = ((Program.Shell) program).script().strip().lines().toList();
    return "sh: " + shown(lines.get(0)) + (lines.size() > 1 ? " …" : "");
  }

  /** A word in quotes where a reader could not tell where it ends. */
  private static String shown(String word) {
    String printable = word.replaceAll("\\p{Cntrl}", "?");
    return word.isEmpty() || (word.contains(" ") && !word.contains("{{"))
        ? "'" + printable + "'"
        : printable;
  }

  private static String join(Collection<?> things) {
    return things.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private void start(StartSpec start) {
    start.results().ifPresent(file -> add("start", "results of " + file));
    start.file().ifPresent(file -> add("start", "points of " + file));
    start.request().ifPresent(file -> add("start", "points of the request " + file));
    start.design().ifPresent(d -> add("start", start.points() + " points, " + word(d)));
  }

  private static String rounds(List<Integer> sizes) {
    if (sizes.isEmpty()) {
      return "none: the points of the start are all";
    }
    int last = sizes.get(sizes.size() - 1);
    int grown = sizes.size();
    while (grown > 0 && sizes.get(grown - 1) == last) {
      grown--;
    }
    if (grown == 0) {
      return sizes.size() + " of " + last + " points";
    }
    return sizes.size() - grown > 2
        ? sizes.size() + " of " + sizes.subList(0, grown) + " and then " + last + " points"
        : sizes.size() + " of " + sizes + " points";
  }

  private void settings(String block, Map<String, String> meaning) {
    String text =
        meaning.entrySet().stream()
            .filter(e -> e.getKey().startsWith(block + "."))
            .filter(e -> !e.getKey().startsWith("surrogate.cheap.evaluate."))
            .map(e -> e.getKey().substring(block.length() + 1) + " " + e.getValue())
            .collect(Collectors.joining(", "));
    add(block, text.isEmpty() ? "after the rounds" : text);
  }

  private void add(String subject, String line) {
    lines.computeIfAbsent(subject, s -> new ArrayList<>()).add(line);
  }

  private String aligned() {
    StringBuilder out = new StringBuilder();
    lines.forEach(
        (subject, texts) -> {
          String head = subject;
          for (String text : texts) {
            out.append("  ").append(head).append(" ".repeat(WIDTH - head.length())).append(text);
            out.append('\n');
            head = "";
          }
        });
    return out.toString();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }
}

package org.recastal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recastal.CommandRun;
import picocli.CommandLine;

/** Damaged specs never end in a stack trace: check says where the trouble is, or finds none. */
class MutatedSpecsTest {

  private static final int SPECS = 2_000;

  /** File, line and column of the spec, of a template or of a request; a table has no column. */
  private static final Pattern PLACED = Pattern.compile("(?s).+?:\\d+(:\\d+)?: .+");

  private static final Pattern COUNT = Pattern.compile("\\d+ mistakes?");

  /** A spec that uses what the others do not. */
  private static final String STEPS =
      """
      recast-al: 1
      name: steps
      parameters:
        m1: {min: 1, max: 9, step: 1}
        m2: {min: 1, max: 900, scale: log, label: "m_{2}"}
      constraints: ["m1 < m2"]
      limits: {quantity: xsec-limit, unit: fb}
      goal: {find: contour, of: {observed: 2, expected: 1}, at: 0.5}
      start: {request: request.yml, design: lhs, points: 4}
      rounds: [3]
      strategy: {name: straddle, batch: cl-mean, kappa: 3}
      evaluate:
        steps:
          generate:
            shell: ./analysis.sh "$PARAM_m1" > events.txt
            files: [analysis.sh]
            outputs: {events: events.txt}
            on: here
            time-limit: 1h30m
          fit:
            command: [./fit, "--m1={{m1}}", "{{m2:%.3f}}", 7]
            templates: {run.card: card.tmpl}
            environment: {THREADS: 1, M: "{{m1}}"}
            inputs: {events.txt: generate.events}
            outputs: {limits: out/limits.txt}
            attempts: 3
            invalid-exits: [3, 4]
            on: there
        limits:
          from: fit.limits
          format: regex
          pattern: "limit: (?<observed>[0-9.]+) (?<expected>[0-9.]+)"
          bracket: [0, 10]
          at-edge: failed
          far-bands: 5
      executors: {here: {local: {jobs: 2}}, there: {local: {}}}
      stop: {points: 30, wall-time: 2h, misclassified: {below: 0.01, rounds: 3}}
      """;

  @TempDir private Path folder;

  /** Made once: that takes longer than most checks. */
  private final CommandLine commands = RecastAl.commandLine();

  /** The folder and the name of a sound spec that can be checked there. */
  private record Original(Path folder, String text) {}

  private List<Original> originals() throws IOException {
    List<Original> out = new ArrayList<>();
    try (Stream<Path> examples = Files.list(Path.of("examples"))) {
      for (Path example : examples.sorted().toList()) {
        if (Files.isRegularFile(example.resolve("scan.yml"))) {
          out.add(copyOf(example));
        }
      }
    }
    for (NewSpec.Kind kind : NewSpec.Kind.values()) {
      Path spec = folder.resolve(kind.name()).resolve("scan.yml");
      CommandRun.done("init", kind, "-o", spec);
      out.add(new Original(spec.getParent(), Files.readString(spec)));
    }
    Path steps = folder.resolve("COMMAND");
    Files.writeString(steps.resolve("card.tmpl"), "m = {{m1}}\n");
    Files.writeString(
        steps.resolve("request.yml"),
        "type: recast_scan\nparameters: [m2, m1]\npoints: [{coordinates: [20, 1]}]\n");
    out.add(new Original(steps, STEPS));
    return out;
  }

  private Original copyOf(Path example) throws IOException {
    Path copy = Files.createDirectories(folder.resolve(example.getFileName()));
    try (Stream<Path> files = Files.list(example)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    return new Original(copy, Files.readString(example.resolve("scan.yml")));
  }

  @Test
  void check_ofDamagedSpecs_namesThePlaceOrFindsThemSound() throws IOException {
    SpecMutation mutation = new SpecMutation(new SplittableRandom(20260801));
    List<Original> originals = originals();
    Map<Integer, Integer> codes = new LinkedHashMap<>();
    List<String> failures = new ArrayList<>();
    for (int i = 0; i < SPECS; i++) {
      Original original = originals.get(i % originals.size());
      byte[] damaged = mutation.of(original.text());
      Path file = Files.write(original.folder().resolve("damaged.yml"), damaged);
      CommandRun run = check(file);
      codes.merge(run.code(), 1, Integer::sum);
      trouble(run)
          .ifPresent(t -> failures.add(t + "\n" + new String(damaged, StandardCharsets.UTF_8)));
    }
    assertThat(failures).as("of " + SPECS + " specs, exit codes " + codes).isEmpty();
    assertThat(codes).containsOnlyKeys(ExitCode.DONE, ExitCode.BAD_INPUT);
    // Neither all sound nor all broken, or the damages would show nothing.
    assertThat(codes.values()).allMatch(n -> n > SPECS / 20);
  }

  private CommandRun check(Path file) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        commands
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute("check", file.toString());
    return new CommandRun(code, out.toString(), err.toString());
  }

  private static Optional<String> trouble(CommandRun run) {
    boolean trace = (run.out() + run.err()).contains("Exception") || run.err().contains("at org.");
    if (trace || (run.code() != ExitCode.DONE && run.code() != ExitCode.BAD_INPUT)) {
      return Optional.of("exit code " + run.code() + ": " + run.err());
    }
    if (run.code() == ExitCode.DONE) {
      return Optional.empty();
    }
    return run.err()
        .lines()
        .filter(l -> !PLACED.matcher(l).matches() && !COUNT.matcher(l).matches())
        .findFirst()
        .map(l -> "a line without a place: " + l);
  }
}

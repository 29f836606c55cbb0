package org.recastal.study.spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Specs for tests. */
final class SpecFixture {

  static final String SMALL =
      """
      recast-al: 1
      name: small
      parameters:
        m1: {min: 100, max: 900, unit: GeV}
        m2: {min: 1, max: 600}
      limits: {quantity: xsec-limit, unit: fb}
      goal: {find: contour, at: 1.0}
      rounds: [6, 12]
      evaluate: {replay: {table: map.csv}}
      """;

  /** Every key of the format, none with its default. */
  static final String EVERY_KEY =
      """
      # yaml-language-server: $schema=scan-spec.schema.json
      recast-al: 1
      name: full
      title: "Everything: at once"
      parameters:
        m1: {min: 100, max: 900, scale: linear, unit: GeV, label: "m_{1}", step: 12.5}
        m2: {min: 1, max: 600, scale: log}
      constraints: ["m1 - m2 > 10"]
      pool: {file: pool.csv}
      limits: {quantity: xsec-limit, unit: fb, level: 0.9}
      goal:
        find: contour
        of: {observed: 6, expected: 5, expected-2s: 4, expected-1s: 3, expected+1s: 2, expected+2s: 1}
        at: 2.5
      start: {results: map.csv, file: pool.csv, design: sobol-scrambled, points: 4}
      rounds: {first: 3, points: 3, at-most: 2, running: 5}
      surrogate:
        kernel: rbf
        lengths: shared
        noise: {min: 1e-5, max: 0.2}
        refusals: ignore
        cheap: {table: cheap.csv, columns: {expected: sensitivity}}
      strategy: {name: straddle, batch: cl-mean, xi: 0.1, kappa: 3, eta: 2, explore-every: 4}
      evaluate:
        replay:
          table: map.csv
          mode: interpolate
          columns: {m1: mass1, observed: obs}
          unit: pb
          failed: {column: status, unless: "OK"}
          noise: 0.05
      stop:
        points: 30
        rounds: 10
        wall-time: 1d2h3m4s
        score-below: 1e-3
        misclassified: {below: 0.01, rounds: 3}
        contour-moved: {less-than: 0.005, rounds: 2}
        contour-error: {m1: 5}
        level-set: {tolerance: 0.1, confidence: 0.9}
      report:
        overlay:
          - {table: map.csv, title: "theirs", quantity: xsec-limit, columns: {m1: mass1}, unit: pb}
      seed: 7
      """;

  /** Every key of steps, none with its default. */
  static final String EVERY_STEP_KEY =
      """
      recast-al: 1
      name: full
      parameters:
        m1: {min: 100, max: 900, unit: GeV}
        m2: {min: 1, max: 600}
      limits: {quantity: xsec-limit, unit: fb}
      goal: {find: contour, at: 1.0}
      start: {request: request.yml}
      evaluate:
        limits:
          from: fit.limits
          format: regex
          unit: pb
          pattern: "limit: (?<observed>[0-9.]+)"
          select: last
          bracket: [0, 10]
          at-edge: failed
          fewest-events: 1000
          far-bands: 5
        steps:
          fit:
            command: [./fit.sh, --m1, "{{m1}}", --events, 1000]
            inputs: {events.txt: generate.events}
            outputs: {limits: limits.txt}
          generate:
            command: [python3, generate.py]
            files: [generate.py, map.csv]
            templates: {run.card: run.card.tmpl}
            environment: {OMP_NUM_THREADS: 1, MASS: "{{m2}}"}
            inputs: {}
            outputs: {events: out/events.txt}
            on: there
            time-limit: 1h30m
            attempts: 3
            invalid-exits: [3, 4]
      executors:
        local: {local: {jobs: 2}}
        there: {local: {}}
      """;

  /** Every key of likelihoods with a patch set. */
  static final String EVERY_PATCHSET_KEY =
      """
      recast-al: 1
      name: full
      limits: {quantity: mu-limit}
      goal: {find: contour, at: 1.0}
      evaluate:
        likelihood:
          workspace: background.json
          patchset: patchset.json
          measurement: nominal
          minima: global
      """;

  /** Every key of likelihoods with counts and a table of yields. */
  static final String EVERY_COUNTING_KEY =
      """
      recast-al: 1
      name: full
      parameters:
        m1: {min: 100, max: 900, unit: GeV}
        m2: {min: 1, max: 600}
      limits: {quantity: cls}
      goal: {find: contour, at: 0.05}
      evaluate:
        likelihood:
          counting: {observed: 3, background: 2.5, error: 0.7}
          signal: {table: pool.csv}
          cross-sections: {table: map.csv, unit: pb, errors: relative}
      surrogate:
        cheap: {evaluate: {likelihood: {counting: {observed: 3, background: 2.5, error: 0.7}, signal: {table: pool.csv}}}, points: 40}
      """;

  /** Every key of cheap limits that a program computes. */
  static final String EVERY_CHEAP_COMMAND_KEY =
      SMALL.replace("name: small", "name: full")
          + """
          surrogate:
            cheap:
              command: [python3, generate.py, "{{points}}", --to, "{{limits}}", 3]
              files: [generate.py, map.csv]
              columns: {expected: sensitivity}
              points: 300
              design: halton
              per-table: 60
          """;

  /** Every key of cheap limits from a table. */
  static final String EVERY_CHEAP_REPLAY_KEY =
      SMALL.replace("name: small", "name: full")
          + "surrogate: {cheap: {evaluate: {replay: {table: map.csv}}, points: 10}}\n";

  /** Every key of cheap limits by steps. */
  static final String EVERY_CHEAP_STEP_KEY =
      SMALL.replace("name: small", "name: full")
          + """
          surrogate:
            cheap:
              points: 10
              evaluate:
                steps: {fit: {command: [./fit.sh, "{{m1}}", "{{m2}}"], outputs: {limits: limits.txt}}}
                limits: {from: fit.limits, format: csv}
          """;

  private SpecFixture() {}

  static void writeFiles(Path folder) throws IOException {
    Files.writeString(folder.resolve("map.csv"), "m1,m2,observed\n200,10,1.5\n300,10,2.5\n");
    Files.writeString(
        folder.resolve("cheap.csv"), "m1,m2,sensitivity\n200,10,3\n300,10,2\n250,50,1\n");
    Files.writeString(folder.resolve("fit.sh"), "#!/bin/sh\n");
    Files.writeString(folder.resolve("generate.py"), "print()\n");
    Files.writeString(folder.resolve("run.card.tmpl"), "mass = {{m1}}\n");
    Files.writeString(
        folder.resolve("request.yml"),
        "type: recast_scan\nparameters: [m1, m2]\npoints: [{coordinates: [200, 10]}]\n");
    Files.writeString(folder.resolve("background.json"), "{}");
    Files.writeString(
        folder.resolve("patchset.json"),
        """
        {"metadata": {"labels": ["m(1)", "m2"], "digests": {"md5": "00"}}, "version": "1.0.0",
         "patches": [{"metadata": {"name": "a", "values": [1, 10]}, "patch": []},
                     {"metadata": {"name": "b", "values": [2, 30]}, "patch": []}]}
        """);
    Files.writeString(
        folder.resolve("pool.csv"), "m1,m2,note\n200,10,a\n# later\n300,20,b\n200,10,c\n");
  }
}

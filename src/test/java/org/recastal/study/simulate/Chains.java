package org.recastal.study.simulate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.recastal.study.spec.ScanSpec;
import org.recastal.study.spec.ScanSpecReader;
import org.recastal.study.spec.StepsSpec;

/** Specs of chains whose jobs can be counted by hand. */
public final class Chains {

  /** One executor of two slots, two steps, three attempts at the first. */
  public static final String SHARED =
      """
      recast-al: 1
      name: chain
      parameters:
        mass: {min: 100, max: 500, unit: GeV}
        coupling: {min: 1.0e-3, max: 1.0e-1, scale: log}
      limits: {quantity: mu-limit}
      goal: {find: contour, of: [observed, expected], at: 1.0}
      start: {design: sobol, points: 3}
      rounds: {points: 3, at-most: 2}
      evaluate:
        steps:
          generate:
            command: ["./generate"]
            outputs: {events: events.lhe}
            time-limit: 2h
            attempts: 3
            on: here
          fit:
            command: ["./fit"]
            inputs: {events.lhe: generate.events}
            outputs: {limits: limits.json}
            on: here
        limits: {from: fit.limits, format: neutral}
      executors:
        here: {local: {jobs: 2}}
      seed: 5
      """;

  /** The same with an executor of one slot per step. */
  public static final String APART =
      SHARED
          .replaceFirst("attempts: 3\n      on: here", "attempts: 3\n      on: farm")
          .replace(
              "here: {local: {jobs: 2}}", "here: {local: {jobs: 1}}\n  farm: {local: {jobs: 1}}");

  private Chains() {}

  /** Writes a spec and the programs that it names into a folder. */
  public static Path write(Path folder, String text) {
    try {
      for (String program : new String[] {"generate", "fit"}) {
        Path file = Files.writeString(folder.resolve(program), "#!/bin/sh\n");
        file.toFile().setExecutable(true);
      }
      return Files.writeString(folder.resolve("scan.yml"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ScanSpec spec(Path folder, String text) {
    return ScanSpecReader.read(write(folder, text));
  }

  static StepsSpec steps(ScanSpec spec) {
    return (StepsSpec) spec.evaluate();
  }
}

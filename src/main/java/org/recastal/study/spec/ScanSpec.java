package org.recastal.study.spec;

import org.recastal.space.SearchSpace;

/**
 * A whole scan spec, checked and with its defaults filled in. Paths are absolute, resolved against
 * the folder of the spec.
 *
 * <pre>{@code
 * recast-al: 1
 * name: tchiwz
 * title: Wino-like chargino and neutralino to WZ
 * parameters:
 *   m_C1:  {min: 100, max: 975, unit: GeV, label: "m(χ̃^{±}_{1})"}
 *   m_LSP: {min: 0, max: 600, unit: GeV}
 * constraints: ["m_C1 - m_LSP > 10"]
 * limits: {quantity: mu-limit}
 * goal: {find: contour, of: [observed, expected], at: 1.0}
 * start: {design: sobol, points: 8}
 * rounds: {points: 8, at-most: 7}
 * evaluate: {replay: {table: tchiwz.csv}}
 * stop: {points: 64}
 * seed: 1
 * }</pre>
 *
 * @param name short name, letters, digits, {@code - _ .}
 * @param title one line for people; the name when not given
 * @param space parameters, constraints and (from the evaluator's table) the pool
 */
public record ScanSpec(
    String name,
    String title,
    SearchSpace space,
    LimitsSpec limits,
    GoalSpec goal,
    StartSpec start,
    RoundsSpec rounds,
    SurrogateSpec surrogate,
    StrategySpec strategy,
    EvaluateSpec evaluate,
    StopSpec stop,
    ReportSpec report,
    long seed) {

  /** This spec under another name. */
  public ScanSpec withName(String other) {
    return new ScanSpec(
        other, title, space, limits, goal, start, rounds, surrogate, strategy, evaluate, stop,
        report, seed);
  }

  /** This spec over another space, such as the same one with the pool of a table. */
  public ScanSpec withSpace(SearchSpace other) {
    return new ScanSpec(
        name, title, other, limits, goal, start, rounds, surrogate, strategy, evaluate, stop,
        report, seed);
  }

  /** This spec with its points evaluated in another way. */
  public ScanSpec withEvaluate(EvaluateSpec other) {
    return new ScanSpec(
        name, title, space, limits, goal, start, rounds, surrogate, strategy, other, stop, report,
        seed);
  }

  /** This spec with another report. */
  public ScanSpec withReport(ReportSpec other) {
    return new ScanSpec(
        name, title, space, limits, goal, start, rounds, surrogate, strategy, evaluate, stop, other,
        seed);
  }

  /** The same with another surrogate. */
  public ScanSpec withSurrogate(SurrogateSpec other) {
    return new ScanSpec(
        name, title, space, limits, goal, start, rounds, other, strategy, evaluate, stop, report,
        seed);
  }

  /** This spec with other random numbers. */
  public ScanSpec withSeed(long other) {
    return new ScanSpec(
        name, title, space, limits, goal, start, rounds, surrogate, strategy, evaluate, stop,
        report, other);
  }
}

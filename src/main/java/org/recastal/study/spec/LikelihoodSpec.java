package org.recastal.study.spec;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.recastal.likelihood.PatchSet;
import org.recastal.likelihood.signal.CountingRegion;

/**
 * A likelihood is fitted for each point, in this program.
 *
 * <pre>{@code
 * evaluate:
 *   likelihood:
 *     workspace: BkgOnly.json
 *     patchset: patchset.json.gz     # the signals: the pool, and the parameters
 *     measurement: NormalMeasurement # the first when not given
 *     minima: nominal                # or global
 * evaluate:
 *   likelihood:
 *     counting: {SR1: {observed: 12, background: 10.2, error: 1.3}, SR2: {…}}
 *     signal: {table: yields.csv}    # or select.yields, the output of a step
 * }</pre>
 *
 * @param background what is expected without signal, and what was observed
 * @param signal what the model adds
 * @param minima which of several minima counts
 * @param crossSections theory, for cross-section limits and bands
 */
public record LikelihoodSpec(
    Background background, Signal signal, Minima minima, Optional<CrossSectionSpec> crossSections)
    implements EvaluateSpec {

  /** What is expected without signal, and what was observed. */
  public sealed interface Background {}

  /**
   * A background-only workspace.
   *
   * @param file pyhf JSON, compressed or not
   * @param measurement its name; the first when empty
   */
  public record WorkspaceFile(Path file, Optional<String> measurement) implements Background {}

  /**
   * Counting experiments, whose backgrounds are independent.
   *
   * @param regions with different names, at least one
   */
  public record Counting(List<CountingRegion> regions) implements Background {
    public Counting {
      regions = List.copyOf(regions);
    }
  }

  /** Where the signal of a point comes from. */
  public sealed interface Signal {}

  /**
   * The patches of a patch set, which are the pool.
   *
   * @param file the file
   * @param patches what it holds
   */
  public record Patches(Path file, PatchSet patches) implements Signal {

    /** The name of the parameter that each label is, in order. */
    public List<String> parameterNames() {
      return new PatchAxes(file, patches).names();
    }
  }

  /**
   * A table of yields whose points are the pool.
   *
   * @param file the file
   */
  public record Table(Path file) implements Signal {}

  /** The output of a step of {@link StepsSpec}. */
  public record StepYields() implements Signal {}

  /** Which minimum counts when a likelihood has several. */
  public enum Minima {
    /** The one that the nominal parameters lead to: what published limits are. */
    NOMINAL,
    /** The lowest of several starts. */
    GLOBAL
  }
}

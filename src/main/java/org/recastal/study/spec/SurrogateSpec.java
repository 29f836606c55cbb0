package org.recastal.study.spec;

import java.util.Optional;
import org.recastal.surrogate.GpSettings;

/**
 * The Gaussian process.
 *
 * <pre>{@code
 * surrogate: {kernel: matern52, lengths: oblique, noise: {min: 1.0e-6, max: 0.1}}
 * surrogate: {cheap: {table: truth-level.csv, columns: {expected: sensitivity}}}
 * surrogate: {refusals: ignore}
 * }</pre>
 *
 * @param settings kernel, along which directions it has lengths, noise bounds as a fraction of the
 *     variance of the values
 * @param cheap a table of cheap values that guide the answers
 * @param learnsRefusals whether points without an answer teach where not to go
 * @param choosesKernel whether the kernel is chosen by evidence after every round; until there is
 *     some, it is that of the settings
 */
public record SurrogateSpec(
    GpSettings settings, Optional<CheapSpec> cheap, boolean learnsRefusals, boolean choosesKernel) {

  /** The same with other cheap values. */
  public SurrogateSpec withCheap(CheapSpec other) {
    return new SurrogateSpec(settings, Optional.of(other), learnsRefusals, choosesKernel);
  }

  /** A surrogate of the answers alone. */
  public SurrogateSpec(GpSettings settings) {
    this(settings, Optional.empty(), true, false);
  }
}

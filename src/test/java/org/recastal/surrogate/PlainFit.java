package org.recastal.surrogate;

import java.util.Optional;
import org.recastal.numerics.RandomStream;

/** Plain maximum likelihood, to compare with: the same search without the weak prior. */
public final class PlainFit {

  private PlainFit() {}

  public static GaussianProcess of(TrainingSet told, GpSettings settings, RandomStream random) {
    HyperparameterFit plain =
        new HyperparameterFit(HyperparameterFit.of(settings).bounds(), HyperparameterPrior.NONE, 0);
    return GaussianProcess.fit(told, settings, plain, Optional.empty(), random);
  }
}

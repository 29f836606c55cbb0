package org.recastal.surrogate;

import java.util.Optional;
import java.util.Set;
import org.recastal.numerics.RandomStream;
import org.recastal.surrogate.HyperparameterPrior.Bell;

/**
 * Learns the hyperparameters of one line together with the power of a {@link PowerWarp} of its
 * values (warped Gaussian processes: Snelson, Rasmussen, Ghahramani 2003). Both are looked for by
 * turns: the power of highest evidence at given hyperparameters is cheap, since all powers share
 * one covariance.
 */
final class WarpFit {

  /** Tenths: a finer power changes no choice. */
  private static final int POWERS = 20;

  private static final int TURNS = 2;

  /** Values that need no warp are left as they are. */
  private static final Bell POWER = Bell.about(1, 1);

  private final TrainingSet training;
  private final TrainingSet values;
  private final GpSettings settings;
  private final HyperparameterFit fit;

  WarpFit(TrainingSet training, GpSettings settings, HyperparameterFit fit) {
    training.requireFinite();
    this.training = training;
    this.values = training.only(Set.of(Reading.VALUE));
    this.settings = settings;
    this.fit = fit;
  }

  Hyperparameters search(Optional<Hyperparameters> warmStart, RandomStream random) {
    double power = warmStart.map(Hyperparameters::power).orElse(1.0);
    Hyperparameters best = at(power, warmStart, random);
    for (int turn = 0; turn < TURNS; turn++) {
      double next = bestPower(best);
      if (next == power) {
        return best;
      }
      power = next;
      best = at(power, Optional.of(best), random);
    }
    return best;
  }

  /** With the weak belief in hyperparameters and power, of the values as they are. */
  double logEvidence(Hyperparameters found) {
    return logEvidence(found.power(), found);
  }

  private Hyperparameters at(
      double power, Optional<Hyperparameters> warmStart, RandomStream random) {
    TrainingSet warped = PowerWarp.of(power, training).warped(training);
    return GaussianProcess.fit(warped, settings, fit, warmStart, random)
        .hyperparameters()
        .withPower(power);
  }

  private double bestPower(Hyperparameters hyperparameters) {
    double best = 1;
    double most = logEvidence(best, hyperparameters);
    for (int k = 0; k <= POWERS; k++) {
      double power = PowerWarp.SMALLEST + k * (PowerWarp.LARGEST - PowerWarp.SMALLEST) / POWERS;
      double evidence = logEvidence(power, hyperparameters);
      if (evidence > most) {
        most = evidence;
        best = power;
      }
    }
    return best;
  }

  /** Of the values as they are: that of the warped ones times the slopes of the warp. */
  private double logEvidence(double power, Hyperparameters hyperparameters) {
    if (values.size() == 0) {
      return 0;
    }
    PowerWarp warp = PowerWarp.of(power, training);
    TrainingSet warped = warp.warped(values);
    double slopes = 0;
    for (double value : values.values().data()) {
      slopes += warp.logSlope(value);
    }
    double scale = Standardisation.of(warped).scale()[0];
    return GaussianProcess.with(warped, settings, hyperparameters).logEvidence(settings)
        - values.size() * Math.log(scale)
        + slopes
        + POWER.logDensity(power);
  }
}

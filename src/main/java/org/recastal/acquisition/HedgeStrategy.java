package org.recastal.acquisition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.recastal.acquisition.Target.Minimum;
import org.recastal.acquisition.score.Incumbent;
import org.recastal.acquisition.score.Score;
import org.recastal.numerics.Matrix;

/**
 * The hedge over EI, confidence bound and PI. The gains are brought up to date once per round, by
 * the surrogate fitted on what was really answered, with the nominations for the round's first
 * point. For each further point of a batch the three nominate again on the believed surrogate and
 * an arm is drawn again with the same probabilities: believed values are no evidence for or against
 * an arm.
 *
 * <p>By default gains count in standard deviations of the observed values, so that the draw does
 * not depend on the units of the values; in scikit-optimize's way they are raw.
 */
final class HedgeStrategy implements Strategy {

  private static final int ARMS = 3;

  private final StrategySettings settings;
  private final GpHedge hedge;

  HedgeStrategy(StrategySettings settings) {
    this.settings = settings;
    this.hedge = new GpHedge(settings.eta());
  }

  @Override
  public Batch choose(Situation situation, int size) {
    int line = line(situation.target());
    BatchInProgress batch = new BatchInProgress(situation, settings.batch(), size);
    double[] gains = gains(situation, batch.belief().incumbent(line, raw()));
    double[] probabilities = hedge.probabilities(gains);
    List<List<Double>> nominations = new ArrayList<>();
    while (batch.size() < size) {
      List<Score> arms = Scores.hedgeArms(settings, line, batch.belief());
      List<Candidate> nominated = batch.nominate(arms);
      if (nominated.isEmpty()) {
        break;
      }
      if (batch.size() == 0) {
        nominated.forEach(c -> nominations.add(Arrays.stream(c.point()).boxed().toList()));
      }
      double uniform = situation.random().child("hedge " + batch.size()).nextDouble();
      int arm = GpHedge.choice(probabilities, uniform);
      batch.accept(nominated.get(arm), reason(arms.get(arm), probabilities[arm]));
    }
    List<Double> memory = Arrays.stream(gains).boxed().toList();
    return new Batch(batch.suggestions(), new StrategyMemory(memory, nominations));
  }

  private double[] gains(Situation situation, Incumbent units) {
    StrategyMemory memory = situation.memory();
    if (memory.gains().isEmpty()) {
      return new double[ARMS];
    }
    double[] gains = memory.gains().stream().mapToDouble(Double::doubleValue).toArray();
    if (memory.nominations().isEmpty()) {
      return gains;
    }
    double[] means = situation.surrogate().posterior(rows(memory.nominations())).mean(units.line());
    return hedge.updated(gains, Arrays.stream(means).map(units::standard).toArray());
  }

  private static Matrix rows(List<List<Double>> points) {
    List<double[]> rows = new ArrayList<>();
    for (List<Double> point : points) {
      rows.add(point.stream().mapToDouble(Double::doubleValue).toArray());
    }
    return Matrix.ofRows(rows, rows.get(0).length);
  }

  private boolean raw() {
    return settings.compatibleWithSkopt();
  }

  private static int line(Target target) {
    if (target instanceof Minimum minimum) {
      return minimum.line();
    }
    throw Scores.noContour(StrategySettings.Name.GP_HEDGE);
  }

  private static String reason(Score score, double probability) {
    return String.format(
        Locale.ROOT, "gp-hedge drew %s (probability %.2f) ", score.word(), probability);
  }
}

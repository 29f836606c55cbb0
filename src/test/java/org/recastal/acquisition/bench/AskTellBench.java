package org.recastal.acquisition.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.recastal.acquisition.StrategyMemory;
import org.recastal.acquisition.TestFunctions;
import org.recastal.acquisition.UnitBox;
import org.recastal.acquisition.design.Design;
import org.recastal.acquisition.design.InitialDesign;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.RandomStream;
import org.recastal.surrogate.Hyperparameters;
import org.recastal.surrogate.TrainingSet;

/**
 * CPU seconds of one tell and ask (fit, then one point by the default for extrema) on Branin in a
 * running process, compiler and collector threads included: the median of several.
 */
public final class AskTellBench {

  private static final int REPETITIONS = 9;

  private AskTellBench() {}

  public static void main(String[] args) {
    askTell(50, 12);
    for (int n : new int[] {20, 50, 100, 200}) {
      double[] seconds = askTell(n, REPETITIONS);
      Arrays.sort(seconds);
      System.out.printf(
          Locale.ROOT, "n = %d: %.3f s (least %.3f)%n", n, seconds[REPETITIONS / 2], seconds[0]);
    }
  }

  private static double[] askTell(int n, int repetitions) {
    double[] seconds = new double[repetitions];
    Matrix inputs =
        InitialDesign.points(
            Design.SOBOL_SCRAMBLED, n, UnitBox.continuous(2), RandomStream.named(1, 0, "points"));
    ExtremumCampaign campaign = ExtremumCampaign.of(TestFunctions.BRANIN);
    TrainingSet told = TrainingSet.exact(inputs, campaign.valuesAt(inputs));
    Optional<Hyperparameters> warm = Optional.empty();
    for (int r = 0; r < repetitions; r++) {
      double start = cpuSeconds();
      ExtremumCampaign.Learnt learnt = campaign.tell(told, warm, RandomStream.named(1, r, "fit"));
      campaign.ask(learnt.belief(), told, StrategyMemory.NONE, RandomStream.named(1, r, "choose"));
      seconds[r] = cpuSeconds() - start;
      warm = Optional.of(learnt.hyperparameters());
    }
    return seconds;
  }

  private static double cpuSeconds() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1e9;
  }
}

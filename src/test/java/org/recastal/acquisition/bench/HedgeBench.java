package org.recastal.acquisition.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.recastal.acquisition.StrategySettings;
import org.recastal.acquisition.TestFunctions;
import org.recastal.acquisition.TestFunctions.Problem;
import org.recastal.acquisition.UnitBox;
import org.recastal.acquisition.design.Design;
import org.recastal.study.spec.SurrogateSpec;
import org.recastal.surrogate.AxisLengths;
import org.recastal.surrogate.GpSettings;
import org.recastal.surrogate.Kernel;

/**
 * Minimises test functions one evaluation at a time for several seeds and prints median and
 * quartiles of the simple regret. Arguments: function, strategy, kernel, number of seeds, then as
 * far as wanted smallest noise, ξ, κ, η.
 */
public final class HedgeBench {

  private static final int START = 10;
  private static final List<Integer> SHOWN = List.of(10, 20, 30, 50);

  private HedgeBench() {}

  public static void main(String[] args) {
    Problem problem = problem(args[0]);
    StrategySettings usual =
        StrategySettings.of(StrategySettings.Name.valueOf(args[1].toUpperCase(Locale.ROOT)));
    StrategySettings strategy =
        new StrategySettings(
            usual.name(),
            usual.batch(),
            args.length > 5 ? Double.parseDouble(args[5]) : usual.xi(),
            args.length > 6 ? Double.parseDouble(args[6]) : usual.kappa(),
            args.length > 7 ? Double.parseDouble(args[7]) : usual.eta(),
            false);
    double noiseMin = args.length > 4 ? Double.parseDouble(args[4]) : GpSettings.DEFAULT.noiseMin();
    GpSettings gp =
        new GpSettings(
            Kernel.ofWord(args[2]).orElseThrow(),
            AxisLengths.PER_AXIS,
            noiseMin,
            GpSettings.DEFAULT.noiseMax());
    int seeds = Integer.parseInt(args[3]);
    ExtremumCampaign campaign =
        new ExtremumCampaign(
            problem,
            UnitBox.continuous(problem.dimension()),
            Design.LHS,
            START,
            new SurrogateSpec(gp),
            strategy);
    double[][] regret = new double[seeds][];
    for (int seed = 0; seed < seeds; seed++) {
      regret[seed] = campaign.regrets(seed + 1, SHOWN.get(SHOWN.size() - 1));
    }
    StringBuilder line = new StringBuilder(String.join(" ", args));
    for (int n : SHOWN) {
      double[] sorted = Arrays.stream(regret).mapToDouble(r -> r[n - 1]).sorted().toArray();
      line.append(
          String.format(
              Locale.ROOT,
              "  %d: %.3g [%.2g, %.2g]",
              n,
              (sorted[(seeds - 1) / 2] + sorted[seeds / 2]) / 2,
              sorted[seeds / 4],
              sorted[seeds - 1 - seeds / 4]));
    }
    System.out.println(line);
  }

  static Problem problem(String name) {
    return switch (name) {
      case "branin" -> TestFunctions.BRANIN;
      case "excess2d" -> TestFunctions.EXCESS_2D;
      case "hartmann6" -> TestFunctions.HARTMANN6;
      default -> TestFunctions.PVALUE;
    };
  }
}

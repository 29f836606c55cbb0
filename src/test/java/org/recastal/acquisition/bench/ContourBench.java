package org.recastal.acquisition.bench;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.recastal.acquisition.StrategySettings;
import org.recastal.numerics.Matrix;
import org.recastal.surrogate.AxisLengths;
import org.recastal.surrogate.GpSettings;
import org.recastal.surrogate.Kernel;

/**
 * Finds a contour with a choice of settings, for several seeds, and prints the fraction classified
 * rightly. Arguments: problem (L2, L3, L4 or a map), line, strategy, kernel, {@code oblique},
 * {@code per-axis} or {@code shared} lengths, number of seeds, and, if wanted, each how many-eth
 * point explores.
 */
public final class ContourBench {

  private ContourBench() {}

  public static void main(String[] args) throws IOException {
    StrategySettings usual =
        StrategySettings.of(StrategySettings.Name.valueOf(args[2].toUpperCase(Locale.ROOT)));
    StrategySettings strategy =
        new StrategySettings(
            usual.name(),
            usual.batch(),
            usual.xi(),
            usual.kappa(),
            usual.eta(),
            usual.compatibleWithSkopt(),
            args.length > 6 ? Integer.parseInt(args[6]) : usual.exploreEvery());
    GpSettings gp =
        new GpSettings(
            Kernel.ofWord(args[3]).orElseThrow(),
            AxisLengths.ofWord(args[4]).orElseThrow(),
            GpSettings.DEFAULT.noiseMin(),
            GpSettings.DEFAULT.noiseMax());
    ContourCampaign campaign =
        ContourCampaign.inEights(ContourProblem.named(args[0], args[1]), strategy, gp);
    List<Matrix> seeds =
        IntStream.rangeClosed(1, Integer.parseInt(args[5]))
            .parallel()
            .mapToObj(campaign::accuracies)
            .toList();
    System.out.println(String.join(" ", args) + ContourCampaign.summary(seeds));
  }
}

package org.recastal.study.spec;

import java.util.Optional;
import java.util.function.Function;
import org.recastal.surrogate.AxisLengths;
import org.recastal.surrogate.GpSettings;
import org.recastal.surrogate.Kernel;

/** Reads the block of {@link SurrogateSpec}. */
final class SurrogateReader {

  private static final String AUTO = "auto";

  private SurrogateReader() {}

  /**
   * Reads it.
   *
   * @param looksFor what holds where the block says nothing
   * @param cheap reads the block of the cheap values; nothing when a mistake elsewhere forbids it
   */
  static SurrogateSpec read(
      Block surrogate, Usual looksFor, Function<Block, Optional<CheapSpec>> cheap) {
    GpSettings usual = looksFor.surrogate();
    Optional<Block> noise = surrogate.block("noise");
    double min = noise.flatMap(n -> n.number("min")).orElse(usual.noiseMin());
    double max = noise.flatMap(n -> n.number("max")).orElse(usual.noiseMax());
    if (noise.isPresent() && min > max) {
      noise
          .get()
          .mistake(
              "max",
              "expected at least min = "
                  + Spelling.number(min)
                  + ", found "
                  + Spelling.number(max));
    }
    return new SurrogateSpec(
        new GpSettings(
            surrogate.choice("kernel", word -> kernel(word, usual)).orElse(usual.kernel()),
            surrogate.choice("lengths", AxisLengths::ofWord).orElse(usual.lengths()),
            min,
            max,
            usual.purpose()),
        surrogate.block("cheap").flatMap(cheap),
        surrogate.text("refusals").map("learn"::equals).orElse(true),
        surrogate
            .text("kernel")
            .map(AUTO::equals)
            .orElse(looksFor.choosesKernel() && !surrogate.has("cheap")));
  }

  /** A kernel: for the choice by evidence, that of before there is any. */
  private static Optional<Kernel> kernel(String word, GpSettings usual) {
    return word.equals(AUTO) ? Optional.of(usual.kernel()) : Kernel.ofWord(word);
  }
}

package org.recastal.likelihood;

import java.util.List;

/**
 * A channel of a model.
 *
 * @param name its name
 * @param bins its number of bins
 * @param firstBin the index of its first bin in the main data
 * @param samples sorted by name, each once
 */
record ChannelPlan(String name, int bins, int firstBin, List<SamplePlan> samples) {

  /**
   * A sample of a channel.
   *
   * @param sample as written
   * @param modifiers sorted by name and type, each once
   */
  record SamplePlan(Sample sample, List<Modifier> modifiers) {}
}

package org.recastal.likelihood;

import java.util.List;

/**
 * A channel, as written.
 *
 * @param name its name
 * @param samples in file order, at least one
 * @param place where it stands
 */
record Channel(String name, List<Sample> samples, JsonPlace place) {

  /** The number of bins. */
  int bins() {
    return samples.get(0).nominal().length;
  }
}

package org.recastal.likelihood.signal;

import java.util.Arrays;

/**
 * What a signal adds to one region at strength 1, in events.
 *
 * @param region name of a channel; empty for the only one that there is
 * @param yields expected events per bin
 * @param errors statistical error of each, in events; empty when none is known
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RegionYield(String region, double[] yields, double[] errors) {

  boolean hasErrors() {
    return Arrays.stream(errors).anyMatch(e -> e > 0);
  }
}

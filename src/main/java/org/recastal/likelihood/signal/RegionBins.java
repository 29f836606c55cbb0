package org.recastal.likelihood.signal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.recastal.RecastAlException;

/** The bins of one signal, gathered one by one. */
final class RegionBins {

  private static final double[] NO_ERRORS = {};

  private final Map<String, TreeMap<Integer, Bin>> regions = new LinkedHashMap<>();

  /**
   * One bin.
   *
   * @param error empty when there is no column of errors
   */
  private record Bin(double yield, OptionalDouble error) {}

  /** Takes a bin, counted from 1. */
  void add(String where, String region, int bin, double yield, OptionalDouble error) {
    Bin earlier =
        regions
            .computeIfAbsent(region, r -> new TreeMap<>())
            .putIfAbsent(bin, new Bin(yield, error));
    if (earlier != null) {
      throw RecastAlException.badInput(
          "%s: region %s, bin %d has a yield already; keep one".formatted(where, region, bin));
    }
  }

  /** All regions, each with its bins from 1 on. */
  List<RegionYield> yields(String source) {
    List<RegionYield> yields = new ArrayList<>();
    regions.forEach(
        (region, bins) -> {
          int count = bins.size();
          if (bins.firstKey() != 1 || bins.lastKey() != count) {
            throw RecastAlException.badInput(
                "%s: region %s has bins %s; expected them from 1 on without a gap"
                    .formatted(source, region, bins.keySet()));
          }
          boolean withErrors = bins.values().stream().anyMatch(b -> b.error().isPresent());
          yields.add(
              new RegionYield(
                  region,
                  bins.values().stream().mapToDouble(Bin::yield).toArray(),
                  withErrors
                      ? bins.values().stream().mapToDouble(b -> b.error().orElse(0)).toArray()
                      : NO_ERRORS));
        });
    return yields;
  }
}

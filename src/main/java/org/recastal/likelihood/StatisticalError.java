package org.recastal.likelihood;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.recastal.likelihood.ChannelPlan.SamplePlan;

/**
 * The staterror modifiers of one name. Their width in a bin is the quadratic sum of the errors of
 * the samples that carry the modifier, relative to the sum of the nominal counts of these samples.
 */
final class StatisticalError {

  private final String name;
  private final Modifier first;
  private final Map<String, List<String>> carriers = new LinkedHashMap<>();
  private final Map<String, double[]> totals = new LinkedHashMap<>();
  private final Map<String, List<double[]>> errors = new LinkedHashMap<>();

  private StatisticalError(Modifier first) {
    this.name = first.name();
    this.first = first;
  }

  /** Those of a model, sorted by name. */
  static List<StatisticalError> all(List<ChannelPlan> channels) {
    Map<String, StatisticalError> byName = new TreeMap<>(CodePointOrder.INSTANCE);
    for (ChannelPlan channel : channels) {
      for (SamplePlan sample : channel.samples()) {
        for (Modifier modifier : sample.modifiers()) {
          if (modifier.type() == ModifierType.STATERROR) {
            byName
                .computeIfAbsent(modifier.name(), n -> new StatisticalError(modifier))
                .add(modifier, sample.sample(), channel);
          }
        }
      }
    }
    byName.values().forEach(StatisticalError::refuseUnequalCarriers);
    return new ArrayList<>(byName.values());
  }

  Modifier first() {
    return first;
  }

  /** One factor per bin of the channels that carry the modifier, in their order. */
  ParameterSet parameters() {
    double[] widths = new double[totals.values().stream().mapToInt(t -> t.length).sum()];
    int i = 0;
    for (Map.Entry<String, double[]> channel : totals.entrySet()) {
      double[] total = channel.getValue();
      for (int b = 0; b < total.length; b++) {
        widths[i++] = width(total[b], errors.get(channel.getKey()), b);
      }
    }
    return ParameterSet.statistical(name, widths);
  }

  private static double width(double total, List<double[]> errors, int bin) {
    if (!(total > 0)) {
      return 0;
    }
    double sum = 0;
    for (double[] error : errors) {
      double relative = error[bin] / total;
      sum += relative * relative;
    }
    return Math.sqrt(sum);
  }

  private void add(Modifier modifier, Sample sample, ChannelPlan channel) {
    carriers.computeIfAbsent(sample.name(), s -> new ArrayList<>()).add(channel.name());
    double[] total = totals.computeIfAbsent(channel.name(), c -> new double[channel.bins()]);
    for (int b = 0; b < total.length; b++) {
      total[b] += sample.nominal()[b];
    }
    errors.computeIfAbsent(channel.name(), c -> new ArrayList<>()).add(modifier.low());
  }

  private void refuseUnequalCarriers() {
    if (carriers.values().stream().distinct().count() > 1) {
      throw first
          .place()
          .failure(
              "staterror \""
                  + name
                  + "\" is carried by samples "
                  + String.join(", ", carriers.keySet())
                  + " in different channels; give each channel its own name");
    }
  }
}

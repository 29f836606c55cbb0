package org.recastal.likelihood;

import java.util.List;
import java.util.OptionalInt;

/** Refuses a model whose background is negative in a bin: no Poisson density is defined there. */
final class NominalRates {

  private NominalRates() {}

  static void refuseNegative(
      Layout layout, List<ChannelPlan> channels, List<ModelParameter> parameters, OptionalInt poi) {
    double[] theta = parameters.stream().mapToDouble(ModelParameter::init).toArray();
    if (poi.isPresent() && parameters.get(poi.getAsInt()).lower() <= 0) {
      theta[poi.getAsInt()] = 0;
    }
    Rates rates = new Rates(layout);
    rates.evaluate(theta, 0);
    for (ChannelPlan channel : channels) {
      for (int b = 0; b < channel.bins(); b++) {
        double rate = rates.rate[channel.firstBin() + b];
        if (rate < 0) {
          throw mostNegative(channel, b)
              .place()
              .member("data")
              .failure(
                  "bin "
                      + b
                      + " of channel \""
                      + channel.name()
                      + "\" expects "
                      + rate
                      + " events without signal; a rate may not be negative");
        }
      }
    }
  }

  private static Sample mostNegative(ChannelPlan channel, int bin) {
    Sample worst = channel.samples().get(0).sample();
    for (ChannelPlan.SamplePlan plan : channel.samples()) {
      if (plan.sample().nominal()[bin] < worst.nominal()[bin]) {
        worst = plan.sample();
      }
    }
    return worst;
  }
}

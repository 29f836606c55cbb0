package org.recastal.likelihood;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.recastal.likelihood.ChannelPlan.SamplePlan;

/** Channels, samples and modifiers in the order of a model, with lengths and values checked. */
final class ChannelPlans {

  private ChannelPlans() {}

  /** Of samples and modifiers of one name in one place, the last one counts. */
  static List<ChannelPlan> of(WorkspaceContent content) {
    Map<String, Channel> sorted = new TreeMap<>(CodePointOrder.INSTANCE);
    Set<String> shapes = new HashSet<>();
    for (Channel channel : content.channels()) {
      if (sorted.put(channel.name(), channel) != null) {
        throw channel.place().failure("a second channel is named \"" + channel.name() + "\"");
      }
      refuseSharedShapes(channel, shapes);
    }
    List<ChannelPlan> plans = new ArrayList<>();
    int firstBin = 0;
    for (Channel channel : sorted.values()) {
      plans.add(new ChannelPlan(channel.name(), channel.bins(), firstBin, samples(channel)));
      firstBin += channel.bins();
    }
    return plans;
  }

  private static void refuseSharedShapes(Channel channel, Set<String> seen) {
    for (Sample sample : channel.samples()) {
      for (Modifier modifier : sample.modifiers()) {
        if (modifier.type() == ModifierType.SHAPESYS && !seen.add(modifier.name())) {
          throw modifier
              .place()
              .failure(
                  "a second shapesys is named \""
                      + modifier.name()
                      + "\" (sample \""
                      + sample.name()
                      + "\" of channel \""
                      + channel.name()
                      + "\"); its name may not be shared");
        }
      }
    }
  }

  private static List<SamplePlan> samples(Channel channel) {
    Map<String, Sample> sorted = new TreeMap<>(CodePointOrder.INSTANCE);
    for (Sample sample : channel.samples()) {
      if (sample.nominal().length != channel.bins()) {
        throw sample
            .place()
            .failure(
                lengths(sample, channel, "has " + bins(sample.nominal().length))
                    + ", the channel's first sample "
                    + channel.bins());
      }
      sorted.put(sample.name(), sample);
    }
    List<SamplePlan> plans = new ArrayList<>();
    for (Sample sample : sorted.values()) {
      plans.add(new SamplePlan(sample, modifiers(sample, channel)));
    }
    return plans;
  }

  private static List<Modifier> modifiers(Sample sample, Channel channel) {
    Map<String, Map<ModifierType, Modifier>> sorted = new TreeMap<>(CodePointOrder.INSTANCE);
    for (Modifier modifier : sample.modifiers()) {
      checkLengths(modifier, sample, channel);
      checkVariations(modifier);
      sorted.computeIfAbsent(modifier.name(), n -> new TreeMap<>()).put(modifier.type(), modifier);
    }
    List<Modifier> modifiers = new ArrayList<>();
    sorted.values().forEach(byType -> modifiers.addAll(byType.values()));
    return modifiers;
  }

  private static void checkLengths(Modifier modifier, Sample sample, Channel channel) {
    int bins = channel.bins();
    boolean wrong =
        switch (modifier.type()) {
          case HISTOSYS -> modifier.low().length != bins || modifier.high().length != bins;
          case SHAPESYS, STATERROR -> modifier.low().length != bins;
          case LUMI, NORMFACTOR, NORMSYS, SHAPEFACTOR -> false;
        };
    if (wrong) {
      throw modifier
          .place()
          .failure(
              lengths(sample, channel, "has " + bins(bins))
                  + ", its "
                  + modifier.type().json()
                  + " \""
                  + modifier.name()
                  + "\" another number of values");
    }
  }

  private static void checkVariations(Modifier modifier) {
    if (modifier.type() == ModifierType.NORMSYS
        && !(modifier.low()[0] > 0 && modifier.high()[0] > 0)) {
      throw modifier
          .place()
          .failure(
              String.format(
                  "normsys \"%s\" has lo %s and hi %s; its interpolation is defined for positive"
                      + " factors only",
                  modifier.name(), modifier.low()[0], modifier.high()[0]));
    }
  }

  private static String lengths(Sample sample, Channel channel, String what) {
    return "sample \"" + sample.name() + "\" of channel \"" + channel.name() + "\" " + what;
  }

  private static String bins(int n) {
    return n + (n == 1 ? " bin" : " bins");
  }
}

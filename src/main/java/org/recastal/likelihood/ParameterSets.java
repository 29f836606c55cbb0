package org.recastal.likelihood;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recastal.likelihood.ChannelPlan.SamplePlan;

/**
 * The parameter sets that the modifiers of a model ask for: by type of modifier, within a type in
 * the order of the sorted channels, samples and modifiers, the statistical ones by name.
 */
final class ParameterSets {

  private final Map<String, ParameterSet> sets = new LinkedHashMap<>();
  private final Map<String, ModifierType> types = new LinkedHashMap<>();
  private final Map<String, Integer> offsets = new LinkedHashMap<>();
  private int dimension;

  private ParameterSets() {}

  static ParameterSets of(
      List<ChannelPlan> channels, ParameterSettings settings, JsonPlace measurement) {
    ParameterSets all = new ParameterSets();
    for (ModifierType type : ModifierType.values()) {
      if (type != ModifierType.STATERROR) {
        all.require(type, channels);
      }
    }
    for (StatisticalError error : StatisticalError.all(channels)) {
      all.put(ModifierType.STATERROR, error.parameters(), error.first());
    }
    all.sets.replaceAll((name, set) -> settings.applyTo(set, measurement));
    for (ParameterSet set : all.sets.values()) {
      all.offsets.put(set.name(), all.dimension);
      all.dimension += set.size();
    }
    return all;
  }

  /** The sets in the order of the parameter vector. */
  List<ParameterSet> inOrder() {
    return new ArrayList<>(sets.values());
  }

  Optional<ParameterSet> find(String name) {
    return Optional.ofNullable(sets.get(name));
  }

  /** The index of the first component of a set. */
  int offset(String name) {
    return offsets.get(name);
  }

  /** The number d of parameters. */
  int dimension() {
    return dimension;
  }

  private void require(ModifierType type, List<ChannelPlan> channels) {
    for (ChannelPlan channel : channels) {
      for (SamplePlan sample : channel.samples()) {
        for (Modifier modifier : sample.modifiers()) {
          if (modifier.type() == type) {
            require(modifier, sample.sample(), channel);
          }
        }
      }
    }
  }

  private void require(Modifier modifier, Sample sample, ChannelPlan channel) {
    String name = modifier.name();
    boolean known = types.get(name) == modifier.type();
    if (known && modifier.type() == ModifierType.SHAPEFACTOR) {
      refuseMoreBins(modifier, channel);
    }
    if (!known) {
      put(modifier.type(), setOf(modifier, sample, channel), modifier);
    }
  }

  private void put(ModifierType type, ParameterSet set, Modifier modifier) {
    ParameterSet other = sets.putIfAbsent(set.name(), set);
    if (other != null && !other.agreesWith(set)) {
      throw modifier
          .place()
          .failure(
              "the name \""
                  + set.name()
                  + "\" stands for a "
                  + type.json()
                  + " and a "
                  + types.get(set.name()).json()
                  + ", which need different parameters; use two names");
    }
    types.put(set.name(), type);
  }

  private void refuseMoreBins(Modifier modifier, ChannelPlan channel) {
    int size = sets.get(modifier.name()).size();
    if (channel.bins() > size) {
      throw modifier
          .place()
          .failure(
              "shapefactor \""
                  + modifier.name()
                  + "\" has "
                  + size
                  + " values, those of the first channel by name that carries it, but channel \""
                  + channel.name()
                  + "\" has "
                  + channel.bins()
                  + " bins; use another name");
    }
  }

  private static ParameterSet setOf(Modifier modifier, Sample sample, ChannelPlan channel) {
    String name = modifier.name();
    return switch (modifier.type()) {
      case NORMFACTOR -> ParameterSet.normfactor(name);
      case SHAPEFACTOR -> ParameterSet.shapefactor(name, channel.bins());
      case NORMSYS, HISTOSYS -> ParameterSet.pull(name);
      case LUMI -> ParameterSet.luminosity(name);
      case SHAPESYS -> shape(name, sample.nominal(), modifier.low());
      case STATERROR -> throw new IllegalArgumentException("not one sample's: " + name);
    };
  }

  private static ParameterSet shape(String name, double[] nominal, double[] errors) {
    double[] tau = new double[nominal.length];
    boolean[] fixed = new boolean[nominal.length];
    for (int b = 0; b < tau.length; b++) {
      fixed[b] = !(nominal[b] > 0 && errors[b] > 0);
      tau[b] = fixed[b] ? 1 : nominal[b] * nominal[b] / (errors[b] * errors[b]);
    }
    return ParameterSet.shape(name, tau, fixed);
  }
}

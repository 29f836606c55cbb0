package org.recastal.likelihood;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.recastal.likelihood.ParameterSet.Constraint;

/** Makes the model of one measurement of a workspace. */
final class ModelBuilder {

  private final WorkspaceContent content;
  private final Measurement measurement;
  private final List<ChannelPlan> channels;
  private final ParameterSets sets;

  private ModelBuilder(WorkspaceContent content, Measurement measurement) {
    this.content = content;
    this.measurement = measurement;
    channels = ChannelPlans.of(content);
    sets =
        ParameterSets.of(
            channels, new ParameterSettings(measurement.settings()), measurement.place());
  }

  static Model build(
      WorkspaceContent content, Measurement measurement, Interpolation interpolation) {
    return new ModelBuilder(content, measurement).model(interpolation);
  }

  private Model model(Interpolation interpolation) {
    if (sets.dimension() == 0) {
      throw content.place().failure("no sample has a modifier, so the model has no parameters");
    }
    List<ParameterSet> inOrder = sets.inOrder();
    OptionalInt poi = poi();
    Constraints constraints = Constraints.of(inOrder);
    Layout layout = LayoutBuilder.build(channels, sets, interpolation);
    List<ModelParameter> parameters = parameters(inOrder);
    NominalRates.refuseNegative(layout, channels, parameters, poi);
    double[] observed = observed(layout.bins(), constraints);
    return new Model(parameters, poi, layout, constraints, observed, mainData());
  }

  private List<Bin> mainData() {
    List<Bin> bins = new ArrayList<>();
    for (ChannelPlan channel : channels) {
      IntStream.range(0, channel.bins()).forEach(b -> bins.add(new Bin(channel.name(), b)));
    }
    return bins;
  }

  private OptionalInt poi() {
    Optional<String> name = measurement.poi();
    if (name.isEmpty()) {
      return OptionalInt.empty();
    }
    ParameterSet set =
        sets.find(name.get())
            .orElseThrow(
                () ->
                    new NoSignalException(
                        measurement
                            .place()
                            .failure(
                                "no sample carries the parameter of interest \""
                                    + name.get()
                                    + "\": there is no signal; apply a signal patch, or name"
                                    + " another parameter")
                            .getMessage()));
    if (set.size() > 1) {
      throw measurement
          .place()
          .failure(
              "the parameter of interest \""
                  + set.name()
                  + "\" has "
                  + set.size()
                  + " components; expected one");
    }
    return OptionalInt.of(sets.offset(set.name()));
  }

  private static List<ModelParameter> parameters(List<ParameterSet> sets) {
    List<ModelParameter> parameters = new ArrayList<>();
    for (ParameterSet set : sets) {
      for (int i = 0; i < set.size(); i++) {
        parameters.add(
            new ModelParameter(
                set.scalar() ? set.name() : set.name() + "[" + i + "]",
                set.inits()[i],
                set.lower()[i],
                set.upper()[i],
                set.fixed()[i],
                set.constraint() != Constraint.NONE));
      }
    }
    return parameters;
  }

  private double[] observed(int bins, Constraints constraints) {
    double[] data = new double[bins + constraints.size()];
    for (ChannelPlan channel : channels) {
      double[] counts = content.observations().get(channel.name());
      JsonPlace place = content.place().member("observations");
      if (counts == null) {
        throw place.failure("channel \"" + channel.name() + "\" has no observation");
      }
      if (counts.length != channel.bins()) {
        throw place.failure(
            "the observation of channel \""
                + channel.name()
                + "\" has length "
                + counts.length
                + ", its samples have "
                + channel.bins());
      }
      System.arraycopy(counts, 0, data, channel.firstBin(), counts.length);
    }
    System.arraycopy(constraints.auxdata(), 0, data, bins, constraints.size());
    return data;
  }
}

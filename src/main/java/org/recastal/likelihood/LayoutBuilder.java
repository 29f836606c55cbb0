package org.recastal.likelihood;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.recastal.likelihood.ChannelPlan.SamplePlan;

/** Flattens channels into a {@link Layout}. */
final class LayoutBuilder {

  private final ParameterSets sets;
  private final Interpolation interpolation;

  private final IntList blockFirstBin = new IntList();
  private final IntList blockCell = new IntList();
  private final IntList channelBlock = new IntList();
  private final DoubleList nominal = new DoubleList();
  private final IntList factorStart = new IntList();
  private final IntList factorParameter = new IntList();
  private final IntList factorCurve = new IntList();
  private final DoubleList curves = new DoubleList();
  private final IntList shiftStart = new IntList();
  private final IntList shiftParameter = new IntList();
  private final IntList shiftCell = new IntList();
  private final DoubleList variations = new DoubleList();
  private final IntList binFactorStart = new IntList();
  private final IntList binFactorParameter = new IntList();
  private final IntList activeStart = new IntList();
  private final IntList active = new IntList();

  // Bins of earlier channels in the parameters of a staterror.
  private final Map<String, Integer> statisticalBins = new HashMap<>();
  private final TreeSet<String> statistical = new TreeSet<>();
  private final TreeSet<Integer> scalars = new TreeSet<>();
  private final TreeSet<Integer> firstOfBins = new TreeSet<>();
  private int scalarCount;

  private LayoutBuilder(ParameterSets sets, Interpolation interpolation) {
    this.sets = sets;
    this.interpolation = interpolation;
  }

  static Layout build(List<ChannelPlan> channels, ParameterSets sets, Interpolation interpolation) {
    LayoutBuilder builder = new LayoutBuilder(sets, interpolation);
    channels.forEach(builder::add);
    return builder.layout();
  }

  private void add(ChannelPlan channel) {
    statistical.clear();
    scalars.clear();
    firstOfBins.clear();
    channelBlock.add(blockFirstBin.size());
    for (SamplePlan sample : channel.samples()) {
      add(sample, channel);
    }
    for (String name : statistical) {
      statisticalBins.merge(name, channel.bins(), Integer::sum);
    }
    for (int b = 0; b < channel.bins(); b++) {
      TreeSet<Integer> inBin = new TreeSet<>(scalars);
      for (int first : firstOfBins) {
        inBin.add(first + b);
      }
      activeStart.add(active.size());
      inBin.forEach(active::add);
    }
  }

  private void add(SamplePlan sample, ChannelPlan channel) {
    blockFirstBin.add(channel.firstBin());
    blockCell.add(nominal.size());
    factorStart.add(factorParameter.size());
    shiftStart.add(shiftParameter.size());
    binFactorStart.add(binFactorParameter.size());
    nominal.addAll(sample.sample().nominal());
    for (Modifier modifier : sample.modifiers()) {
      int parameter = sets.offset(modifier.name());
      switch (modifier.type()) {
        case NORMFACTOR, LUMI -> factor(parameter, -1);
        case NORMSYS -> normsys(parameter, modifier);
        case HISTOSYS -> histosys(parameter, modifier, sample.sample().nominal());
        case SHAPEFACTOR, SHAPESYS -> binFactor(parameter);
        case STATERROR -> {
          statistical.add(modifier.name());
          binFactor(parameter + statisticalBins.getOrDefault(modifier.name(), 0));
        }
      }
    }
  }

  private void factor(int parameter, int curve) {
    factorParameter.add(parameter);
    factorCurve.add(curve);
    scalar(parameter);
  }

  private void scalar(int parameter) {
    scalars.add(parameter);
    scalarCount = Math.max(scalarCount, parameter + 1);
  }

  private void normsys(int parameter, Modifier modifier) {
    double lo = modifier.low()[0];
    double hi = modifier.high()[0];
    if (lo != 1 || hi != 1) {
      double[] curve = new double[NormsysCurve.SIZE];
      NormsysCurve.coefficients(lo, hi, curve, 0);
      factor(parameter, curves.size());
      curves.addAll(curve);
    }
  }

  private void histosys(int parameter, Modifier modifier, double[] nominal) {
    shiftParameter.add(parameter);
    shiftCell.add(variations.size());
    scalar(parameter);
    for (int b = 0; b < nominal.length; b++) {
      variations.add(modifier.high()[b] - nominal[b]);
      variations.add(nominal[b] - modifier.low()[b]);
    }
  }

  private void binFactor(int firstParameter) {
    binFactorParameter.add(firstParameter);
    firstOfBins.add(firstParameter);
  }

  private Layout layout() {
    int cells = nominal.size();
    blockCell.add(cells);
    channelBlock.add(blockFirstBin.size());
    factorStart.add(factorParameter.size());
    shiftStart.add(shiftParameter.size());
    binFactorStart.add(binFactorParameter.size());
    int bins = activeStart.size();
    activeStart.add(active.size());
    int[] shifting = shiftParameter.toArray();
    return new Layout(
        sets.dimension(),
        scalarCount,
        bins,
        interpolation,
        blockFirstBin.toArray(),
        blockCell.toArray(),
        channelBlock.toArray(),
        nominal.toArray(),
        factorStart.toArray(),
        factorParameter.toArray(),
        factorCurve.toArray(),
        curves.toArray(),
        shiftStart.toArray(),
        shifting,
        shiftCell.toArray(),
        variations.toArray(),
        Arrays.stream(shifting).distinct().toArray(),
        binFactorStart.toArray(),
        binFactorParameter.toArray(),
        activeStart.toArray(),
        active.toArray());
  }
}

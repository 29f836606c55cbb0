package org.recastal.surrogate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The vector that a fit moves: log signal variance, log lengths, tilts, log noise variance.
 *
 * @param axes d
 * @param lengths how many lengths there are, 1 or d
 * @param tilts how many tilts there are
 */
record FitVector(int axes, int lengths, int tilts) {

  /** What the settings leave to a fit in {@code axes} axes. */
  static FitVector of(GpSettings settings, int axes) {
    return new FitVector(axes, settings.lengths().lengths(axes), settings.lengths().tilts(axes));
  }

  int count() {
    return lengths + tilts + 2;
  }

  /** Where the first tilt stands; the lengths stand from 1 on. */
  int firstTilt() {
    return lengths + 1;
  }

  int noise() {
    return lengths + tilts + 1;
  }

  /** The vector of equal lengths without tilts. */
  double[] logs(double signal, double length, double noise) {
    double[] theta = new double[count()];
    theta[0] = Math.log(signal);
    Arrays.fill(theta, 1, firstTilt(), Math.log(length));
    theta[noise()] = Math.log(noise);
    return theta;
  }

  /** How distances are measured at a vector. */
  Metric metric(double[] theta) {
    return metric(theta, 1);
  }

  /** The same of a vector whose lengths stand from {@code first} on, tilts behind them. */
  Metric metric(double[] theta, int first) {
    double[] perAxis = new double[axes];
    Arrays.setAll(perAxis, q -> Math.exp(theta[first + (lengths == 1 ? 0 : q)]));
    int tilt = first + lengths;
    return new Metric(perAxis, Arrays.copyOfRange(theta, tilt, tilt + tilts));
  }

  /** Whether hyperparameters can be a start: those without tilts have all of them at 0. */
  boolean fits(List<Double> someLengths, List<Double> someTilts) {
    return someLengths.size() == lengths && (someTilts.isEmpty() || someTilts.size() == tilts);
  }

  /** Writes lengths and tilts into a vector from {@code first} on. */
  void put(List<Double> someLengths, List<Double> someTilts, double[] theta, int first) {
    for (int q = 0; q < lengths; q++) {
      theta[first + q] = Math.log(someLengths.get(q));
    }
    for (int k = 0; k < someTilts.size(); k++) {
      theta[first + lengths + k] = someTilts.get(k);
    }
  }

  double[] of(Hyperparameters h) {
    double[] theta = new double[count()];
    theta[0] = Math.log(h.signalVariance());
    put(h.lengths(), h.tilts(), theta, 1);
    theta[noise()] = Math.log(h.noiseVariance());
    return theta;
  }

  Hyperparameters hyperparameters(double[] theta) {
    return new Hyperparameters(
        Math.exp(theta[0]), lengths(theta, 1), tilts(theta, 1), Math.exp(theta[noise()]));
  }

  List<Double> lengths(double[] theta, int first) {
    return Arrays.stream(theta, first, first + lengths).mapToObj(Math::exp).toList();
  }

  List<Double> tilts(double[] theta, int first) {
    List<Double> some = new ArrayList<>();
    for (int k = 0; k < tilts; k++) {
      some.add(theta[first + lengths + k]);
    }
    return some;
  }
}

package org.recastal.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.recastal.likelihood.inference.Discovery;
import org.recastal.likelihood.inference.HypothesisTest;
import org.recastal.likelihood.inference.Pull;
import org.recastal.likelihood.inference.UpperLimits;
import org.recastal.likelihood.toys.ToyLimits;
import org.recastal.likelihood.toys.ToyNotes;
import org.recastal.likelihood.toys.ToyPlan;
import org.recastal.likelihood.toys.ToyTest;
import org.recastal.limits.Line;

/**
 * The answer for one model.
 *
 * @param measurement whose model it is
 * @param test the test of the strength asked for
 * @param discovery the test of the background alone
 * @param limits on the strength
 * @param crossSection of the signal at strength 1, in pb
 * @param pulls the parameters of the fits
 * @param toys the same by toys
 */
record LimitAnswer(
    String measurement,
    HypothesisTest test,
    Discovery discovery,
    Optional<UpperLimits> limits,
    OptionalDouble crossSection,
    Optional<Pulls> pulls,
    Optional<Toys> toys) {

  /**
   * The parameters of two fits, in the order of the model.
   *
   * @param background of the fit without signal
   * @param free of the fit with the strength free
   */
  record Pulls(List<Pull> background, List<Pull> free) {}

  /**
   * What toys answer.
   *
   * @param plan how they were made
   * @param test of the strength asked for
   * @param limits on the strength
   */
  record Toys(ToyPlan plan, ToyTest test, Optional<ToyLimits> limits) {}

  /** What speaks against the numbers, each note once. */
  List<String> notes() {
    List<String> notes = new ArrayList<>(test.notes());
    limits.ifPresent(l -> notes.addAll(l.notes()));
    toys.ifPresent(t -> notes.addAll(ToyNotes.of(test, t.test())));
    return notes.stream().distinct().toList();
  }

  boolean isSound() {
    return test.converged() && limits.map(l -> l.converged() && !l.values().isEmpty()).orElse(true);
  }

  /** The limit on the strength of a line. */
  Optional<Double> strength(Line line) {
    return limits.flatMap(l -> Optional.ofNullable(l.values().get(line)));
  }

  /** The limit on the cross-section of a line, in pb. */
  Optional<Double> crossSection(Line line) {
    return Stream.of(crossSection)
        .filter(OptionalDouble::isPresent)
        .flatMap(x -> strength(line).map(limit -> limit * x.getAsDouble()).stream())
        .findFirst();
  }
}

package org.recastal.study;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.recastal.numerics.RandomStream;
import org.recastal.study.spec.ScanSpec;
import org.recastal.surrogate.Surrogate;
import org.recastal.surrogate.TrainingSet;

/**
 * The surrogates of the goal's columns, round by round. Each is a function of the limits known by
 * then and of the hyperparameters that were journalled for its round. The newest one is made once,
 * however often it is asked for: with thousands of cheap values its factor takes seconds. Not
 * thread-safe.
 */
final class RoundSurrogates {

  /** A standardised Gaussian process says nothing on fewer. */
  private static final int FEWEST_ANSWERS = 2;

  /**
   * Hyperparameters of more answers than these are searched on as many, spread evenly over them: a
   * search costs n³ for each of its many steps, and gains little from more.
   */
  private static final int MOST_ANSWERS_FITTED = 600;

  private final ScanSpec spec;
  private final StudyState state;
  private final UnitSpace space;
  private final LearningTask task;
  private final Answers answers;
  private Optional<Surrogate> newest = Optional.empty();

  RoundSurrogates(
      ScanSpec spec, StudyState state, UnitSpace space, LearningTask task, Answers answers) {
    this.spec = spec;
    this.state = state;
    this.space = space;
    this.task = task;
    this.answers = answers;
  }

  /** Whether there are enough answers for a surrogate. */
  boolean canLearn() {
    return answers(state.rounds()) >= FEWEST_ANSWERS;
  }

  /** How many answers there were after a round. */
  int answers(int round) {
    return answers.upTo(round).size();
  }

  TrainingSet training(int round) {
    return answers.upTo(round).trainingSet(space, task.goalColumns());
  }

  /** Searches the hyperparameters after the last round, starting also from those before. */
  RoundFit fit() {
    int round = state.rounds();
    TrainingSet some =
        answers.upTo(round).spread(MOST_ANSWERS_FITTED).trainingSet(space, task.goalColumns());
    RandomStream random = RandomStream.named(spec.seed(), round, "fit");
    return model().fit(round, some, state.fit(round - 1), random);
  }

  /** Empty when none was fitted after that round. */
  Optional<Surrogate> after(int round) {
    Optional<RoundFit> fit = state.fit(round);
    return round == state.rounds()
        ? fit.map(this::newest)
        : fit.map(f -> model().surrogate(training(round), f));
  }

  private Surrogate newest(RoundFit fit) {
    if (newest.isEmpty()) {
      newest = Optional.of(model().surrogate(training(state.rounds()), fit));
    }
    return newest.get();
  }

  /** Those of all rounds so far that have answers enough to judge a contour by. */
  List<Surrogate> judging() {
    return IntStream.rangeClosed(0, state.rounds())
        .filter(round -> answers(round) >= RoundSummary.enough(spec.space().dimension()))
        .mapToObj(this::after)
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * The surrogate of everything known. In the middle of an asynchronous round the hyperparameters
   * are those of the last fit.
   */
  Optional<Surrogate> current() {
    boolean fitted = state.fit(state.rounds()).isPresent();
    return fitted || !isAsynchronous() ? after(state.rounds()) : state.lastFit().map(this::newest);
  }

  /** Whether the answers bear the current surrogate out; empty where that is not known. */
  Optional<SurrogateCheck> check() {
    return current()
        .flatMap(Surrogate::leaveOneOut)
        .flatMap(
            left ->
                new Residuals(left, answers.upTo(state.rounds()).points(), training(state.rounds()))
                    .check(task));
  }

  boolean isAsynchronous() {
    return spec.rounds().running().isPresent();
  }

  private LearntModel model() {
    return new LearntModel(spec, space, task.goalColumns());
  }
}

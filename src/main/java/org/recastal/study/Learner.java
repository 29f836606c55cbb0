package org.recastal.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.recastal.acquisition.Batch;
import org.recastal.acquisition.Situation;
import org.recastal.acquisition.Strategies;
import org.recastal.acquisition.Suggestion;
import org.recastal.acquisition.design.Design;
import org.recastal.acquisition.design.InitialDesign;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.RandomStream;
import org.recastal.space.Point;
import org.recastal.study.spec.ScanSpec;
import org.recastal.surrogate.Posterior;
import org.recastal.surrogate.Surrogate;
import org.recastal.surrogate.TrainingSet;

/**
 * Ask and tell. A learner looks at a state and answers; to tell it something, make one of the next
 * state. It knows no files, clock or threads, and draws random numbers from streams named by (seed,
 * round, purpose), so equal states give equal answers.
 *
 * <p>The surrogate of a round is a function of the limits known by then and of the hyperparameters
 * that were journalled for it; hyperparameters are searched once per round, starting also from
 * those of the round before.
 */
public final class Learner {

  /** A standardised Gaussian process says nothing on fewer. */
  static final int FEWEST_ANSWERS = 2;

  /**
   * Hyperparameters of more answers than these are searched on as many, spread evenly over them: a
   * search costs n³ for each of its many steps, and gains little from more.
   */
  static final int MOST_ANSWERS_FITTED = 600;

  private static final String NO_SURROGATE_YET = "random, too few answers for a surrogate";

  private final ScanSpec spec;
  private final StudyState state;
  private final UnitSpace space;
  private final LearningTask task;
  private final Answers answers;

  public Learner(ScanSpec spec, StudyState state) {
    this.spec = spec;
    this.state = state;
    this.space = new UnitSpace(state.allowedPart(spec.space()));
    this.answers = Answers.of(state);
    this.task = new LearningTask(spec.goal(), new LearntScale(spec.limits().quantity()));
  }

  /** Whether there are enough answers for a surrogate. */
  public boolean canLearn() {
    return answers.upTo(state.rounds()).size() >= FEWEST_ANSWERS;
  }

  /**
   * Searches the hyperparameters after the last round, which must be finished.
   *
   * @return what belongs into the journal before anything else is asked
   */
  public RoundFit fit() {
    int round = state.rounds();
    return model()
        .fit(
            round,
            answers.upTo(round).spread(MOST_ANSWERS_FITTED).trainingSet(space, task.goalColumns()),
            state.fit(round - 1),
            stream(round, "fit"));
  }

  /** What the surrogate knew after the last round. */
  public RoundSummary summarise() {
    int round = state.rounds();
    int known = answers.upTo(round).size();
    Matrix probes = task.isContour() ? Probes.of(space) : Matrix.zeros(0, space.dimension());
    Optional<Classification> now = classify(round, probes);
    if (now.isEmpty()) {
      return new RoundSummary(round, known, Double.NaN, Double.NaN);
    }
    double moved =
        classify(round - 1, probes)
            .map(before -> now.get().movedSince(before, task.levelSets()))
            .orElse(Double.NaN);
    return new RoundSummary(round, known, now.get().misclassified(), moved);
  }

  /** What is known of the contours; empty without a surrogate, or when the goal is no contour. */
  public Optional<ContourKnowledge> knowledge() {
    return surrogateKnowledge().map(k -> k);
  }

  private Optional<SurrogateKnowledge> surrogateKnowledge() {
    Matrix probes = task.isContour() ? Probes.of(space) : Matrix.zeros(0, space.dimension());
    Optional<Surrogate> surrogate = current();
    if (probes.rows() == 0 || surrogate.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new SurrogateKnowledge(
            surrogate.get(),
            task,
            probes,
            Reach.of(state.allowedPart(spec.space()), probes),
            this::looks,
            stream(state.rounds(), "class maps")));
  }

  private List<Surrogate> looks() {
    return IntStream.rangeClosed(0, state.rounds())
        .mapToObj(this::surrogate)
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * What one more round is expected to bring, the points in work answered as well.
   *
   * @param sizes how many points, ascending; 0 for what is known now
   * @return none without a surrogate, or when the goal is no contour
   */
  public List<Prospect> prospects(List<Integer> sizes) {
    Optional<SurrogateKnowledge> knowledge = surrogateKnowledge();
    if (knowledge.isEmpty()) {
      return List.of();
    }
    Matrix next = unitPoints(ask(sizes.get(sizes.size() - 1)).suggestions());
    Matrix pending = space.unit(points(state.with(PointState.Status.PENDING)));
    return sizes.stream().map(k -> prospect(knowledge.get(), pending, next, k)).toList();
  }

  private Prospect prospect(SurrogateKnowledge knowledge, Matrix pending, Matrix next, int size) {
    int taken = Math.min(size, next.rows());
    int d = space.dimension();
    Matrix batch = new Matrix(taken, d, Arrays.copyOf(next.data(), taken * d));
    Matrix known = size == 0 ? batch : pending.stackedOn(batch);
    Surrogate now = current().orElseThrow();
    Surrogate later = known.rows() == 0 ? now : now.conditionedOn(known, means(now, known));
    List<Double> errors = new ArrayList<>();
    for (int axis = 0; axis < d; axis++) {
      errors.add(knowledge.contourError(axis, later));
    }
    double wrong = size == 0 ? knowledge.misclassified() : knowledge.misclassifiedAfter(later);
    return new Prospect(taken, wrong, errors);
  }

  private static Matrix means(Surrogate surrogate, Matrix points) {
    Matrix means = Matrix.zeros(points.rows(), surrogate.lines());
    Posterior posterior = surrogate.posterior(points);
    for (int line = 0; line < surrogate.lines(); line++) {
      double[] mean = posterior.mean(line);
      for (int i = 0; i < mean.length; i++) {
        means.data()[i * surrogate.lines() + line] = mean[i];
      }
    }
    return means;
  }

  private Optional<Classification> classify(int round, Matrix probes) {
    if (probes.rows() == 0) {
      return Optional.empty();
    }
    return surrogate(round).map(s -> Classification.of(s, task.levelSets(), probes));
  }

  /**
   * Suggests up to {@code size} points for the round after the last one: what people pinned first,
   * then what the strategy chooses beside it.
   */
  public Batch ask(int size) {
    List<Suggestion> pinned = pinned(size);
    if (!pinned.isEmpty() && pinned.size() == size) {
      return new Batch(pinned, state.memory());
    }
    Batch chosen = choose(size - pinned.size(), pinned);
    List<Suggestion> all = new ArrayList<>(pinned);
    all.addAll(chosen.suggestions());
    return new Batch(all, chosen.memory());
  }

  private Batch choose(int size, List<Suggestion> pinned) {
    int next = state.rounds() + 1;
    Matrix pins = unitPoints(pinned);
    Matrix taken = taken().stackedOn(pins);
    Optional<Surrogate> surrogate = current();
    if (surrogate.isEmpty()) {
      return atRandom(next, size, taken);
    }
    Situation situation =
        new Situation(
            surrogate.get(),
            training(state.rounds()),
            taken,
            space.unit(points(state.with(PointState.Status.PENDING))).stackedOn(pins),
            space,
            task.target(),
            state.memory(),
            choice(next));
    return Strategies.of(spec.strategy().settings()).choose(situation, size);
  }

  /** Several choices may belong to one round when it is suggested piece by piece. */
  private RandomStream choice(int round) {
    return isAsynchronous()
        ? stream(round, "choose beside " + state.points().size())
        : stream(round, "choose");
  }

  private boolean isAsynchronous() {
    return spec.rounds().running().isPresent();
  }

  private Batch atRandom(int round, int size, Matrix taken) {
    Matrix places = InitialDesign.points(Design.RANDOM, size, space, taken, choice(round));
    List<Suggestion> suggestions = new ArrayList<>();
    for (int i = 0; i < places.rows(); i++) {
      suggestions.add(suggestion(places.row(i), NO_SURROGATE_YET));
    }
    return new Batch(suggestions, state.memory());
  }

  private List<Suggestion> pinned(int most) {
    return state.pins().stream()
        .filter(pin -> pin.isOpen(state, spec.space()))
        .limit(most)
        .map(pin -> suggestion(unit(pin.point()), pin.why()))
        .toList();
  }

  private static Suggestion suggestion(double[] place, String why) {
    return new Suggestion(Arrays.stream(place).boxed().toList(), Double.NaN, why);
  }

  private double[] unit(Point point) {
    return space.unit(List.of(point)).row(0);
  }

  private Matrix unitPoints(List<Suggestion> suggestions) {
    List<double[]> rows = suggestions.stream().map(Learner::place).toList();
    return Matrix.ofRows(rows, space.dimension());
  }

  private static double[] place(Suggestion suggestion) {
    return suggestion.unitPoint().stream().mapToDouble(x -> x).toArray();
  }

  /** The initial design, beside what was told and the points given. */
  public List<Point> initialDesign(Design design, int size, List<Point> given) {
    Matrix occupied = taken().stackedOn(space.unit(given));
    return rows(InitialDesign.points(design, size, space, occupied, stream(0, "design")));
  }

  /** The point of a suggestion. */
  public Point point(Suggestion suggestion) {
    double[] place = place(suggestion);
    return state.pins().stream()
        .map(StudyState.Pin::point)
        .filter(p -> Arrays.equals(unit(p), place))
        .findFirst()
        .orElseGet(() -> space.point(place));
  }

  /** Why a point is suggested, in one line for people. */
  public String why(Suggestion suggestion) {
    return new Reasons(task, spec.limits().unit()).of(suggestion);
  }

  private List<Point> rows(Matrix unit) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < unit.rows(); i++) {
      points.add(space.point(unit.row(i)));
    }
    return points;
  }

  private Matrix taken() {
    return space.unit(points(state.points()));
  }

  private static List<Point> points(List<PointState> states) {
    return states.stream().map(PointState::point).toList();
  }

  /** The surrogate of the goal's columns after a round; empty when none was fitted. */
  private Optional<Surrogate> surrogate(int round) {
    return state.fit(round).map(fit -> model().surrogate(training(round), fit));
  }

  private LearntModel model() {
    return new LearntModel(spec, space, task.goalColumns());
  }

  /**
   * The surrogate of everything known. In the middle of an asynchronous round the hyperparameters
   * are those of the last fit.
   */
  private Optional<Surrogate> current() {
    boolean fitted = state.fit(state.rounds()).isPresent();
    return fitted || !isAsynchronous()
        ? surrogate(state.rounds())
        : state.lastFit().map(fit -> model().surrogate(training(state.rounds()), fit));
  }

  private TrainingSet training(int round) {
    return answers.upTo(round).trainingSet(space, task.goalColumns());
  }

  private RandomStream stream(int round, String purpose) {
    return RandomStream.named(spec.seed(), round, purpose);
  }
}

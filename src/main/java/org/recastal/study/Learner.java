package org.recastal.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.recastal.acquisition.Batch;
import org.recastal.acquisition.CandidateSpace;
import org.recastal.acquisition.Situation;
import org.recastal.acquisition.Strategies;
import org.recastal.acquisition.Suggestion;
import org.recastal.acquisition.design.Design;
import org.recastal.acquisition.design.InitialDesign;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.RandomStream;
import org.recastal.space.Point;
import org.recastal.study.spec.ScanSpec;
import org.recastal.surrogate.Reading;
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

  private static final String NO_SURROGATE_YET = "random, too few answers for a surrogate";

  private final ScanSpec spec;
  private final StudyState state;
  private final UnitSpace space;
  private final LearningTask task;
  private final RoundSurrogates surrogates;
  private final Feasibility feasibility;

  public Learner(ScanSpec spec, StudyState state) {
    this.spec = spec;
    this.state = state;
    this.space = new UnitSpace(state.allowedPart(spec.space()));
    this.feasibility =
        spec.surrogate().learnsRefusals()
            ? Feasibility.of(state, state.allowedPart(spec.space()), space)
            : Feasibility.ignored(space);
    this.task = new LearningTask(spec.goal(), new LearntScale(spec.limits().quantity()));
    this.surrogates = new RoundSurrogates(spec, state, space, task, Answers.of(state));
  }

  /** Whether there are enough answers for a surrogate. */
  public boolean canLearn() {
    return surrogates.canLearn();
  }

  /**
   * Searches the hyperparameters after the last round, which must be finished.
   *
   * @return what belongs into the journal before anything else is asked
   */
  public RoundFit fit() {
    return surrogates.fit();
  }

  /** What the surrogate knew after the last round. */
  public RoundSummary summarise() {
    int round = state.rounds();
    int known = surrogates.answers(round);
    Matrix probes = probes();
    Optional<Classification> earlier = classify(round - 1, probes); // first: no two factors stay
    Optional<Classification> now = classify(round, probes);
    if (now.isEmpty()) {
      return new RoundSummary(round, known, Double.NaN, Double.NaN);
    }
    double moved =
        earlier.map(before -> now.get().movedSince(before, task.levelSets())).orElse(Double.NaN);
    return new RoundSummary(round, known, now.get().misclassified(), moved);
  }

  /** Whether the answers bear the surrogate out; empty without one. */
  public Optional<SurrogateCheck> check() {
    return surrogates.check();
  }

  /** What is known of the contours; empty without a surrogate, or when the goal is no contour. */
  public Optional<ContourKnowledge> knowledge() {
    return outlook().knowledge().map(k -> k);
  }

  /** What points without an answer have taught; empty while there are none. */
  public Optional<Refusals> refusals() {
    return feasibility.summary();
  }

  /** Where the contours are judged: no answer is awaited where none can be had. */
  private Matrix probes() {
    return task.isContour()
        ? feasibility.answerable(Probes.of(space))
        : Matrix.zeros(0, space.dimension());
  }

  /**
   * What one more round is expected to bring, the points in work answered as well.
   *
   * @param sizes how many points, ascending; 0 for what is known now
   * @return none without a surrogate, or when the goal is no contour
   */
  public List<Prospect> prospects(List<Integer> sizes) {
    return outlook().prospects(sizes, size -> unitPoints(ask(size).suggestions()));
  }

  private ContourOutlook outlook() {
    return new ContourOutlook(spec, state, space, task, surrogates, probes());
  }

  private Optional<Classification> classify(int round, Matrix probes) {
    if (probes.rows() == 0) {
      return Optional.empty();
    }
    return surrogates.after(round).map(s -> Classification.of(s, task.levelSets(), probes));
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
    Optional<Surrogate> surrogate = surrogates.current();
    CandidateSpace candidates = feasibility.candidates(taken, size);
    if (surrogate.isEmpty()) {
      return atRandom(next, size, taken, candidates);
    }
    Situation situation =
        new Situation(
            surrogate.get(),
            comparable(surrogates.training(state.rounds())),
            taken,
            space.unit(points(state.with(PointState.Status.PENDING))).stackedOn(pins),
            candidates,
            task.target(),
            state.memory(),
            choice(next));
    return Strategies.of(spec.strategy().settings()).choose(situation, size);
  }

  /** An answer that may be higher than its number is no value that a minimum must beat. */
  private TrainingSet comparable(TrainingSet training) {
    TrainingSet sure = training.only(Set.of(Reading.VALUE, Reading.BELOW));
    return task.isContour() || sure.size() == 0 ? training : sure;
  }

  /** Several choices may belong to one round when it is suggested piece by piece. */
  private RandomStream choice(int round) {
    return surrogates.isAsynchronous()
        ? stream(round, "choose beside " + state.points().size())
        : stream(round, "choose");
  }

  private Batch atRandom(int round, int size, Matrix taken, CandidateSpace candidates) {
    Matrix places = InitialDesign.points(Design.RANDOM, size, candidates, taken, choice(round));
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
    return new Reasons(task, spec.limits().unit()).of(suggestion)
        + feasibility.doubt(place(suggestion));
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

  private RandomStream stream(int round, String purpose) {
    return RandomStream.named(spec.seed(), round, purpose);
  }
}

package org.recastal.acquisition.bench;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.recastal.acquisition.Batch;
import org.recastal.acquisition.CandidateSpace;
import org.recastal.acquisition.Situation;
import org.recastal.acquisition.Strategies;
import org.recastal.acquisition.StrategyMemory;
import org.recastal.acquisition.StrategySettings;
import org.recastal.acquisition.Target;
import org.recastal.acquisition.TestFunctions.Problem;
import org.recastal.acquisition.design.Design;
import org.recastal.acquisition.design.InitialDesign;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.RandomStream;
import org.recastal.space.SearchSpace;
import org.recastal.study.spec.ScanSpec;
import org.recastal.study.spec.ScanSpecReader;
import org.recastal.study.spec.SurrogateSpec;
import org.recastal.surrogate.GaussianProcess;
import org.recastal.surrogate.GpSettings;
import org.recastal.surrogate.Hyperparameters;
import org.recastal.surrogate.KernelSearch;
import org.recastal.surrogate.Surrogate;
import org.recastal.surrogate.TrainingSet;
import org.recastal.surrogate.WarpedSurrogate;

/** One point at a time towards the minimum of a function. */
record ExtremumCampaign(
    Problem problem,
    CandidateSpace space,
    Design design,
    int points,
    SurrogateSpec surrogate,
    StrategySettings strategy) {

  /** With everything as in a scan whose spec says nothing of start, surrogate and strategy. */
  static ExtremumCampaign of(Problem problem) {
    ScanSpec spec = ScanSpecReader.parse(text(problem), Path.of("."));
    return new ExtremumCampaign(
        problem,
        new Cube(spec.space()),
        spec.start().design().orElseThrow(),
        spec.start().points(),
        spec.surrogate(),
        spec.strategy().settings());
  }

  private static String text(Problem problem) {
    StringBuilder parameters = new StringBuilder();
    for (int k = 0; k < problem.dimension(); k++) {
      parameters.append(
          String.format(
              Locale.ROOT,
              "  x%d: {min: %s, max: %s}%n",
              k,
              problem.lower()[k],
              problem.upper()[k]));
    }
    return "recast-al: 1\nname: minimum\nparameters:\n"
        + parameters
        + "limits: {quantity: p-value}\ngoal: {find: minimum}\nevaluate: {outside: {}}\n";
  }

  /** The first points in the unit cube. */
  Matrix start(int seed) {
    return InitialDesign.points(design, points, space, RandomStream.named(seed, 0, "start"));
  }

  /** The simple regret after each of so many evaluations. */
  double[] regrets(int seed, int last) {
    Matrix inputs = start(seed);
    StrategyMemory memory = StrategyMemory.NONE;
    Optional<Hyperparameters> warm = Optional.empty();
    while (inputs.rows() < last) {
      int n = inputs.rows();
      TrainingSet told = TrainingSet.exact(inputs, valuesAt(inputs));
      Learnt learnt = tell(told, warm, RandomStream.named(seed, n, "fit"));
      warm = Optional.of(learnt.hyperparameters());
      Batch batch = ask(learnt.belief(), told, memory, RandomStream.named(seed, n, "choose"));
      memory = batch.memory();
      double[] point =
          batch.suggestions().get(0).unitPoint().stream().mapToDouble(x -> x).toArray();
      inputs = inputs.stackedOn(new Matrix(1, point.length, point));
    }
    double[] regrets = valuesAt(inputs).data();
    for (int i = 0; i < regrets.length; i++) {
      double before = i > 0 ? regrets[i - 1] : Double.MAX_VALUE;
      regrets[i] = Math.min(regrets[i] - problem.minimum(), before);
    }
    return regrets;
  }

  /**
   * What values taught.
   *
   * @param hyperparameters where the next fit starts
   */
  record Learnt(Hyperparameters hyperparameters, Surrogate belief) {}

  Learnt tell(TrainingSet told, Optional<Hyperparameters> warm, RandomStream random) {
    GpSettings usual = surrogate.settings();
    if (!surrogate.choosesKernel()) {
      return learnt(told, usual, WarpedSurrogate.search(told, usual, warm, random));
    }
    KernelSearch kernels = KernelSearch.of(told, usual, warm, random.child("kernel"));
    GpSettings gp = usual.with(kernels.choice().kernel());
    return learnt(
        told, gp, kernels.found().orElseGet(() -> WarpedSurrogate.search(told, gp, warm, random)));
  }

  private static Learnt learnt(TrainingSet told, GpSettings gp, Hyperparameters learnt) {
    return new Learnt(
        learnt, WarpedSurrogate.of(told, learnt, seen -> GaussianProcess.with(seen, gp, learnt)));
  }

  Batch ask(Surrogate belief, TrainingSet told, StrategyMemory memory, RandomStream random) {
    Situation situation =
        new Situation(
            belief,
            told,
            told.inputs(),
            Matrix.zeros(0, problem.dimension()),
            space,
            new Target.Minimum(0),
            memory,
            random);
    return Strategies.of(strategy).choose(situation, 1);
  }

  Matrix valuesAt(Matrix points) {
    double[] values = new double[points.rows()];
    for (int i = 0; i < values.length; i++) {
      values[i] = problem.at(points.row(i));
    }
    return new Matrix(values.length, 1, values);
  }

  /** The space of the spec with its rounding. */
  private record Cube(SearchSpace space) implements CandidateSpace {

    @Override
    public int dimension() {
      return space.dimension();
    }

    @Override
    public Optional<Matrix> pool() {
      return Optional.empty();
    }

    @Override
    public boolean allows(double[] unitPoint) {
      return space.allows(space.snap(space.fromUnit(unitPoint)));
    }

    @Override
    public double[] snap(double[] unitPoint) {
      return space.toUnit(space.snap(space.fromUnit(unitPoint)));
    }
  }
}

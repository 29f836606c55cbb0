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
import org.recastal.surrogate.GaussianProcess;
import org.recastal.surrogate.GpSettings;
import org.recastal.surrogate.Hyperparameters;
import org.recastal.surrogate.Surrogate;
import org.recastal.surrogate.TrainingSet;
import org.recastal.surrogate.WarpedSurrogate;

/** One point at a time towards the minimum of a function. */
record ExtremumCampaign(
    Problem problem,
    CandidateSpace space,
    Design design,
    int points,
    GpSettings gp,
    StrategySettings strategy) {

  /** With everything as in a scan whose spec says nothing of start, surrogate and strategy. */
  static ExtremumCampaign of(Problem problem) {
    ScanSpec spec = ScanSpecReader.parse(text(problem), Path.of("."));
    return new ExtremumCampaign(
        problem,
        new Cube(spec.space()),
        spec.start().design().orElseThrow(),
        spec.start().points(),
        spec.surrogate().settings(),
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
      Hyperparameters learnt =
          WarpedSurrogate.search(told, gp, warm, RandomStream.named(seed, n, "fit"));
      warm = Optional.of(learnt);
      Surrogate surrogate =
          WarpedSurrogate.of(told, learnt, seen -> GaussianProcess.with(seen, gp, learnt));
      Batch batch = Strategies.of(strategy).choose(situation(surrogate, told, memory, seed), 1);
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

  private Situation situation(
      Surrogate surrogate, TrainingSet told, StrategyMemory memory, int seed) {
    return new Situation(
        surrogate,
        told,
        told.inputs(),
        Matrix.zeros(0, problem.dimension()),
        space,
        new Target.Minimum(0),
        memory,
        RandomStream.named(seed, told.size(), "choose"));
  }

  private Matrix valuesAt(Matrix points) {
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

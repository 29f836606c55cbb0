package org.recastal.likelihood;

import java.util.List;

/**
 * The constraint terms of a model as flat arrays, one per auxiliary datum.
 *
 * @param parameter the constrained parameter
 * @param poisson whether the term is Poisson with rate τ θ, else normal with mean θ
 * @param scale τ or the width
 * @param auxdata the auxiliary data of the model
 */
@SuppressWarnings("ArrayRecordComponent")
record Constraints(int[] parameter, boolean[] poisson, double[] scale, double[] auxdata) {

  static Constraints of(List<ParameterSet> sets) {
    IntList parameter = new IntList();
    DoubleList scale = new DoubleList();
    DoubleList auxdata = new DoubleList();
    IntList kinds = new IntList();
    int at = 0;
    for (ParameterSet set : sets) {
      for (int i = 0; i < set.size(); i++, at++) {
        if (set.constraint() != ParameterSet.Constraint.NONE) {
          parameter.add(at);
          scale.add(set.scales()[i]);
          auxdata.add(set.auxdata()[i]);
          kinds.add(set.constraint() == ParameterSet.Constraint.POISSON ? 1 : 0);
        }
      }
    }
    boolean[] poisson = new boolean[kinds.size()];
    int[] kind = kinds.toArray();
    for (int i = 0; i < poisson.length; i++) {
      poisson[i] = kind[i] == 1;
    }
    return new Constraints(parameter.toArray(), poisson, scale.toArray(), auxdata.toArray());
  }

  int size() {
    return parameter.length;
  }

  /** What is expected for datum {@code i}. */
  double expected(int i, double[] theta) {
    double value = theta[parameter[i]];
    return poisson[i] ? scale[i] * value : value;
  }

  /** The deviance of term {@code i}. */
  double deviance(int i, double datum, double[] theta) {
    double value = theta[parameter[i]];
    if (poisson[i]) {
      return PoissonTerm.deviance(datum, scale[i] * value);
    }
    double pull = (value - datum) / scale[i];
    return pull * pull;
  }

  /** Its derivative by its parameter. */
  double first(int i, double datum, double[] theta) {
    double value = theta[parameter[i]];
    return poisson[i]
        ? scale[i] * PoissonTerm.first(datum, scale[i] * value)
        : 2 * (value - datum) / (scale[i] * scale[i]);
  }

  /** Its second derivative by its parameter. */
  double second(int i, double datum, double[] theta) {
    double square = scale[i] * scale[i];
    return poisson[i]
        ? square * PoissonTerm.second(datum, scale[i] * theta[parameter[i]])
        : 2 / square;
  }

  /** What the deviance of term {@code i} lacks to minus twice the logarithm of its density. */
  double constant(int i, double datum) {
    return poisson[i]
        ? PoissonTerm.constant(datum)
        : 2 * Math.log(scale[i]) + Math.log(2 * Math.PI);
  }
}

package org.recastal.acquisition.bench;

/** Level sets on the unit cube, f &lt; 0 excluded; formulas in reference/gp/problems.py. */
enum AnalyticContour {
  L2(2, 8, 64) {
    @Override
    double value(double[] x) {
      double m1 = 200 + 1800 * x[0];
      double m2 = 1200 * x[1];
      double gap = m1 - m2;
      double bump = (gap - 175) / 45;
      return bounded(
          -3.3
              + 0.0024 * (m1 - 200)
              + 6 * sigmoid((60 - gap) / 40)
              + 1.6 * Math.exp(-0.5 * bump * bump));
    }
  },
  L3(3, 12, 100) {
    @Override
    double value(double[] x) {
      double mass = 100 + 2400 * x[0];
      double c = 1 + 999 * x[1];
      double g = -1.3 + 1.3 * x[2];
      return bounded(-4.1 + 0.0019 * mass - 1.8 * g + 2.6 * sigmoid((2 * c - mass) / 90));
    }
  },
  L4(4, 16, 152) {
    @Override
    double value(double[] x) {
      double mass = 200 + 3300 * x[0];
      double c = 50 + 1450 * x[1];
      double s = 50 + 100 * x[2];
      double g = -1.3 + x[3];
      return bounded(
          -4.3
              + 0.0011 * mass
              - 1.8 * g
              + 2.2 * sigmoid((2 * c - mass) / 150)
              + 1.2 * sigmoid((s - 135) / 7)
              - 0.5 * Math.cos(0.03 * (s - 50)));
    }
  };

  private final int dimension;
  private final int start;
  private final int last;

  AnalyticContour(int dimension, int start, int last) {
    this.dimension = dimension;
    this.start = start;
    this.last = last;
  }

  abstract double value(double[] x);

  int dimension() {
    return dimension;
  }

  int start() {
    return start;
  }

  int last() {
    return last;
  }

  private static double bounded(double r) {
    return 3 * Math.tanh(r / 3);
  }

  private static double sigmoid(double t) {
    return 1 / (1 + Math.exp(-t));
  }
}

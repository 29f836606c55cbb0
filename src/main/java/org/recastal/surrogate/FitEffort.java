package org.recastal.surrogate;

/**
 * How hard a fit looks for the best hyperparameters. One evaluation costs n³, so the number of
 * starts falls as n grows.
 *
 * @param screened random starts whose likelihood is looked at
 * @param randomStarts how many of them climb
 * @param firstIterations line searches of every start
 * @param finished how many go on to the top
 * @param lastIterations line searches on the way to the top
 * @param gradientTolerance largest slope of the likelihood that counts as flat
 */
record FitEffort(
    int screened,
    int randomStarts,
    int firstIterations,
    int finished,
    int lastIterations,
    double gradientTolerance) {

  /** The share of one of several fits that look for the same: as many starts in all. */
  FitEffort among(int fits) {
    return new FitEffort(
        screened / fits,
        (randomStarts + fits - 1) / fits,
        firstIterations,
        (finished + fits - 1) / fits,
        lastIterations,
        gradientTolerance);
  }

  /** For n points and {@code lengths} correlation lengths. */
  static FitEffort of(int n, int lengths) {
    if (n <= 64) {
      return new FitEffort(20 + 12 * lengths, 4 + 7 * lengths, 20, 3 + lengths / 2, 200, 1e-5);
    }
    if (n <= 128) {
      return new FitEffort(10 * lengths, 2 + lengths / 2, 10, 2, 100, 1e-4);
    }
    if (n <= 400) {
      return new FitEffort(5 * lengths, 1, 8, 1, 40, 1e-3);
    }
    return new FitEffort(0, 0, 6, 1, 30, 1e-2);
  }
}

package org.recastal.acquisition.design;

/** How the points before the first suggestion are laid out, see {@link InitialDesign}. */
public enum Design {
  /**
   * The plain Sobol sequence without its first point, which is a corner: it starts in the centre.
   */
  SOBOL,
  /**
   * The same with the direction numbers of Bratley and Fox, which are scikit-optimize's; the two
   * differ from the third axis on.
   */
  SOBOL_BRATLEY_FOX,
  /** The Sobol sequence under a random scrambling, from its first point on. */
  SOBOL_SCRAMBLED,
  /** The widest of several random Latin hypercubes. */
  LHS,
  /** The same with every point in the middle of its slices. */
  LHS_CENTRED,
  /** The Halton sequence, shifted at random. */
  HALTON,
  /**
   * Halton points in all axes but the last and even steps along the last, shifted at random, in
   * random order.
   */
  HAMMERSLEY,
  /**
   * The middles of equal cells; when there are more cells than points, cells far from each other.
   */
  GRID,
  /** From a random start, always the point farthest from all before. */
  MAXIMIN,
  /** Uniform in the cube, or drawn from the pool. */
  RANDOM
}

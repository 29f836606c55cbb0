package org.recastal.acquisition.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.recastal.acquisition.CandidateSpace;
import org.recastal.acquisition.FreePool;
import org.recastal.acquisition.Taken;
import org.recastal.numerics.HaltonPoints;
import org.recastal.numerics.HammersleyPoints;
import org.recastal.numerics.LatinHypercube;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.RandomStream;
import org.recastal.numerics.SobolPoints;

/**
 * The points before the first suggestion. Every design honours constraints, lattices and pools and
 * never repeats a point: points of the design that the space refuses are passed over, and with a
 * pool the nearest unused member stands in for a point of the cube (points far from every member
 * are passed over, so a pool that fills half of its box is still covered evenly).
 */
public final class InitialDesign {

  /** How far the sequences are searched for points that the space allows. */
  private static final int SEARCH = 1 << 15;

  private static final int BLOCK = 1 << 10;
  private static final int HYPERCUBES = 200;

  private final int count;
  private final CandidateSpace space;
  private final Matrix taken;
  private final RandomStream random;
  private final Placement placement;
  private final List<double[]> chosen = new ArrayList<>();

  private InitialDesign(int count, CandidateSpace space, Matrix taken, RandomStream random) {
    this.count = count;
    this.space = space;
    this.taken = taken;
    this.random = random;
    this.placement = newPlacement();
  }

  /**
   * Lays out points when nothing is known yet.
   *
   * @return {@code (count × d)} in the unit cube; fewer rows only when no more points were found
   */
  public static Matrix points(Design design, int count, CandidateSpace space, RandomStream random) {
    return points(design, count, space, Matrix.zeros(0, space.dimension()), random);
  }

  /**
   * Lays out points beside those already taken, {@code (t × d)}, which are not chosen again.
   *
   * @return {@code (count × d)} in the unit cube; fewer rows only when no more points were found
   */
  public static Matrix points(
      Design design, int count, CandidateSpace space, Matrix taken, RandomStream random) {
    InitialDesign layout = new InitialDesign(count, space, taken, random);
    layout.choose(design);
    layout.fill();
    return Matrix.ofRows(layout.chosen, space.dimension());
  }

  private void choose(Design design) {
    int d = space.dimension();
    switch (design) {
      case SOBOL -> walk((first, size) -> SobolPoints.plain(first + 1, size, d));
      case SOBOL_BRATLEY_FOX -> walk((first, size) -> SobolPoints.bratleyFox(first + 1, size, d));
      case SOBOL_SCRAMBLED -> walk((first, size) -> scrambled(first, size, "sobol"));
      case HALTON ->
          walk((first, size) -> HaltonPoints.shifted(first, size, d, random.child("halton")));
      case HAMMERSLEY -> take(hammersley());
      case LHS -> take(hypercube(LatinHypercube::maximin));
      case LHS_CENTRED -> take(hypercube(LatinHypercube::centred));
      case GRID -> spread(grid(), Matrix.zeros(0, d), centre());
      case MAXIMIN -> spread(candidates(), taken, uniform(random.child("start")));
      case RANDOM -> drawAtRandom();
    }
  }

  /** A sequence that can be started anywhere. */
  @FunctionalInterface
  private interface Sequence {
    Matrix points(int first, int size);
  }

  private void walk(Sequence sequence) {
    for (int first = 0; first < SEARCH && chosen.size() < count; first += BLOCK) {
      take(sequence.points(first, BLOCK));
    }
  }

  private Matrix scrambled(int first, int size, String purpose) {
    return SobolPoints.scrambled(first, size, space.dimension(), random.child(purpose));
  }

  private void take(Matrix raw) {
    for (int i = 0; i < raw.rows() && chosen.size() < count; i++) {
      placement.nearestFree(raw.row(i)).ifPresent(this::choose);
    }
  }

  private void choose(double[] point) {
    placement.use(point);
    chosen.add(point);
  }

  /** A Latin hypercube of a kind. */
  @FunctionalInterface
  private interface Hypercube {
    Matrix points(int count, int dimension, int tries, RandomStream random);
  }

  private Matrix hypercube(Hypercube kind) {
    int rows = rows();
    int tries = rows <= BLOCK ? HYPERCUBES : 1;
    return kind.points(rows, dimension(), tries, random.child("lhs"));
  }

  /** In random order, else surplus points would all be missing at the end of the last axis. */
  private Matrix hammersley() {
    Matrix points = HammersleyPoints.shifted(rows(), dimension(), random.child("hammersley"));
    return Shuffle.rows(points, random.child("order"));
  }

  /** Enough rows that, with the refused part of the cube passed over, about {@code count} stay. */
  private int rows() {
    int d = space.dimension();
    Matrix probe = SobolPoints.plain(1, BLOCK, d);
    int covered = 0;
    for (int i = 0; i < BLOCK; i++) {
      covered += placement.nearestFree(probe.row(i)).isPresent() ? 1 : 0;
    }
    int rows = (int) Math.ceil(count * (double) BLOCK / Math.max(covered, 1));
    return Math.min(rows, SEARCH);
  }

  /** The coarsest grid with at least {@code count} usable cells, as far as the search goes. */
  private Matrix grid() {
    int d = space.dimension();
    Matrix usable = Matrix.zeros(0, d);
    for (int k = 1; usable.rows() < count && Math.pow(k, d) <= SEARCH; k++) {
      usable = placed(CellGrid.middles(k, d));
    }
    return usable;
  }

  private Matrix candidates() {
    Optional<Matrix> pool = space.pool();
    if (pool.isPresent()) {
      return FreePool.of(pool.get(), new Taken(taken));
    }
    int size = Math.max(4 * BLOCK, 4 * count);
    return placed(scrambled(0, size, "candidates"));
  }

  /** The distinct points that stand in for the raw ones, without using them up. */
  private Matrix placed(Matrix raw) {
    Placement trial = newPlacement();
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i < raw.rows(); i++) {
      Optional<double[]> point = trial.nearestFree(raw.row(i));
      point.ifPresent(trial::use);
      point.ifPresent(points::add);
    }
    return Matrix.ofRows(points, raw.columns());
  }

  private void spread(Matrix candidates, Matrix known, double[] start) {
    FarthestFirst order = new FarthestFirst(candidates);
    for (int i = 0; i < known.rows(); i++) {
      order.avoid(known.row(i));
    }
    if (known.rows() == 0 && candidates.rows() > 0 && count > 0) {
      choose(order.nearestTo(start));
    }
    while (chosen.size() < count && !order.exhausted()) {
      choose(order.next());
    }
  }

  private void drawAtRandom() {
    Optional<Matrix> pool = space.pool();
    if (pool.isPresent()) {
      take(Shuffle.rows(FreePool.of(pool.get(), new Taken(taken)), random.child("draw")));
      return;
    }
    RandomStream draws = random.child("draw");
    for (int i = 0; i < SEARCH && chosen.size() < count; i++) {
      placement.nearestFree(uniform(draws)).ifPresent(this::choose);
    }
  }

  /** What the design itself could not place. */
  private void fill() {
    if (chosen.size() < count && space.pool().isPresent()) {
      Matrix all = chosen.isEmpty() ? taken : taken.stackedOn(Matrix.ofRows(chosen, dimension()));
      spread(FreePool.of(space.pool().get(), new Taken(all)), all, centre());
    } else if (chosen.size() < count) {
      walk((first, size) -> scrambled(first, size, "fill"));
    }
  }

  private Placement newPlacement() {
    Taken used = new Taken(taken);
    return space
        .pool()
        .<Placement>map(p -> PoolPlacement.of(FreePool.of(p, used)))
        .orElseGet(() -> new BoxPlacement(space, used));
  }

  private int dimension() {
    return space.dimension();
  }

  private double[] uniform(RandomStream draws) {
    return draws.doubles(dimension()).toArray();
  }

  private double[] centre() {
    double[] centre = new double[dimension()];
    Arrays.fill(centre, 0.5);
    return centre;
  }
}

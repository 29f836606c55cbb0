package org.recastal.surrogate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.recastal.RecastAlException;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.RandomStream;

/**
 * What a surrogate is fitted on.
 *
 * @param inputs {@code (n × d)} in the unit cube
 * @param values {@code (n × L)} in the learnt scale (log limit, probit CLs, or a difference)
 * @param noiseVariance extra variance per point and line {@code (n × L)} in the squared units of
 *     {@code values}; all zeros when no limit carries an error
 * @param readings what each of {@code values} says, row by row, n · L
 */
public record TrainingSet(
    Matrix inputs, Matrix values, Matrix noiseVariance, List<Reading> readings) {

  public TrainingSet {
    if (inputs.rows() != values.rows()
        || values.rows() != noiseVariance.rows()
        || values.columns() != noiseVariance.columns()
        || readings.size() != values.data().length) {
      throw new IllegalArgumentException("inputs, values, noise and readings differ in shape");
    }
    readings = List.copyOf(readings);
  }

  /** A training set of values. */
  public TrainingSet(Matrix inputs, Matrix values, Matrix noiseVariance) {
    this(inputs, values, noiseVariance, Collections.nCopies(values.data().length, Reading.VALUE));
  }

  /** A training set whose limits carry no errors of their own. */
  public static TrainingSet exact(Matrix inputs, Matrix values) {
    return new TrainingSet(inputs, values, Matrix.zeros(values.rows(), values.columns()));
  }

  public int size() {
    return inputs.rows();
  }

  /** What the number of one point and line says. */
  public Reading reading(int point, int line) {
    return readings.get(point * values.columns() + line);
  }

  /** Whether any number is no value. */
  public boolean hasBounds() {
    return readings.stream().anyMatch(e -> e != Reading.VALUE);
  }

  /** Whether any number of a point is no value. */
  boolean hasBounds(int point) {
    int lines = values.columns();
    return readings.subList(point * lines, (point + 1) * lines).stream()
        .anyMatch(e -> e != Reading.VALUE);
  }

  /** The points all of whose numbers are among these. */
  public TrainingSet only(Set<Reading> wanted) {
    int lines = values.columns();
    return at(
        IntStream.range(0, size())
            .filter(i -> wanted.containsAll(readings.subList(i * lines, (i + 1) * lines)))
            .boxed()
            .toList());
  }

  /** One line of it. */
  TrainingSet line(int line) {
    int n = size();
    return new TrainingSet(
        inputs,
        new Matrix(n, 1, values.column(line)),
        new Matrix(n, 1, noiseVariance.column(line)),
        IntStream.range(0, n).mapToObj(i -> reading(i, line)).toList());
  }

  private TrainingSet at(List<Integer> kept) {
    int lines = values.columns();
    List<Reading> said = new ArrayList<>();
    kept.forEach(i -> said.addAll(readings.subList(i * lines, (i + 1) * lines)));
    return new TrainingSet(
        inputs.rowsAt(kept), values.rowsAt(kept), noiseVariance.rowsAt(kept), said);
  }

  /** At most {@code most} of the points, drawn at random, in their order. */
  TrainingSet drawn(int most, RandomStream random) {
    int n = size();
    if (n <= most) {
      return this;
    }
    int[] order = new int[n];
    Arrays.setAll(order, i -> i);
    for (int i = 0; i < most; i++) {
      int j = i + (int) (random.nextDouble() * (n - i));
      int other = order[j];
      order[j] = order[i];
      order[i] = other;
    }
    int[] kept = Arrays.copyOf(order, most);
    Arrays.sort(kept);
    return at(Arrays.stream(kept).boxed().toList());
  }

  /** Refuses an empty set and numbers that are not finite. */
  void requireFinite() {
    if (size() == 0) {
      throw RecastAlException.badInput("a surrogate needs at least one evaluated point");
    }
    requireFinite("input", inputs);
    requireFinite("value", values);
    requireFinite("noise variance", noiseVariance);
  }

  private static void requireFinite(String what, Matrix numbers) {
    for (int i = 0; i < numbers.data().length; i++) {
      if (!Double.isFinite(numbers.data()[i])) {
        throw RecastAlException.badInput(
            "the " + what + " of training point " + i / numbers.columns() + " is not finite");
      }
    }
  }
}

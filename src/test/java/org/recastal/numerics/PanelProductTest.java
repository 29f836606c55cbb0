package org.recastal.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recastal.numerics.PanelProduct.Part;

/** All comparisons are of bits: the tolerance is zero, because no sum is reordered. */
class PanelProductTest {

  @Test
  void wide_underTheOptionsOfTheBuild_isNotThePlainOne() {
    assertThat(PanelProduct.WIDE).isNotSameAs(PanelProduct.PLAIN);
  }

  @ParameterizedTest
  @CsvSource({
    "0,96,0,300,0,300",
    "3,9,5,62,1,40",
    "0,4,0,32,0,1",
    "2,5,7,20,0,9",
    "0,8,0,530,4,4",
    "5,47,3,700,2,303"
  })
  void subtract_onAnyPart_hasTheBitsOfOneChainPerElement(
      int firstRow, int lastRow, int from, int to, int first, int last) {
    double[][] sources = numbers(last, to, "sources");
    for (int k = 0; k < last; k++) {
      // Some end early, and go on with zeros.
      sources[k] = Arrays.copyOf(sources[k], Math.min(to, from + 1 + 4 * k));
    }
    double[][] rows = numbers(last, lastRow, "rows");
    double[][] chains = numbers(lastRow, to, "targets");
    chains(chains, firstRow, lastRow, from, to, sources, rows, first, last);

    for (Part part : Part.values()) {
      for (PanelProduct product : new PanelProduct[] {PanelProduct.PLAIN, PanelProduct.WIDE}) {
        double[][] targets = numbers(lastRow, to, "targets");
        product.subtract(targets, firstRow, lastRow, from, to, sources, rows, first, last, part);
        assertThat(wanted(targets, part)).isDeepEqualTo(wanted(chains, part));
      }
    }
  }

  private static void chains(
      double[][] targets,
      int firstRow,
      int lastRow,
      int from,
      int to,
      double[][] sources,
      double[][] rows,
      int first,
      int last) {
    for (int i = firstRow; i < lastRow; i++) {
      for (int k = first; k < last; k++) {
        for (int j = from; j < Math.min(to, sources[k].length); j++) {
          targets[i][j] = Math.fma(-rows[k][i], sources[k][j], targets[i][j]);
        }
      }
    }
  }

  private static double[][] wanted(double[][] targets, Part part) {
    double[][] out = new double[targets.length][];
    for (int i = 0; i < out.length; i++) {
      out[i] = targets[i].clone();
      for (int j = 0; j < out[i].length; j++) {
        if ((part == Part.UPPER && j < i) || (part == Part.LOWER && j > i)) {
          out[i][j] = 0;
        }
      }
    }
    return out;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 97, 128, 301, 530})
  void inPlace_withEither_hasTheSameFactorInverseAndSolutions(int n) {
    Cholesky plain = Cholesky.inPlace(positive(n), 0, PanelProduct.PLAIN).orElseThrow();
    Cholesky wide = Cholesky.inPlace(positive(n), 0, PanelProduct.WIDE).orElseThrow();
    double[][] plainColumns = numbers(n, 70, "columns");
    double[][] wideColumns = numbers(n, 70, "columns");

    plain.solveLowerInPlace(plainColumns);
    wide.solveLowerInPlace(wideColumns);

    assertThat(wide.logDeterminant()).isEqualTo(plain.logDeterminant());
    assertThat(wide.inverse().data()).isEqualTo(plain.inverse().data());
    assertThat(wideColumns).isDeepEqualTo(plainColumns);
  }

  private static double[][] positive(int n) {
    double[][] rows = numbers(n, n, "matrix");
    for (int i = 0; i < n; i++) {
      rows[i][i] += n;
    }
    return rows;
  }

  private static double[][] numbers(int rows, int columns, String name) {
    RandomStream random = RandomStream.named(1, 0, name);
    double[][] out = new double[rows][];
    for (int i = 0; i < rows; i++) {
      out[i] = random.doubles(columns).map(x -> x - 0.5).toArray();
    }
    return out;
  }
}

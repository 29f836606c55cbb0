package org.recastal.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All comparisons are of bits: the tolerance is zero, because no sum is reordered. */
class PanelProductTest {

  @Test
  void wide_underTheOptionsOfTheBuild_isNotThePlainOne() {
    assertThat(PanelProduct.WIDE).isNotSameAs(PanelProduct.PLAIN);
  }

  @ParameterizedTest
  @CsvSource({"0,96,0,300,0,300", "3,9,5,62,1,40", "0,4,0,32,0,1", "2,5,7,20,0,9", "0,8,0,530,4,4"})
  void subtract_onAnyPart_hasTheSameBitsInBoth(
      int firstRow, int lastRow, int from, int to, int first, int last) {
    double[][] plain = numbers(lastRow, to, "targets");
    double[][] wide = numbers(lastRow, to, "targets");
    double[][] sources = numbers(last, to, "sources");
    double[][] rows = numbers(last, lastRow, "rows");

    PanelProduct.PLAIN.subtract(plain, firstRow, lastRow, from, to, sources, rows, first, last);
    PanelProduct.WIDE.subtract(wide, firstRow, lastRow, from, to, sources, rows, first, last);

    assertThat(wide).isDeepEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource({"1", "97", "301"})
  void inPlace_withEither_hasTheSameFactorInverseAndSolutions(int n) {
    Cholesky plain = Cholesky.inPlace(positive(n), 0, PanelProduct.PLAIN).orElseThrow();
    Cholesky wide = Cholesky.inPlace(positive(n), 0, PanelProduct.WIDE).orElseThrow();
    double[][] plainColumns = numbers(n, 70, "columns");
    double[][] wideColumns = numbers(n, 70, "columns");

    plain.solveLowerInPlace(plainColumns);
    wide.solveLowerInPlace(wideColumns);

    assertThat(wide.logDeterminant()).isEqualTo(plain.logDeterminant());
    assertThat(wide.inverseLowerRows()).isDeepEqualTo(plain.inverseLowerRows());
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

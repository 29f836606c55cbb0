package org.recastal.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recastal.numerics.PanelProduct.Part;

/** All comparisons are of bits: the tolerance is zero, because no sum is reordered. */
class PanelProductTest {

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

    for (Part part : Part.values()) {
      double[][] rows = numbers(last, lastRow, "rows");
      for (int i = 0; i < lastRow && part == Part.LOWER; i++) {
        for (int k = 0; k < Math.min(i, last); k++) {
          rows[k][i] = 0;
        }
      }
      double[][] chains = numbers(lastRow, to, "targets");
      chains(chains, firstRow, lastRow, from, to, sources, rows, first, last);
      double[][] targets = numbers(lastRow, to, "targets");
      new PanelProduct()
          .subtract(targets, firstRow, lastRow, from, to, sources, rows, first, last, part);
      assertThat(wanted(targets, part)).isDeepEqualTo(wanted(chains, part));
    }
  }

  @ParameterizedTest
  @CsvSource({"0,96,0,300", "144,288,3,700", "7,20,5,62", "31,32,0,1", "200,264,0,64"})
  void solve_ofAnyPanel_hasTheBitsOfOneChainPerElement(
      int firstRow, int lastRow, int from, int to) {
    double[][] factor = numbers(lastRow, lastRow, "factor");
    for (int i = 0; i < lastRow; i++) {
      factor[i][i] += 3;
    }
    double[][] chains = numbers(lastRow, to, "targets");
    for (int i = firstRow; i < lastRow; i++) {
      chains(chains, i, i + 1, from, to, chains, factor, 0, i);
      for (int j = from; j < to; j++) {
        chains[i][j] *= 1 / factor[i][i];
      }
    }

    double[][] targets = numbers(lastRow, to, "targets");
    new PanelProduct().solve(targets, firstRow, lastRow, from, to, factor);

    assertThat(targets).isDeepEqualTo(chains);
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

  private static double[][] numbers(int rows, int columns, String name) {
    RandomStream random = RandomStream.named(1, 0, name);
    double[][] out = new double[rows][];
    for (int i = 0; i < rows; i++) {
      out[i] = random.doubles(columns).map(x -> x - 0.5).toArray();
    }
    return out;
  }
}

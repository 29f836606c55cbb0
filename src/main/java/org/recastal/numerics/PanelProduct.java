package org.recastal.numerics;

import java.lang.reflect.InvocationTargetException;

/**
 * The product that nearly all work of the dense algebra goes into. Every element of a target is a
 * chain of fused products in the order of k, whatever implementation makes it: all of them give the
 * same bits.
 */
interface PanelProduct {

  /** Which elements of the targets are wanted; others within the bounds may change or not. */
  enum Part {
    WHOLE,
    /** Columns from the number of the row on. */
    UPPER,
    /** Columns to the number of the row. */
    LOWER;

    /** Whether any element of a block is wanted. */
    boolean wants(int firstRow, int lastRow, int from, int to) {
      return switch (this) {
        case WHOLE -> true;
        case UPPER -> to > firstRow;
        case LOWER -> from < lastRow;
      };
    }
  }

  /** In loops that every virtual machine compiles. */
  PanelProduct PLAIN = new PlainPanelProduct();

  /**
   * In vector registers where the virtual machine was started with {@code --add-modules
   * jdk.incubator.vector}, else the plain one.
   */
  PanelProduct WIDE = wide();

  /** Rows from which cold vector code pays off. */
  int MANY = 500;

  /**
   * {@code targets[i][j] -= Σ_k rows[k][i] · sources[k][j]} for i in [firstRow, lastRow), j in
   * [from, to), k in [first, last). Sources that end before {@code to} go on with zeros; none is
   * shorter than an earlier one.
   */
  void subtract(
      double[][] targets,
      int firstRow,
      int lastRow,
      int from,
      int to,
      double[][] sources,
      double[][] rows,
      int first,
      int last,
      Part part);

  /** Rows from which it is faster than one row after the other. */
  int fewestRows();

  /** What is fastest for a matrix of n rows. */
  static PanelProduct of(int n) {
    return n < MANY ? PLAIN : WIDE;
  }

  /** The first source in [first, last) that reaches column {@code from}. */
  static int reaching(double[][] sources, int first, int last, int from) {
    int k = first;
    while (k < last && sources[k].length <= from) {
      k++;
    }
    return k;
  }

  private static PanelProduct wide() {
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
      return PLAIN;
    }
    try {
      // By name: the class is compiled apart, since the compiler warns of the incubating module.
      Class<?> found = Class.forName("org.recastal.numerics.VectorPanelProduct");
      return (PanelProduct) found.getDeclaredConstructor().newInstance();
    } catch (ClassNotFoundException
        | NoSuchMethodException
        | InstantiationException
        | IllegalAccessException
        | InvocationTargetException e) {
      throw new IllegalStateException("this build lacks its kernels in vector registers", e);
    }
  }
}

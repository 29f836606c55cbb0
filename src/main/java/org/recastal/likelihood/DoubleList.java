package org.recastal.likelihood;

import java.util.Arrays;

/** A growing list of double. */
final class DoubleList {

  private double[] items = new double[16];
  private int size;

  void add(double item) {
    if (size == items.length) {
      items = Arrays.copyOf(items, 2 * size);
    }
    items[size++] = item;
  }

  void addAll(double... more) {
    for (double item : more) {
      add(item);
    }
  }

  int size() {
    return size;
  }

  double[] toArray() {
    return Arrays.copyOf(items, size);
  }
}

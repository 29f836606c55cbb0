package org.recastal.study.spec;

/** Key paths as people write them: {@code parameters.mZd.scale}, {@code goal.of[1]}. */
final class KeyPath {

  private KeyPath() {}

  static String of(String parent, String key) {
    return parent.isEmpty() ? key : parent + "." + key;
  }

  static String of(String parent, int index) {
    return parent + "[" + index + "]";
  }
}

package org.recastal.limits.readers;

import java.util.List;

/**
 * The text of a file that was read whole.
 *
 * @param name the file's name, for messages
 * @param text without a byte order mark
 */
record TextFile(String name, String text) {

  List<String> lines() {
    return text.lines().toList();
  }

  /** Name and line of a place. */
  String at(int line) {
    return name + ":" + line;
  }
}

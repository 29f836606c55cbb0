package org.recastal.study.spec;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A path in a work folder, or why it is none.
 *
 * @param path without superfluous dots; empty when there is trouble
 * @param trouble what was expected; empty when the path is sound
 */
record WorkPath(String path, Optional<String> trouble) {

  private static final String EXPECTED = "expected a path inside the work folder, found ";

  static WorkPath of(String text) {
    try {
      Path given = Path.of(text);
      Path path = given.normalize();
      if (text.isBlank() || path.toString().isEmpty()) {
        return unsound(EXPECTED + "\"" + text + "\"");
      }
      if (given.isAbsolute()) {
        return unsound(EXPECTED + "the absolute " + text);
      }
      for (Path part : given) {
        if (part.toString().equals("..")) {
          return unsound(EXPECTED + text + ": remove the ..");
        }
      }
      return new WorkPath(path.toString(), Optional.empty());
    } catch (InvalidPathException e) {
      return unsound(EXPECTED + "\"" + text + "\"");
    }
  }

  private static WorkPath unsound(String trouble) {
    return new WorkPath("", Optional.of(trouble));
  }
}

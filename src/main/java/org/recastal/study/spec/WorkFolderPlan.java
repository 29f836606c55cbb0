package org.recastal.study.spec;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.recastal.study.spec.SpecNode.Place;

/** What is put where in the work folder of one step: no two things at one place. */
final class WorkFolderPlan {

  private final Mistakes mistakes;
  private final Map<String, String> takenBy = new LinkedHashMap<>();

  WorkFolderPlan(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  /**
   * A place for something, or nothing when a mistake was told.
   *
   * @param text the path as written
   * @param place where it is written
   * @param keyPath the key that wants it
   */
  Optional<String> claim(String text, Place place, String keyPath) {
    WorkPath wanted = WorkPath.of(text);
    if (wanted.trouble().isPresent()) {
      mistakes.add(place, keyPath, wanted.trouble().get());
      return Optional.empty();
    }
    String path = wanted.path();
    for (Map.Entry<String, String> other : takenBy.entrySet()) {
      if (collide(path, other.getKey())) {
        mistakes.add(
            place, keyPath, path + " is put into the work folder by " + other.getValue() + " too");
        return Optional.empty();
      }
    }
    takenBy.put(path, keyPath);
    return Optional.of(path);
  }

  boolean isTaken(String path) {
    return takenBy.containsKey(path);
  }

  private static boolean collide(String a, String b) {
    return a.equals(b) || a.startsWith(b + "/") || b.startsWith(a + "/");
  }
}

package org.recastal.limits.readers;

import java.util.List;
import org.recastal.limits.Line;

/** The five expected values as a JSON list. */
final class Band {

  private Band() {}

  /** Takes [−2σ, −1σ, median, +1σ, +2σ]. */
  static void take(JsonValue list, FileNumbers numbers) {
    List<JsonValue> items = list.items();
    if (items.size() != Line.bands().size()) {
      throw IllFileException.malformed(
          list.where()
              + ": expected 5 values from −2σ to +2σ, found "
              + items.size()
              + "; was the file written by another program?");
    }
    for (int i = 0; i < items.size(); i++) {
      items.get(i).limit(Line.bands().get(i), numbers);
    }
  }
}

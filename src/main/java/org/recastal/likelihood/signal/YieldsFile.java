package org.recastal.likelihood.signal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.recastal.RecastAlException;

/**
 * The yields of one signal as a program writes them: JSON when the first letter is a brace, CSV
 * otherwise. See docs/likelihood.md.
 */
public final class YieldsFile {

  private YieldsFile() {}

  /**
   * Reads a file.
   *
   * @throws RecastAlException naming file, region and bin of what is wrong
   */
  public static List<RegionYield> read(Path file) {
    try {
      String name = String.valueOf(file.getFileName());
      String text = Files.readString(file, StandardCharsets.UTF_8);
      if (text.isBlank()) {
        throw RecastAlException.badInput(name + " is blank; expected yields as JSON or CSV");
      }
      return text.stripLeading().startsWith("{")
          ? YieldsJson.parse(name, text)
          : YieldsTable.read(file).ofOneSignal();
    } catch (IOException e) {
      throw new RecastAlException(
          RecastAlException.Kind.BAD_INPUT, file + ": cannot be read: " + e.getMessage(), e);
    }
  }
}

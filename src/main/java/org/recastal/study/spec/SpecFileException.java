package org.recastal.study.spec;

import java.util.function.Supplier;
import org.recastal.RecastAlException;

/** A mistake in a file, with the key of the spec that names the file. */
public final class SpecFileException extends RecastAlException {

  private static final long serialVersionUID = 1L;

  private final String key;

  private SpecFileException(String key, RecastAlException trouble) {
    super(trouble.kind(), String.valueOf(trouble.getMessage()), trouble);
    this.key = key;
  }

  /** JSON pointer (RFC 6901) of the key in the spec. */
  String key() {
    return key;
  }

  /**
   * What is read from a file.
   *
   * @param key JSON pointer of the key that names it
   * @throws SpecFileException when the file is refused
   */
  public static <T> T at(String key, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (SpecFileException e) {
      throw e;
    } catch (RecastAlException e) {
      throw e.kind() == Kind.BAD_INPUT ? new SpecFileException(key, e) : e;
    }
  }

  /** Reads files whose keys stand in a block that is itself below another key. */
  public static void below(String key, Runnable reading) {
    try {
      reading.run();
    } catch (SpecFileException e) {
      throw new SpecFileException(key + e.key, e);
    }
  }
}

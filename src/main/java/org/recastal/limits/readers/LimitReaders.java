package org.recastal.limits.readers;

import org.recastal.limits.Diagnosis.Illness;
import org.recastal.limits.LimitCheck;

/** The reader that fits a declaration. */
public final class LimitReaders {

  private LimitReaders() {}

  /**
   * The reader of the declared format.
   *
   * @throws org.recastal.RecastAlException when the declaration cannot be followed for any file: a
   *     unit that is not converted, a pattern that is no regular expression, a quantity that the
   *     format cannot hold
   */
  public static LimitReader of(LimitDeclaration declaration) {
    String word = declaration.format().word();
    return (file, point) ->
        LimitCheck.ill(
            Illness.MALFORMED, file.getFileName() + ": files of " + word + " are not read yet");
  }
}

package org.recastal.study.spec;

import java.nio.file.Path;
import java.util.List;
import org.recastal.RecastAlException;

/** Gives what is wrong in a file that a spec names the place of the key that names it. */
public final class FileMistake {

  private FileMistake() {}

  /** The mistake in the spec; that of {@code evaluate} when it is of no single file. */
  public static SpecException in(Path spec, RecastAlException trouble) {
    Mistakes told = new Mistakes(spec.toString());
    SpecNode root =
        SpecText.read(spec, told)
            .flatMap(text -> SpecText.checked(text, told))
            .flatMap(text -> YamlTree.of(text, told))
            .orElseThrow(() -> trouble);
    String key = trouble instanceof SpecFileException m ? m.key() : "/evaluate";
    SpecPlace at = SpecPlace.find(root, key);
    Mistake mistake =
        new Mistake(
            spec.toString(),
            at.place().line(),
            at.place().column(),
            at.path(),
            trouble.getMessage());
    return new SpecException(List.of(mistake));
  }
}

package org.recastal.study.spec;

import java.util.List;
import java.util.stream.Collectors;
import org.recastal.RecastAlException;

/** A spec with mistakes; carries all of them, in the order of the file. */
public final class SpecException extends RecastAlException {

  private static final long serialVersionUID = 1L;

  private final transient List<Mistake> mistakes;

  public SpecException(List<Mistake> mistakes) {
    super(Kind.BAD_INPUT, mistakes.stream().map(Mistake::text).collect(Collectors.joining("\n")));
    this.mistakes = List.copyOf(mistakes);
  }

  /** All mistakes, by line and column; never empty. */
  public List<Mistake> mistakes() {
    return mistakes;
  }
}

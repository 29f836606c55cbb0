package org.recastal.likelihood;

import java.util.Locale;
import java.util.Optional;

/** The modifiers of HistFactory, in the order in which their parameters stand in a model. */
enum ModifierType {
  HISTOSYS,
  LUMI,
  NORMFACTOR,
  NORMSYS,
  SHAPEFACTOR,
  SHAPESYS,
  STATERROR;

  /** The name in a workspace. */
  String json() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<ModifierType> of(String json) {
    for (ModifierType type : values()) {
      if (type.json().equals(json)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}

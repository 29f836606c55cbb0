package org.recastal.study.spec;

import java.util.Map;
import org.recastal.study.spec.LikelihoodSpec.Patches;
import org.recastal.study.spec.LikelihoodSpec.WorkspaceFile;

/**
 * The part of {@link SpecMeaning} that says which likelihood is fitted.
 *
 * @param entries where the canonical texts go
 */
record LikelihoodMeaning(Map<String, String> entries) {

  private static final String PATH = "evaluate.likelihood";

  void add(LikelihoodSpec spec) {
    if (spec.background() instanceof WorkspaceFile workspace) {
      put("workspace", FileMeaning.of(workspace.file()));
      put("measurement", workspace.measurement().orElse(""));
    }
    if (spec.signal() instanceof Patches patches) {
      put("patchset", FileMeaning.of(patches.file()));
    }
    put("minima", Block.word(spec.minima()));
  }

  private void put(String key, String value) {
    entries.put(PATH + "." + key, value);
  }
}

package org.recastal.study.spec;

import java.util.Comparator;
import java.util.Map;
import org.recastal.likelihood.signal.CountingRegion;
import org.recastal.study.spec.LikelihoodSpec.Counting;
import org.recastal.study.spec.LikelihoodSpec.Patches;
import org.recastal.study.spec.LikelihoodSpec.Table;
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
    if (spec.background() instanceof Counting counting) {
      counting.regions().stream()
          .sorted(Comparator.comparing(CountingRegion::name))
          .forEach(r -> put(KeyPath.of("counting", r.name()), text(r)));
    }
    if (spec.signal() instanceof Table table) {
      put("signal.table", FileMeaning.of(table.file()));
    }
    if (spec.signal() instanceof Patches patches) {
      put("patchset", FileMeaning.of(patches.file()));
    }
    spec.crossSections()
        .ifPresent(
            c -> {
              put("cross-sections.table", FileMeaning.of(c.table()));
              put("cross-sections.unit", c.unit());
              put("cross-sections.errors", c.relative() ? "relative" : "absolute");
            });
    put("minima", Block.word(spec.minima()));
  }

  private static String text(CountingRegion region) {
    return region.observed() + " observed, " + region.background() + " ± " + region.error();
  }

  private void put(String key, String value) {
    entries.put(PATH + "." + key, value);
  }
}

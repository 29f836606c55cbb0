package org.recastal.study.spec;

import java.util.Map;
import java.util.TreeMap;
import org.recastal.acquisition.StrategySettings;
import org.recastal.surrogate.GpSettings;

/**
 * The part of {@link SpecMeaning} that steers what comes next and never changes what was answered.
 *
 * @param entries where the canonical texts go
 */
record SettingsMeaning(Map<String, String> entries) {

  void add(SurrogateSpec surrogate, StrategySpec strategy, StopSpec stop, ReportSpec report) {
    surrogate(surrogate.settings());
    surrogate.cheap().ifPresent(this::cheap);
    if (!surrogate.learnsRefusals()) {
      put("surrogate.refusals", "ignore");
    }
    strategy(strategy.settings());
    stop(stop);
    for (int i = 0; i < report.overlays().size(); i++) {
      overlay("report.overlay[" + i + "]", report.overlays().get(i));
    }
  }

  private void surrogate(GpSettings settings) {
    put("surrogate.kernel", settings.kernel().word());
    put("surrogate.lengths", settings.lengths().word());
    put("surrogate.noise.min", settings.noiseMin());
    put("surrogate.noise.max", settings.noiseMax());
  }

  private void cheap(CheapSpec cheap) {
    if (cheap.source() instanceof CheapSpec.Table table) {
      put("surrogate.cheap.table", FileMeaning.of(table.file()));
    } else if (cheap.source() instanceof CheapSpec.Evaluated evaluated) {
      SpecMeaning.evaluation(evaluated.evaluate())
          .forEach(
              (key, value) ->
                  put(key.startsWith("executors.") ? key : "surrogate.cheap." + key, value));
    } else if (cheap.source() instanceof CheapSpec.Command command) {
      put("surrogate.cheap.command", command.words().stream().map(w -> '"' + w + '"').toList());
      put("surrogate.cheap.files", command.files().stream().map(FileMeaning::of).sorted().toList());
    }
    cheap
        .source()
        .plan()
        .ifPresent(
            p -> {
              put("surrogate.cheap.points", p.points());
              put("surrogate.cheap.design", Block.word(p.design()));
              put("surrogate.cheap.per-table", p.perTable());
            });
    if (cheap.source() instanceof CheapSpec.Evaluated) {
      return;
    }
    put("surrogate.cheap.columns", new TreeMap<>(cheap.parameterColumns()));
    put("surrogate.cheap.lines", cheap.lineColumns());
  }

  private void strategy(StrategySettings settings) {
    put("strategy.name", settings.name().word());
    put("strategy.batch", StrategyReader.word(settings.batch()));
    put("strategy.xi", settings.xi());
    put("strategy.kappa", settings.kappa());
    put("strategy.eta", settings.eta());
    put("strategy.explore-every", settings.exploreEvery());
    if (settings.compatibleWithSkopt()) {
      put("strategy.compatible", "skopt");
    }
  }

  private void stop(StopSpec stop) {
    stop.points().ifPresent(n -> put("stop.points", n));
    stop.rounds().ifPresent(n -> put("stop.rounds", n));
    stop.wallTime().ifPresent(t -> put("stop.wall-time", t.toSeconds() + "s"));
    stop.scoreBelow().ifPresent(s -> put("stop.score-below", s));
    stop.misclassified().ifPresent(s -> put("stop.misclassified", text(s)));
    stop.contourMoved().ifPresent(s -> put("stop.contour-moved", text(s)));
    CertaintySpec certainty = stop.certainty();
    certainty.contourError().forEach((name, most) -> put("stop.contour-error." + name, most));
    certainty.misclassified().ifPresent(b -> put("stop.misclassified", text(b)));
    certainty.levelSet().ifPresent(b -> put("stop.level-set", text(b)));
  }

  private void overlay(String path, OverlaySpec overlay) {
    put(path + ".table", FileMeaning.of(overlay.table()));
    put(path + ".title", overlay.title());
    put(path + ".quantity", overlay.quantity().word());
    put(path + ".unit", overlay.unit());
    put(path + ".columns", new TreeMap<>(overlay.parameterColumns()));
    put(path + ".lines", new TreeMap<>(overlay.lineColumns()));
  }

  private static String text(CertaintySpec.Bound bound) {
    return "at most " + bound.most() + " with confidence " + bound.confidence();
  }

  private static String text(StopSpec.Streak streak) {
    return "below " + streak.below() + " for " + streak.rounds() + " rounds";
  }

  private void put(String key, Object value) {
    entries.put(key, String.valueOf(value));
  }
}

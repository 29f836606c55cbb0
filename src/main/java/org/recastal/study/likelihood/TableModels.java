package org.recastal.study.likelihood;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recastal.RecastAlException;
import org.recastal.likelihood.Model;
import org.recastal.likelihood.signal.RegionYield;
import org.recastal.likelihood.signal.SignalRegions;
import org.recastal.likelihood.signal.YieldsTable;
import org.recastal.space.Point;
import org.recastal.space.Pool;
import org.recastal.space.SearchSpace;
import org.recastal.study.spec.LikelihoodSpec;
import org.recastal.study.spec.LikelihoodSpec.Table;
import org.recastal.study.spec.SpecFileException;

/** The models of a table of yields: each point of the table is a point of the scan. */
final class TableModels implements PointModels {

  static final String KEY = "/evaluate/likelihood/signal/table";

  private final Map<Point, List<RegionYield>> signals;
  private final BackgroundWorkspace background;
  private final Path file;

  private TableModels(
      Map<Point, List<RegionYield>> signals, BackgroundWorkspace background, Path file) {
    this.file = file;
    this.signals = signals;
    this.background = background;
  }

  static TableModels of(LikelihoodSpec spec, SearchSpace space) {
    Table table = (Table) spec.signal();
    Map<Point, List<RegionYield>> signals = new LinkedHashMap<>();
    for (YieldsTable.Signal signal : YieldsTable.read(table.file()).signals(space.names())) {
      double[] at = signal.at().stream().mapToDouble(x -> x).toArray();
      if (space.allows(at)) {
        signals.put(space.point(at), signal.yields());
      }
    }
    if (signals.isEmpty()) {
      throw RecastAlException.badInput(
          table.file() + ": none of its points lies within the bounds and constraints");
    }
    return new TableModels(signals, new BackgroundWorkspace(spec), table.file());
  }

  @Override
  public Pool pool() {
    return new Pool(List.copyOf(signals.keySet()));
  }

  @Override
  public void prepare() {
    SignalRegions regions = background.regions();
    SpecFileException.at(
        KEY,
        () -> {
          signals.forEach(
              (point, yields) ->
                  regions.refuseUnknown(file.getFileName() + ": " + point.id().value(), yields));
          return regions;
        });
  }

  @Override
  public Model model(Point point) {
    String where = point.id().value();
    List<RegionYield> yields =
        Optional.ofNullable(signals.get(point))
            .orElseThrow(
                () ->
                    RecastAlException.badInput(where + ": the table of yields has no such point"));
    return background.model(background.regions().with(where, yields));
  }
}

package org.recastal.study.spec;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;
import org.recastal.space.SearchSpace;
import org.recastal.study.spec.SpecNode.Mapping;
import org.recastal.study.spec.SpecNode.Place;

/** Reads scan specs; every mistake is found before any is told. */
public final class ScanSpecReader {

  /** The version of the format that this program reads. */
  static final int VERSION = 1;

  private static final long SEED = 1;

  private final Mistakes mistakes;
  private final SpecFolder folder;

  private ScanSpecReader(Mistakes mistakes, Path baseFolder) {
    this.mistakes = mistakes;
    this.folder = new SpecFolder(baseFolder.toAbsolutePath().normalize());
  }

  /**
   * Reads and checks a spec; its relative paths are taken from its folder.
   *
   * @throws SpecException with every mistake found
   */
  public static ScanSpec read(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    return read(file, parent == null ? file.toAbsolutePath() : parent);
  }

  /**
   * Reads a spec whose relative paths are taken from another folder than its own, such as the copy
   * in a scan folder.
   *
   * @throws SpecException with every mistake found
   */
  public static ScanSpec read(Path file, Path baseFolder) {
    Mistakes mistakes = new Mistakes(file.toString());
    Optional<String> text = SpecText.read(file, mistakes);
    mistakes.throwIfAny();
    return new ScanSpecReader(mistakes, baseFolder).spec(text.orElseThrow());
  }

  /**
   * Checks the text of a spec.
   *
   * @param text the YAML
   * @param baseFolder what relative paths are taken from
   * @throws SpecException with every mistake found
   */
  public static ScanSpec parse(String text, Path baseFolder) {
    return new ScanSpecReader(new Mistakes("scan.yml"), baseFolder).spec(text);
  }

  private ScanSpec spec(String text) {
    Optional<String> checked = SpecText.checked(text, mistakes);
    mistakes.throwIfAny();
    Optional<SpecNode> tree = YamlTree.of(checked.orElseThrow(), mistakes);
    if (tree.isEmpty()) {
      mistakes.throwIfAny();
      throw stopped(Place.START, "the spec is empty; expected recast-al: 1, name, parameters, …");
    }
    if (!(tree.get() instanceof Mapping root)) {
      throw stopped(tree.get().place(), "expected a block of keys, found " + tree.get().kind());
    }
    refuseNewerVersion(root);
    ScanSchema.check(root, mistakes);
    Optional<ScanSpec> spec = spec(new Block(root, "", mistakes));
    mistakes.throwIfAny();
    return spec.orElseThrow(() -> new IllegalStateException("a mistake in the spec was not told"));
  }

  private SpecException stopped(Place place, String message) {
    mistakes.add(place, "", message);
    mistakes.throwIfAny();
    throw new IllegalStateException("unreachable: a mistake was just added");
  }

  /** Nothing else can be said of a format that is not known. */
  private void refuseNewerVersion(Mapping root) {
    Optional<BigDecimal> version = root.get("recast-al").flatMap(Block::numberOf);
    if (version.isPresent() && version.get().compareTo(BigDecimal.valueOf(VERSION)) > 0) {
      mistakes.add(
          root.get("recast-al").orElseThrow().place(),
          "recast-al",
          "this program reads version 1, the spec is of version "
              + version.get().toPlainString()
              + "; update recast-al");
      mistakes.throwIfAny();
    }
  }

  private static Usual usual(boolean extremum, boolean hedged, boolean growing) {
    if (extremum) {
      return hedged ? Usual.HEDGED_EXTREMUM : Usual.EXTREMUM;
    }
    return growing ? Usual.CONTOUR_IN_SMALL_ROUNDS : Usual.CONTOUR;
  }

  private Optional<ScanSpec> spec(Block root) {
    Optional<PatchAxes> patches = PatchAxes.of(root, folder);
    SpaceReader spaceReader = new SpaceReader(root, folder, patches);
    Optional<SearchSpace> space = spaceReader.read();
    Optional<LimitsSpec> limits = root.block("limits").flatMap(LimitsReader::read);
    Optional<GoalSpec> goal = root.block("goal").flatMap(b -> new GoalReader(b, limits).read());
    int dimension = spaceReader.names().size();
    boolean extremum = StrategyReader.looksForExtremum(root.block("strategy"), goal);
    RoundsReader roundsReader = new RoundsReader(root, StrategyReader.isContour(goal));
    Usual usual =
        usual(extremum, StrategyReader.hedges(root.block("strategy")), roundsReader.grow());
    StartReader startReader = new StartReader(dimension, usual);
    StartSpec start =
        root.block("start")
            .map(b -> startReader.read(b, spaceReader.names(), folder))
            .orElse(startReader.usual());
    SurrogateSpec surrogate =
        SurrogateReader.read(
            root.block("surrogate").orElse(emptyBlock("surrogate")),
            usual,
            cheap -> cheap(root, cheap, space, limits, goal));
    StrategySpec strategy =
        root.block("strategy")
            .map(b -> StrategyReader.read(b, goal))
            .orElse(StrategyReader.usual(goal));
    Optional<EvaluateSpec> evaluate =
        root.block("evaluate")
            .flatMap(
                b ->
                    new EvaluateReader(root, b, folder).read(spaceReader.names(), limits, patches));
    StopSpec stop =
        root.block("stop").map(b -> StopReader.read(b, goal, space)).orElse(StopReader.usual());
    ReportSpec report =
        root.block("report")
            .map(b -> new ReportReader(spaceReader.names(), limits, folder).read(b))
            .orElse(ReportSpec.PLAIN);
    Optional<String> name = root.text("name");
    if (space.isEmpty() || limits.isEmpty() || goal.isEmpty() || evaluate.isEmpty()) {
      return Optional.empty();
    }
    return name.map(
        n ->
            new ScanSpec(
                n,
                root.text("title").orElse(n),
                space.get(),
                limits.get(),
                goal.get(),
                start,
                roundsReader.read(),
                surrogate,
                strategy,
                evaluate.get(),
                stop,
                report,
                root.whole("seed").orElse(SEED)));
  }

  private Optional<CheapSpec> cheap(
      Block root,
      Block cheap,
      Optional<SearchSpace> space,
      Optional<LimitsSpec> limits,
      Optional<GoalSpec> goal) {
    if (space.isEmpty() || limits.isEmpty() || goal.isEmpty()) {
      return Optional.empty();
    }
    return new CheapReader(root, cheap, space.get(), limits.get(), goal.get()).read(folder);
  }

  private Block emptyBlock(String path) {
    return new Block(new Mapping(Place.START, java.util.Map.of(), 1), path, mistakes);
  }
}

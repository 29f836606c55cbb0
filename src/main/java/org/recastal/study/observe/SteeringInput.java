package org.recastal.study.observe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.recastal.RecastAlException;
import org.recastal.limits.LimitCheck;
import org.recastal.limits.Line;
import org.recastal.limits.Outcome;
import org.recastal.space.Parameter;
import org.recastal.space.Point;
import org.recastal.space.PointId;
import org.recastal.space.SearchSpace;
import org.recastal.study.PointPlaces;
import org.recastal.study.PointState;
import org.recastal.study.spec.GoalSpec;
import org.recastal.study.spec.ScanSpec;

/**
 * What iDDS gives to a steering program:
 *
 * <pre>{@code
 * {"points": [[{"mZd": 20}, 0.34], [{"mZd": 30}, null]], "opt_space": {"mZd": {…}}}
 * }</pre>
 *
 * A point is a pair of coordinates and loss; the loss of a point that still runs is null. The loss
 * is the value of the goal's one line, in the unit of the spec's limits.
 */
public final class SteeringInput {

  private final ScanSpec spec;
  private final Line line;
  private final LimitCheck check;
  private final String source;
  private final Set<PointId> seen = new HashSet<>();

  private SteeringInput(ScanSpec spec, String source) {
    this.spec = spec;
    this.source = source;
    this.line = onlyLine(spec.goal());
    this.check =
        new LimitCheck(spec.limits().quantity(), spec.limits().unit(), spec.limits().level());
  }

  /**
   * The points of the input, told or pending.
   *
   * @param source for messages
   */
  public static List<PointState> points(ScanSpec spec, JsonNode in, String source) {
    SteeringInput reading = new SteeringInput(spec, source);
    if (!in.path("points").isArray()) {
      throw RecastAlException.badInput(
          source + ": expected {\"points\": [[{axis: value}, loss or null], …]}");
    }
    reading.checkSpace(in.path("opt_space"));
    List<PointState> points = new ArrayList<>();
    for (JsonNode pair : in.get("points")) {
      points.add(reading.point(pair, source + ", point " + (points.size() + 1)));
    }
    return points;
  }

  private static Line onlyLine(GoalSpec goal) {
    if (goal.of().size() != 1) {
      throw RecastAlException.badInput(
          "a loss is one number, but the goal looks at "
              + (goal.of().isEmpty() ? "observed and expected" : goal.of().size() + " lines")
              + "; steer with a goal of one line, such as {find: minimum, of: observed}");
    }
    return goal.of().keySet().iterator().next();
  }

  private PointState point(JsonNode pair, String where) {
    if (!pair.isArray() || pair.size() != 2 || !pair.get(0).isObject()) {
      throw RecastAlException.badInput(where + ": expected [{axis: value}, loss or null]");
    }
    Point point = place(Coordinates.of(spec.space(), pair.get(0), where), where);
    if (!seen.add(point.id())) {
      throw RecastAlException.badInput(where + ": " + point.id() + " stands there twice");
    }
    PointState pending = PointState.pending(point, 0, PointState.Origin.HANDED_OUT, "in " + source);
    return pair.get(1).isNull() ? pending : pending.ended(outcome(pair.get(1), where));
  }

  /** The lattice point or pool member that was suggested, where the axis printed fewer digits. */
  private Point place(double[] coordinates, String where) {
    PointPlaces places = new PointPlaces(spec.space());
    Point exact = places.exactly(coordinates, where);
    Point snapped = spec.space().point(spec.space().snap(coordinates));
    return places.areAlike(coordinates, snapped) ? snapped : exact;
  }

  private Outcome outcome(JsonNode loss, String where) {
    Map<Line, Double> values = new EnumMap<>(Line.class);
    values.put(line, Coordinates.number(loss, where + ": the loss"));
    return check.outcome(values, Map.of(), where);
  }

  private void checkSpace(JsonNode optSpace) {
    if (optSpace.isMissingNode() || optSpace.isNull() || optSpace.isEmpty()) {
      return;
    }
    SearchSpace space = spec.space();
    List<String> names = new ArrayList<>();
    optSpace.fieldNames().forEachRemaining(names::add);
    Coordinates.requireNames(space, names, source + ", opt_space");
    for (Parameter axis : space.parameters()) {
      checkAxis(axis, optSpace.get(axis.name()));
    }
  }

  /** Bounds are checked where they stand as {bounds: [a, b]} or as low and high. */
  private void checkAxis(Parameter axis, JsonNode given) {
    JsonNode dimension = given.has("dimension") ? given.get("dimension") : given;
    JsonNode low = dimension.has("low") ? dimension.get("low") : given.path("bounds").path(0);
    JsonNode high = dimension.has("high") ? dimension.get("high") : given.path("bounds").path(1);
    boolean narrower =
        (low.isNumber() && low.asDouble() > axis.min())
            || (high.isNumber() && high.asDouble() < axis.max());
    if (narrower) {
      throw RecastAlException.badInput(
          String.format(
              "%s, opt_space: %s goes from %s to %s, but the spec scans %s to %s; make them agree",
              source, axis.name(), low, high, axis.min(), axis.max()));
    }
  }
}

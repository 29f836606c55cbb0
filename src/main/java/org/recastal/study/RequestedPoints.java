package org.recastal.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recastal.limits.Outcome;
import org.recastal.space.Constraint;
import org.recastal.space.Parameter;
import org.recastal.space.Point;
import org.recastal.space.PointId;
import org.recastal.space.SearchSpace;
import org.recastal.study.journal.Event;
import org.recastal.study.request.ScanRequest;
import org.recastal.study.request.ScanRequest.RequestedPoint;
import org.recastal.study.spec.RequestReader;
import org.recastal.study.spec.ScanSpec;

/**
 * The points of a scan request. Those that the spec's space does not have are answered at once: one
 * wish that cannot be granted does not keep the others waiting.
 *
 * @param possible what can be evaluated, in the order of the request
 * @param invalid the others, each with its reason
 * @param archives what came with a point
 */
record RequestedPoints(
    List<Point> possible, List<Event.ToldPoint> invalid, Map<PointId, Path> archives) {

  /** The points of the spec's request; none when it has no request. */
  static RequestedPoints of(ScanSpec spec) {
    List<Point> possible = new ArrayList<>();
    List<Event.ToldPoint> invalid = new ArrayList<>();
    Map<PointId, Path> archives = new LinkedHashMap<>();
    if (spec.start().request().isPresent()) {
      SearchSpace space = spec.space();
      ScanRequest request = RequestReader.read(spec.start().request().get(), space.names());
      for (RequestedPoint wanted : request.points()) {
        double[] coordinates = wanted.coordinates().values().stream().mapToDouble(v -> v).toArray();
        Point point = space.point(coordinates);
        Optional<String> trouble = trouble(space, point);
        if (trouble.isPresent()) {
          invalid.add(new Event.ToldPoint(point, new Outcome.Invalid(trouble.get())));
        } else {
          possible.add(point);
          wanted.data().ifPresent(zip -> archives.put(point.id(), zip));
        }
      }
    }
    return new RequestedPoints(possible, invalid, archives);
  }

  private static Optional<String> trouble(SearchSpace space, Point point) {
    double[] coordinates = point.toArray();
    for (int i = 0; i < coordinates.length; i++) {
      Parameter axis = space.parameters().get(i);
      if (!axis.contains(coordinates[i])) {
        return Optional.of(
            "%s = %s lies outside %s to %s"
                .formatted(axis.name(), coordinates[i], axis.min(), axis.max()));
      }
      if (!axis.isOnLattice(coordinates[i])) {
        return Optional.of(
            "%s = %s is no multiple of the step %s above the minimum"
                .formatted(axis.name(), coordinates[i], axis.step()));
      }
    }
    Optional<Constraint> broken =
        space.constraints().stream().filter(c -> !c.holds(space.names(), coordinates)).findFirst();
    if (broken.isPresent()) {
      return Optional.of("violates " + broken.get().expression());
    }
    boolean inPool = space.pool().map(p -> p.points().contains(point)).orElse(true);
    return inPool ? Optional.empty() : Optional.of("is not among the points of the pool");
  }
}

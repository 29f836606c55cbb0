package org.recastal.study.chain;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.recastal.jobs.JobEnd;
import org.recastal.limits.Diagnosis;
import org.recastal.limits.Outcome;
import org.recastal.limits.readers.LimitReader;
import org.recastal.study.PointState;

/**
 * What a chain answers.
 *
 * @param reader of the file with the limits
 * @param names of the parameters, in the order of coordinates
 * @param check whether an answer is what the spec asks for
 */
public record Answer(LimitReader reader, List<String> names, UnaryOperator<Outcome> check) {

  Outcome of(PointState point, Path file) {
    Map<String, Double> at = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      at.put(names.get(i), point.point().coordinates().get(i));
    }
    return check.apply(reader.read(file, at));
  }

  /** Of a chain that does not go on. */
  static Outcome without(JobEnd end) {
    return end.kind() == JobEnd.Kind.INVALID
        ? new Outcome.Invalid(end.message())
        : new Outcome.Ill(new Diagnosis(Diagnosis.Illness.REPORTED_FAILURE, end.message()));
  }
}

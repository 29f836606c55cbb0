package org.recastal.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.recastal.RecastAlException;
import org.recastal.study.PointState;
import org.recastal.study.Steering;
import org.recastal.study.spec.ScanSpec;

/**
 * One call of a steering program by iDDS.
 *
 * @param spec of the scan
 * @param in what iDDS gives
 * @param out where the points go
 */
record IddsCall(ScanSpec spec, Path in, Path out) {

  /**
   * Answers.
   *
   * @return why there are no more points, when there are none
   */
  Optional<String> answer(int size, Optional<Integer> most) {
    Steering.Answer answer =
        Steering.next(
            spec,
            read(),
            in.getFileName().toString(),
            size,
            most.map(OptionalInt::of).orElse(OptionalInt.empty()));
    List<PointState> points =
        answer.points().stream()
            .map(p -> PointState.pending(p, 0, PointState.Origin.HANDED_OUT, ""))
            .toList();
    write(PointsFormat.IDDS.text(spec, points));
    return answer.finished();
  }

  private JsonNode read() {
    try {
      return JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build()
          .readTree(Files.readString(in));
    } catch (JsonProcessingException e) {
      throw RecastAlException.badInput(
          in + ": not JSON: " + e.getOriginalMessage().lines().findFirst().orElse(""));
    } catch (IOException e) {
      throw new RecastAlException(
          RecastAlException.Kind.BAD_INPUT, in + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private void write(String text) {
    try {
      Files.writeString(out, text);
    } catch (IOException e) {
      throw new RecastAlException(
          RecastAlException.Kind.FAILURE, out + ": cannot be written: " + e.getMessage(), e);
    }
  }
}

package org.recastal.study.request;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody asks to be evaluated.
 *
 * <pre>{@code
 * type: recast_scan
 * title: A dark photon
 * description: Twelve points along the diagonal.
 * pubkey: ssh-ed25519 AAAA…
 * parameters: [mZd, epsilon]                 # the order of the coordinates
 * points:
 *   - {coordinates: [20, 1e-3], data: points/0.zip}
 *   - coordinates: {epsilon: 1e-2, mZd: 25}  # or by name
 * }</pre>
 *
 * @param file where it was read
 * @param title one line for people, may be empty
 * @param description for people, may be empty
 * @param pubkey the key of whoever asks, as it stands; nothing is done with it
 * @param points in order
 */
public record ScanRequest(
    Path file, String title, String description, String pubkey, List<RequestedPoint> points) {

  public ScanRequest {
    points = List.copyOf(points);
  }

  /**
   * One point.
   *
   * @param coordinates value per parameter, in the order of the spec
   * @param data an archive of files that the evaluation needs
   * @param line where it stands in the file, from 1
   */
  public record RequestedPoint(Map<String, Double> coordinates, Optional<Path> data, int line) {
    public RequestedPoint {
      coordinates = Collections.unmodifiableMap(new LinkedHashMap<>(coordinates));
    }
  }
}

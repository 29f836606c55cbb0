package org.recastal.study;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.recastal.space.PointId;
import org.recastal.study.request.PointArchive;
import org.recastal.study.spec.ScanSpec;

/**
 * The files that came with points of a scan request, each in {@code points/<id>/data/}.
 *
 * @param folder the scan
 * @param archives the archive of each point that has one
 */
record PointData(ScanFolder folder, Map<PointId, Path> archives) {

  static PointData of(ScanFolder folder, ScanSpec spec) {
    return new PointData(folder, RequestedPoints.of(spec).archives());
  }

  /**
   * The folder of a point's files, unpacked when it is first asked for.
   *
   * @throws org.recastal.RecastAlException when the archive holds what it must not
   */
  Optional<Path> folderFor(PointId point) {
    return Optional.ofNullable(archives.get(point))
        .map(
            zip ->
                PointArchive.unpack(zip, folder.points().resolve(point.value()).resolve("data")));
  }
}

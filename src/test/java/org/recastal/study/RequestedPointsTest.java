package org.recastal.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recastal.limits.Outcome;
import org.recastal.study.spec.ScanSpec;
import org.recastal.study.spec.ScanSpecReader;
import org.recastal.study.spec.SpecMeaning;

class RequestedPointsTest {

  private static final String SPEC =
      """
      recast-al: 1
      name: asked
      parameters:
        mZd: {min: 15, max: 55, unit: GeV}
        eps: {min: 0.1, max: 1}
      constraints: ["mZd > 20 * eps"]
      limits: {quantity: mu-limit}
      goal: {find: contour, at: 1.0}
      start: {request: asked/request.yml}
      evaluate: {replay: {table: map.csv, mode: interpolate}}
      """;

  private static final String REQUEST =
      """
      type: recast_scan
      title: A dark photon
      parameters: [eps, mZd]
      points:
        - {coordinates: [0.2, 20], data: zips/0.zip}
        - {coordinates: [0.2, 80]}
        - {coordinates: {mZd: 16, eps: 0.9}}
        - {coordinates: {mZd: 50, eps: 0.5}}
      """;

  @TempDir private Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    Files.createDirectories(folder.resolve("asked/zips"));
    Files.writeString(folder.resolve("asked/request.yml"), REQUEST);
    Files.writeString(
        folder.resolve("map.csv"),
        "mZd,eps,observed\n15,0.1,1\n15,1,2\n35,0.1,0.5\n35,1,2\n55,0.1,2\n55,1,4\n");
    try (OutputStream out = Files.newOutputStream(folder.resolve("asked/zips/0.zip"));
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      zip.putNextEntry(new ZipEntry("card.txt"));
      zip.write("mass 20\n".getBytes(StandardCharsets.UTF_8));
    }
  }

  private Path spec(String text) throws IOException {
    return Files.writeString(folder.resolve("scan.yml"), text);
  }

  private ScanFolder scanned(Path spec) {
    ScanFolder scan = ScanFolder.besideSpec(spec);
    Scan toRun = new Scan(spec, scan, "test", InstantSource.system());
    try (OpenScan open = toRun.open(ScanListener.silent())) {
      open.run(idle -> {});
    }
    return scan;
  }

  @Test
  void scan_ofARequest_evaluatesItsPointsAndStops() throws IOException {
    StudyState state = scanned(spec(SPEC)).readState();

    assertThat(state.points())
        .as(() -> state.points().toString())
        .extracting(p -> p.point().coordinates().get(0), PointState::status)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(80.0, PointState.Status.INVALID),
            org.assertj.core.groups.Tuple.tuple(16.0, PointState.Status.INVALID),
            org.assertj.core.groups.Tuple.tuple(20.0, PointState.Status.LIMIT),
            org.assertj.core.groups.Tuple.tuple(50.0, PointState.Status.LIMIT));
    assertThat(state.lastDecision().orElseThrow().stop()).isTrue();
  }

  @Test
  void scan_ofARequestWithRounds_growsIt() throws IOException {
    StudyState state = scanned(spec(SPEC + "rounds: [2, 1]\n")).readState();
    assertThat(state.points()).hasSize(4 + 3);
  }

  @Test
  void invalidPoints_nameWhatTheyBreak() throws IOException {
    assertThat(RequestedPoints.of(ScanSpecReader.read(spec(SPEC))).invalid())
        .extracting(t -> ((Outcome.Invalid) t.outcome()).reason())
        .containsExactly("mZd = 80.0 lies outside 15.0 to 55.0", "violates mZd > 20 * eps");
  }

  @Test
  void copy_ofARequest_isWholeAndMeansTheSame() throws IOException {
    Path original = spec(SPEC);
    String digest = SpecMeaning.digest(ScanSpecReader.read(original));
    ScanFolder scan = new ScanFolder(folder.resolve("copy"));
    scan.create();
    SpecCopy.of(original, ScanSpecReader.read(original)).write(scan);
    Files.delete(folder.resolve("asked/zips/0.zip"));

    ScanSpec copy = ScanSpecReader.read(scan.specCopy());

    assertThat(SpecMeaning.digest(copy)).isEqualTo(digest);
    PointData data = PointData.of(scan, copy);
    Path unpacked = data.folderFor(RequestedPoints.of(copy).possible().get(0).id()).orElseThrow();
    assertThat(unpacked.resolve("card.txt")).hasContent("mass 20");
    assertThat(unpacked.startsWith(scan.points())).isTrue();
    assertThat(data.folderFor(RequestedPoints.of(copy).possible().get(1).id())).isEmpty();
  }
}

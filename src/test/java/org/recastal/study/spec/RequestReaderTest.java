package org.recastal.study.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recastal.study.request.ScanRequest;

class RequestReaderTest {

  private static final List<String> NAMES = List.of("mZd", "eps");

  private static final String HEAD = "type: recast_scan\nparameters: [eps, mZd]\n";

  @TempDir private Path folder;

  private ScanRequest read(String text) throws IOException {
    return RequestReader.read(Files.writeString(folder.resolve("request.yml"), text), NAMES);
  }

  private List<String> mistakes(String text) {
    return catchThrowableOfType(SpecException.class, () -> read(text)).mistakes().stream()
        .map(m -> m.text().replace(folder + "/", ""))
        .toList();
  }

  @Test
  void read_coordinatesInAnyOrder_areThoseOfTheSpec() throws IOException {
    Files.writeString(folder.resolve("x.zip"), "");
    ScanRequest request =
        read(
            HEAD
                + "title: A\npubkey: ssh-rsa AAAA\ndescription: |\n  two\n  lines\n"
                + "points:\n- {coordinates: [1e-3, 20], data: x.zip}\n"
                + "- coordinates: {mZd: 30, eps: 0.1}\n");
    assertThat(request.points())
        .extracting(p -> List.copyOf(p.coordinates().values()))
        .containsExactly(List.of(20.0, 1e-3), List.of(30.0, 0.1));
    assertThat(request.points().get(0).data()).contains(folder.resolve("x.zip"));
    assertThat(request.title()).isEqualTo("A");
  }

  @Test
  void read_manyPoints_areRead() throws IOException {
    String points =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "- coordinates: [0.1, " + i + "]\n")
            .collect(Collectors.joining());
    assertThat(read(HEAD + "points:\n" + points).points()).hasSize(10_000);
  }

  @Test
  void read_mistakes_areToldAtTheirPlaces() {
    assertThat(mistakes("type: recast\nparmeters: [a]\n"))
        .containsExactly(
            "request.yml:1:1: parameters: expected the parameters of the spec, mZd, eps; missing:"
                + " mZd, eps",
            "request.yml:1:7: type: expected recast_scan",
            "request.yml:2:1: parmeters: unknown key (did you mean parameters?)");
    assertThat(mistakes("type: recast_scan\nparameters: [mzd, eps]\npoints: []\n"))
        .containsExactly(
            "request.yml:2:13: parameters: the spec has no parameter mzd (did you mean mZd?)");
    assertThat(
            mistakes(
                HEAD
                    + "points:\n"
                    + "- {coordinates: [1]}\n"
                    + "- {coordinates: [1, x], dat: y}\n"
                    + "- {coordinates: {eps: 1, mass: 3}}\n"
                    + "- {coordinates: [1, 2], data: ../x.zip}\n"
                    + "- {coordinates: [1, 2.0], data: y.zip}\n"
                    + "- 3\n"))
        .containsExactly(
            "request.yml:4:17: points[0].coordinates: expected 2 numbers, found 1",
            "request.yml:5:21: points[1].coordinates[1]: expected a number, found \"x\"",
            "request.yml:5:25: points[1].dat: unknown key (did you mean data?)",
            "request.yml:6:17: points[2].coordinates.mZd: missing; expected a number",
            "request.yml:6:26: points[2].coordinates.mass: unknown key; expected eps or mZd",
            "request.yml:7:31: points[3].data: expected a path below the folder of the request,"
                + " found ../x.zip",
            "request.yml:8:3: points[4]: this point stands in line 7 too",
            "request.yml:8:33: points[4].data: no such file: y.zip",
            "request.yml:9:3: points[5]: expected {coordinates: […], data: …}");
  }

  @Test
  void read_bombsTagsAndOtherFiles_areMistakes() {
    assertThat(mistakes(""))
        .containsExactly(
            "request.yml:1:1: no scan request; expected type: recast_scan, parameters, points");
    assertThat(mistakes(HEAD + "points: !!java.net.URL [x]\n").get(0)).contains("type tags");
    StringBuilder bomb = new StringBuilder(HEAD + "points: [1]\na: &a [1,1,1,1,1,1,1,1,1,1]\n");
    for (char c = 'b'; c < 'j'; c++) {
      String old = "*" + (char) (c - 1);
      bomb.append(c).append(": &").append(c).append(" [");
      bomb.append(String.join(",", java.util.Collections.nCopies(10, old))).append("]\n");
    }
    assertThat(mistakes(bomb.toString()).get(0)).contains("aliases unfold");
  }
}

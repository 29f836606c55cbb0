package org.recastal.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recastal.RecastAlException;

class PreparationTest {

  private static final PointFacts POINT = StepFixture.point();

  @TempDir Path scan;
  private Path sources;
  private JobFolder folder;

  @BeforeEach
  void folders() throws IOException {
    sources = Files.createDirectory(scan.resolve("my sources"));
    folder = folderOf("fit");
  }

  private JobFolder folderOf(String step) {
    return JobFolder.of(scan.resolve("points"), new JobKey("dark-z", POINT.point(), step, 1));
  }

  private Job prepare(StepFixture fixture) {
    Step step = fixture.named("fit");
    return new Preparation(new Chain(List.of(step))).prepare(step, POINT, 1, folder, Map.of());
  }

  private void refused(StepFixture fixture, String message) {
    assertThatExceptionOfType(RecastAlException.class)
        .isThrownBy(() -> prepare(fixture))
        .withMessageContaining(message)
        .matches(e -> !e.getMessage().contains("\n"), "one line");
  }

  private Path source(String name, String text) throws IOException {
    return Files.writeString(sources.resolve(name), text);
  }

  @Test
  void prepare_command_hasItsWordsFilledIn() {
    Job job =
        prepare(
            StepFixture.command(
                "fit.py", "--mass={{mZd:%.2f}}", "{{point}}", "{{attempt}} {{seed}}", "{{work}}"));
    assertThat(job.command())
        .containsExactly("fit.py", "--mass=20.50", "mZd020p5", "1 77", folder.work().toString());
    assertThat(job.key().text()).isEqualTo("dark-z/mZd020p5/fit/1");
    assertThat(folder.work()).isEmptyDirectory();
  }

  @Test
  void prepare_shell_getsTheScriptAsItStands() {
    String script = "echo \"$PARAM_mZd\" {{mZd}} '$(x)'";
    assertThat(prepare(StepFixture.shell(script)).command())
        .containsExactly("/bin/sh", "-c", script);
  }

  @Test
  void prepare_environment_tellsThePoint() {
    Job job = prepare(StepFixture.command("x").withEnvironment("CARD", "m{{mZd}}.dat"));
    assertThat(job.environment())
        .containsEntry("CARD", "m20.5.dat")
        .containsEntry("PARAM_mZd", "20.5")
        .containsEntry("PARAM_eps", "1e-4")
        .containsEntry("RECAST_AL_SCAN", "dark-z")
        .containsEntry("RECAST_AL_POINT", "mZd020p5")
        .containsEntry("RECAST_AL_STEP", "fit")
        .containsEntry("RECAST_AL_ATTEMPT", "1")
        .containsEntry("RECAST_AL_SEED", "77")
        .containsEntry("RECAST_AL_JOB_DIR", folder.path().toString())
        .doesNotContainKey("RECAST_AL_DATA");
  }

  @Test
  void prepare_dataOfThePoint_isNamed() {
    Step step = StepFixture.command("{{data}}/lhe").named("fit");
    PointFacts withData = new PointFacts("s", "p", Map.of(), 1, Optional.of(Path.of("/d/x")));
    Job job =
        new Preparation(new Chain(List.of(step))).prepare(step, withData, 1, folder, Map.of());
    assertThat(job.command()).containsExactly("/d/x/lhe");
    assertThat(job.environment()).containsEntry("RECAST_AL_DATA", "/d/x");
  }

  @Test
  void prepare_filesAndTemplates_areInTheWorkFolder() throws IOException {
    Path program = source("fit it.sh", "#!/bin/sh\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Path card = source("card.tmpl", "MASS {{mZd:%8.3f}}\n");
    prepare(StepFixture.command("x").withFiles(program).withTemplate("cards/run.dat", card));
    assertThat(folder.work().resolve("fit it.sh")).isExecutable().hasContent("#!/bin/sh\n");
    assertThat(folder.work().resolve("cards/run.dat")).hasContent("MASS   20.500\n");
    try (Stream<Path> left = Files.list(folder.path())) {
      assertThat(left).containsExactly(folder.work());
    }
  }

  @Test
  void prepare_again_leavesWhatIsThere() throws IOException {
    Path card = source("card", "{{mZd}}");
    StepFixture fixture =
        StepFixture.command("x").withFiles(source("a", "1")).withTemplate("b", card);
    prepare(fixture);
    FileTime old = FileTime.from(Instant.EPOCH);
    for (String name : List.of("a", "b")) {
      Files.setLastModifiedTime(folder.work().resolve(name), old);
    }
    Files.writeString(folder.work().resolve("made by the program"), "x");
    Files.writeString(card, "new {{mZd}}");
    prepare(fixture);
    assertThat(Files.getLastModifiedTime(folder.work().resolve("a"))).isEqualTo(old);
    assertThat(folder.work().resolve("b")).hasContent("new 20.5");
    assertThat(folder.work().resolve("made by the program")).hasContent("x");
  }

  @Test
  void prepare_inputs_areTheOutputsOfTheEarlierJob() throws IOException {
    JobFolder earlier = earlierOutput("out/daod.root");
    prepareInput("in/sample.root", earlier);
    assertThat(folder.work().resolve("in/sample.root")).hasContent("sample");
    prepareInput("in/sample.root", earlier);
    assertThat(folder.work().resolve("in/sample.root")).hasContent("sample");
  }

  @Test
  void prepare_inputThatLinksOutOfTheScan_isRefused() throws IOException {
    JobFolder earlier = folderOf("gen");
    Files.createDirectories(earlier.work().resolve("out"));
    Path outside = Files.writeString(scan.resolve("outside"), "secret");
    Files.createSymbolicLink(earlier.work().resolve("out/daod.root"), outside);
    assertThatExceptionOfType(RecastAlException.class)
        .isThrownBy(() -> prepareInput("in", earlier))
        .withMessageContaining("is a link out of the scan folder");
  }

  private JobFolder earlierOutput(String path) throws IOException {
    JobFolder earlier = folderOf("gen");
    Path file = earlier.work().resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "sample");
    return earlier;
  }

  private void prepareInput(String path, JobFolder earlier) {
    Step gen = StepFixture.command("x").withOutput("sample", "out/daod.root").named("gen");
    Step fit = StepFixture.command("x").withInput(path, "gen", "sample").named("fit");
    new Preparation(new Chain(List.of(gen, fit)))
        .prepare(fit, POINT, 1, folder, Map.of("gen", earlier));
  }

  @Test
  void prepare_inputThatNobodyMade_isRefused() {
    refused(
        StepFixture.command("x").withInput("in", "gen", "sample"),
        "input gen.sample of step fit: no job of this point has made it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "a/../../x", "/tmp/x", "", " ", "a/./b", "a\0b", ".."})
  void prepare_pathOutOfTheWorkFolder_isRefused(String path) throws IOException {
    Path card = source("card", "x");
    refused(StepFixture.command("x").withTemplate(path, card), "path '");
    try (Stream<Path> all = Files.walk(scan)) {
      assertThat(all.filter(Files::isRegularFile)).containsExactly(card);
    }
  }

  @Test
  void prepare_linkInTheWorkFolder_isNotFollowed() throws IOException {
    Path card = source("card", "x");
    Path outside = Files.createDirectory(scan.resolve("outside"));
    Files.createDirectories(folder.work());
    Files.createSymbolicLink(folder.work().resolve("cards"), outside);
    refused(StepFixture.command("x").withTemplate("cards/run", card), "is a link or a file");
    assertThat(outside).isEmptyDirectory();
  }

  @Test
  void prepare_linkWhereAFileGoes_isReplaced() throws IOException {
    Path victim = Files.writeString(scan.resolve("victim"), "dear");
    Files.createDirectories(folder.work());
    Files.createSymbolicLink(folder.work().resolve("card"), victim);
    prepare(StepFixture.command("x").withTemplate("card", source("card", "x")));
    assertThat(victim).hasContent("dear");
    assertThat(Files.isSymbolicLink(folder.work().resolve("card"))).isFalse();
  }

  @Test
  void prepare_namesThatLookLikeCode_stayNames() throws IOException {
    String name = "$(touch x) `id` \"'{}\n;&.txt";
    prepare(
        StepFixture.command("x")
            .withFiles(source(name, "1"))
            .withTemplate("t" + name, source("c", "2")));
    assertThat(Files.exists(folder.work().resolve(name), LinkOption.NOFOLLOW_LINKS)).isTrue();
    assertThat(folder.work().resolve("t" + name)).hasContent("2");
  }

  @Test
  void prepare_twoFilesAtOnePlace_isRefused() throws IOException {
    Path a = source("a", "1");
    refused(StepFixture.command("x").withFiles(a).withTemplate("a", a), "two files are put at 'a'");
  }

  @Test
  void prepare_wrongNames_areRefused() throws IOException {
    refused(
        StepFixture.command("x", "{{mzd}}"),
        "command of step fit, word 2:1:1: unknown name {{mzd}}; did you mean mZd?");
    refused(StepFixture.command("{{data}}"), "unknown name {{data}}");
    refused(StepFixture.command("a\0b"), "holds a NUL character");
    refused(
        StepFixture.command("x").withEnvironment("A", "a\0b"),
        "environment variable A holds a NUL");
    refused(
        StepFixture.command("x").withEnvironment("A=B", "1"),
        "is no name of an environment variable");
    refused(StepFixture.command("x").withEnvironment("PARAM_x", "1"), "is set by recast-al");
    refused(StepFixture.command("x").withFiles(sources), "is a folder");
    refused(StepFixture.command("x").withFiles(sources.resolve("none")), "there is no file");
    assertThat(folder.path())
        .satisfiesAnyOf(
            p -> assertThat(p).doesNotExist(), p -> assertThat(folder.work()).isEmptyDirectory());
  }

  @Test
  void prepare_whereNoFolderCanBe_saysSo() throws IOException {
    Files.writeString(scan.resolve("points"), "a file");
    refused(StepFixture.command("x"), "cannot make folder " + folder.path() + ": ");
  }

  @Test
  void check_step_findsMistakesInWordsEnvironmentTemplatesAndScript() throws IOException {
    Path card = source("card", "ok {{mZd}}\n{{epss}}");
    Step command =
        StepFixture.command("{{Point}}")
            .withEnvironment("A", "{{x")
            .withTemplate("c", card)
            .named("fit");
    assertThat(StepTemplates.check(command, List.of("mZd", "eps")))
        .extracting(Object::toString)
        .satisfiesExactly(
            m -> assertThat(m).contains("word 1:1:1: unknown name {{Point}}; did you mean point?"),
            m -> assertThat(m).contains("environment of step fit, A:1:1: {{ is not closed"),
            m -> assertThat(m).isEqualTo(card + ":2:1: unknown name {{epss}}; did you mean eps?"));
    Step shell = StepFixture.shell("awk '{{print}}'; x {{mZd}} {{seed}}").named("fit");
    assertThat(StepTemplates.check(shell, List.of("mZd")))
        .extracting(m -> m.message())
        .containsExactly(
            "a shell script takes no {{mZd}}; write \"$PARAM_mZd\"",
            "a shell script takes no {{seed}}; write \"$RECAST_AL_SEED\"");
  }
}

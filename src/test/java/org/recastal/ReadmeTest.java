package org.recastal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What the README shows is what there is. */
class ReadmeTest {

  private static final String SPEC = "examples/tchiwz/scan.yml";

  @Test
  void spec_explainedInTheReadme_isTheExamples() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    String begin = "<!-- spec:begin " + SPEC + " -->";
    assertThat(readme).containsOnlyOnce(begin).containsOnlyOnce("<!-- spec:end -->");
    String block =
        readme.substring(
            readme.indexOf(begin) + begin.length(), readme.indexOf("<!-- spec:end -->"));
    assertThat(block.strip()).startsWith("```yaml\n").endsWith("\n```");
    String yaml = block.strip().replaceFirst("^```yaml\n", "").replaceFirst("\n```$", "");

    assertThat(read(yaml)).isEqualTo(read(Files.readString(Path.of(SPEC)))).isNotNull();
  }

  @Test
  void files_thatTheReadmeLinks_areThere() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    assertThat(Pattern.compile("\\]\\(([^)#:]+)\\)").matcher(readme).results())
        .isNotEmpty()
        .allSatisfy(link -> assertThat(Path.of(link.group(1))).exists());
  }

  private static Object read(String yaml) {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
  }
}

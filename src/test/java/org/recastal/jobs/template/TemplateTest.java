package org.recastal.jobs.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recastal.RecastAlException;

class TemplateTest {

  private static final Map<String, Value> VALUES =
      Map.of(
          "mZd", Value.real(20.5),
          "eps", Value.real(1e-4),
          "n", Value.real(3),
          "seed", Value.whole(9007199254740993L),
          "point", Value.text("p{{mZd}} $(touch x)"));

  private static String render(String text) {
    return Template.parse("card.dat", text).render(VALUES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "m = {{mZd}}|m = 20.5",
        "{{ eps }}{{n}}|1e-43",
        "{{mZd:%.3f}}|20.500",
        "{{ mZd : %+08.2f }};|+0020.50;",
        "{{mZd:% g}}|~ 20.5~",
        "{{n:%03d}}|003",
        "{{seed}} {{seed:%d}}|9007199254740993 9007199254740993",
        "{{{mZd}}}|{20.5}",
        "{{'{{'}} and {{ \"{{\" }}mZd}}|{{ and {{mZd}}",
        "}} {x} { {|}} {x} { {",
        "{{point}}|p{{mZd}} $(touch x)"
      })
  void render_placeholders_fillsThemIn(String text, String rendered) {
    assertThat(render(text)).isEqualTo(rendered);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{{mZ}}|card.dat:1:1: unknown name {{mZ}}; did you mean mZd?",
        "ab {{quite_other}}|card.dat:1:4: unknown name {{quite_other}}; known are eps, mZd, n, point, seed",
        "{{mZd:%d}}|card.dat:1:1: %d wants a whole number, but mZd is 20.5",
        "{{mZd:%s}}|card.dat:1:1: %s is no number format; expected % with flags, width, .precision and one of d e E f g G, such as %.3f",
        "{{mZd|card.dat:1:1: {{ is not closed by }} on its line; two literal braces are written {{'{{'}}",
        "{{}}|card.dat:1:1: expected {{name}} or {{name:%.3f}}, found {{}}; two literal braces are written {{'{{'}}",
        "{{m-Zd}}|card.dat:1:1: expected {{name}} or {{name:%.3f}}, found {{m-Zd}}; two literal braces are written {{'{{'}}"
      })
  void render_mistakes_areRefusedWithTheirPlace(String text, String message) {
    assertThatExceptionOfType(RecastAlException.class)
        .isThrownBy(() -> render(text))
        .withMessage(message);
  }

  @Test
  void render_formatOfText_isRefused() {
    assertThatExceptionOfType(RecastAlException.class)
        .isThrownBy(() -> render("{{point:%d}}"))
        .withMessageStartingWith("card.dat:1:1: %d wants a number, but point is");
  }

  @Test
  void placeholders_inSeveralLines_haveTheirPlaces() {
    Template template = Template.parse("a", "{{x}}\r\n  {{y:%g}} {{\n{{z}}");
    assertThat(template.placeholders())
        .extracting(p -> p.name() + "@" + p.place())
        .containsExactly("x@a:1:1", "y@a:2:3", "z@a:3:1");
    assertThat(template.mistakes())
        .extracting(TemplateMistake::place)
        .containsExactly(new Place("a", 2, 12));
  }

  @Test
  void check_names_findsAllThatAreWrong() {
    Template template =
        Template.parse("a", "{{mZd}} {{seed:%d}} {{work}} {{Mzd}} {{work:%f}} {{mZd:%q}}");
    assertThat(TemplateNames.check(template, List.of("mZd")))
        .extracting(TemplateMistake::toString)
        .containsExactly(
            "a:1:30: unknown name {{Mzd}}; did you mean mZd?",
            "a:1:38: work is text and takes no number format, found %f",
            "a:1:50: %q is no number format; expected " + NumberFormat.EXPECTED);
  }

  @Test
  void file_notUtf8_keepsItsOtherBytes(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("card.dat");
    byte[] latin = "\u00e9 {{mZd}} \u00ff\n".getBytes(StandardCharsets.ISO_8859_1);
    Files.write(file, latin);
    assertThat(TemplateFile.read(file).render(VALUES))
        .isEqualTo("\u00e9 20.5 \u00ff\n".getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void file_utf8_staysUtf8(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("card.dat");
    Files.writeString(file, "\ufeffε={{eps}}\r\n");
    assertThat(TemplateFile.read(file).render(VALUES))
        .isEqualTo("\ufeffε=1e-4\r\n".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void file_missing_isSaidInOneLine(@TempDir Path folder) {
    Path file = folder.resolve("none");
    assertThatExceptionOfType(RecastAlException.class)
        .isThrownBy(() -> TemplateFile.read(file))
        .withMessage("cannot read template " + file + ": there is no such file");
  }

  @Test
  void file_tooLarge_isRefused(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("big");
    try (var channel =
        Files.newByteChannel(
            file,
            java.nio.file.StandardOpenOption.CREATE,
            java.nio.file.StandardOpenOption.WRITE)) {
      channel.position(16 << 20).write(java.nio.ByteBuffer.wrap(new byte[1]));
    }
    assertThatExceptionOfType(RecastAlException.class)
        .isThrownBy(() -> TemplateFile.read(file))
        .withMessageContaining("at most 16 MB");
  }
}

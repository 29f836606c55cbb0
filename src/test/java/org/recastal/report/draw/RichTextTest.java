package org.recastal.report.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RichTextTest {

  private static List<String> texts(RichText text) {
    return text.runs().stream().map(RichText.Run::text).toList();
  }

  @Test
  void parse_nestedSubscript_lowersTwice() {
    RichText text = RichText.parse("m_{Z_d} [GeV]");

    assertThat(texts(text)).containsExactly("m", "Z", "d", " [GeV]");
    assertThat(text.runs().get(1).raise()).isNegative();
    assertThat(text.runs().get(2).raise()).isLessThan(text.runs().get(1).raise());
    assertThat(text.runs().get(2).scale()).isLessThan(text.runs().get(1).scale());
    assertThat(text.runs().get(3).raise()).isZero();
  }

  @Test
  void parse_superAndSubscript_areStacked() {
    RichText text = RichText.parse("χ^{±}_{1}");

    assertThat(texts(text)).containsExactly("χ", "±", "1");
    assertThat(text.runs().get(1).stacked()).isFalse();
    assertThat(text.runs().get(2).stacked()).isTrue();
    assertThat(text.runs().get(1).raise()).isPositive();
  }

  @Test
  void parse_withoutBraces_takesLettersAndDigits() {
    assertThat(texts(RichText.parse("m_LSP"))).containsExactly("m", "LSP");
    assertThat(texts(RichText.parse("x^2 + 1"))).containsExactly("x", "2", " + 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "_", "a_", "^ b", "x_{", "x_{}", "{}}", "a_ b^", "_{a_{b}"})
  void parse_oddLabels_losesNoLetters(String label) {
    String letters = label.replaceAll("[^a-z]", "");

    assertThat(RichText.parse(label).bare().replaceAll("[^a-z]", "")).isEqualTo(letters);
  }

  @Test
  void title_insideBraces_isReadAsALabel() {
    assertThat(RichText.title("m_{Z_d} = 20")).isEqualTo(RichText.parse("m_{Z_d} = 20"));
  }

  @Test
  void title_bareUnderscores_stay() {
    assertThat(RichText.title("SUS-20-001_TChiWZ, m_{LSP}").bare())
        .isEqualTo("SUS-20-001_TChiWZ, mLSP");
  }
}

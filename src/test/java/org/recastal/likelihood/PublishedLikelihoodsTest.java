package org.recastal.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recastal.RecastAlException;

class PublishedLikelihoodsTest {

  @ParameterizedTest
  @ValueSource(strings = {"stau", "3L", "TChiWW"})
  void models_ofAllPatches_areFiniteAtTheirStart(String name) {
    Workspace background = LikelihoodReference.published(name);
    PatchSet patches = LikelihoodReference.patches(name);
    for (Patch patch : patches.patches()) {
      Model model = background.patched(patch).model();
      double[] theta = model.parameters().stream().mapToDouble(ModelParameter::init).toArray();
      double density = model.logDensity(theta, model.observed());
      assertThat(density).as(patch.name()).isFinite();
      theta[model.poi().getAsInt()] = 0;
      double[] gradient = new double[theta.length];
      double[] hessian = new double[theta.length * theta.length];
      double value = model.nll(model.observed()).hessian(theta, gradient, hessian);
      assertThat(value).isFinite();
      assertThat(IntStream.range(0, hessian.length).allMatch(i -> Double.isFinite(hessian[i])))
          .isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"stau", "3L", "TChiWW"})
  void verify_ofItsOwnWorkspace_passes(String name) {
    byte[] bytes = LikelihoodReference.bytes("published/" + name + "/BkgOnly.json.gz");
    PatchSet patches = LikelihoodReference.patches(name);
    assertThatCode(() -> patches.verify(bytes)).doesNotThrowAnyException();
    assertThatCode(() -> patches.verify(LikelihoodReference.published(name)))
        .doesNotThrowAnyException();
  }

  @Test
  void verify_ofAnotherWorkspace_isRefused() {
    PatchSet patches = LikelihoodReference.patches("3L");
    assertThatThrownBy(() -> patches.verify(LikelihoodReference.published("stau")))
        .isInstanceOf(RecastAlException.class)
        .hasMessageContaining("sha256 a20207ad");
  }

  @Test
  void patch_byItsValues_isFoundAsNumbers() {
    PatchSet patches = LikelihoodReference.patches("3L");
    assertThat(patches.labels()).containsExactly("mn2", "mn1");
    assertThat(patches.patch(250, 50).orElseThrow().name()).isEqualTo("ERJR_250_50");
    Patch patch = patches.patch("ERJR_100p0_20p0").orElseThrow();
    assertThat(patch.values()).isEqualTo(List.of("100", "20"));
    assertThat(patch.number(0)).isEqualTo(100);
    assertThat(patches.patch(1, 2)).isEmpty();
    assertThat(patches.patch("none")).isEmpty();
  }

  @Test
  void model_ofTheBackgroundAlone_hasNoSignal() {
    Workspace background = LikelihoodReference.published("stau");
    assertThatThrownBy(background::model)
        .isInstanceOf(NoSignalException.class)
        .hasMessageContaining("no signal");
  }
}

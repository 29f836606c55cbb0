package org.recastal.limits.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recastal.RecastAlException;
import org.recastal.limits.Bound;
import org.recastal.limits.Diagnosis;
import org.recastal.limits.Diagnosis.Illness;
import org.recastal.limits.LimitRecord;
import org.recastal.limits.Line;
import org.recastal.limits.Quantity;
import org.recastal.limits.readers.FileThresholds.Bracket;
import org.recastal.limits.readers.FileThresholds.Edge;

class PlausibilityTest {

  @TempDir Path folder;

  @Test
  void limitAtAnEndOfItsBracket_isABound() throws IOException {
    ForeignFile file = recast("{\"obs\": 9.9999, \"exp\": 4.0}", Quantity.MU_LIMIT);

    LimitRecord atTop = file.thresholds(bracket(0, 10)).limit();
    assertThat(atTop.values()).containsExactly(Map.entry(Line.EXPECTED, 4.0));
    assertThat(atTop.bounds()).containsExactly(Map.entry(Line.OBSERVED, Bound.above(9.9999)));
    assertThat(file.thresholds(bracket(4, 20)).limit().bound(Line.EXPECTED))
        .contains(Bound.below(4));
    assertThat(file.thresholds(bracket(0, 5)).limit().bound(Line.OBSERVED))
        .contains(Bound.above(5));
  }

  @Test
  void limitAtAnEndOfItsBracket_wishedToFail_isNoLimit() throws IOException {
    ForeignFile file = recast("{\"obs\": 9.9999, \"exp\": 4.0}", Quantity.MU_LIMIT);

    Diagnosis d = file.thresholds(failing(0, 10)).diagnosis();
    assertThat(d.illness()).isEqualTo(Illness.EDGE_OF_BRACKET);
    assertThat(d.message())
        .isEqualTo(
            "limit.json: obs: observed = 9.9999 is at the upper end of the bracket 0 … 10 in which"
                + " it was looked for; widen the bracket");
    assertThat(file.thresholds(failing(4, 20)).diagnosis().message())
        .contains("expected = 4 is at the lower end");
    assertThat(file.thresholds(failing(0, 20)).limit().values()).hasSize(2);
  }

  @Test
  void cabinetry_limitAtTheEndOfItsOwnScan_isABound() throws IOException {
    Path file = write("{\"observed_limit\": 10.0, \"poi_values\": [0.1, 3.2, 10.0]}");

    assertThat(ForeignFile.of(file, LimitFormat.CABINETRY, Quantity.MU_LIMIT).limit().bounds())
        .containsExactly(Map.entry(Line.OBSERVED, Bound.above(10)));
  }

  @Test
  void neutral_textOfAnInequality_isABound() throws IOException {
    Path file =
        write("{\"quantity\": \"r\", \"observed\": \"<0.05\", \"expected\": [8, 5, 4, 2, 1]}");

    LimitRecord limit = ForeignFile.of(file, LimitFormat.NEUTRAL, Quantity.MU_LIMIT).limit();
    assertThat(limit.bound(Line.OBSERVED)).contains(Bound.above(20));
  }

  @Test
  void neutral_textThatIsNoInequality_isMalformed() throws IOException {
    Path file = write("{\"quantity\": \"mu_upper_limit\", \"observed\": \"large\"}");

    assertThat(ForeignFile.of(file, LimitFormat.NEUTRAL, Quantity.MU_LIMIT).diagnosis().illness())
        .isEqualTo(Illness.MALFORMED);
  }

  @Test
  void observedFarFromTheBand_isDoubtedInLogOfLimits() throws IOException {
    // ln(100) / ln(1.5) = 11.36 half-widths
    ForeignFile far =
        recast("{\"obs\": 100, \"exp\": 1, \"exp_p1\": 1.5, \"exp_m1\": 0.7}", Quantity.MU_LIMIT);

    assertThat(far.diagnosis().illness()).isEqualTo(Illness.FAR_OUTSIDE_BAND);
    assertThat(far.diagnosis().message()).contains("lies 11 half-widths").contains("more than 10");
    assertThat(far.thresholds(farBands(11.3)).diagnosis().illness())
        .isEqualTo(Illness.FAR_OUTSIDE_BAND);
    assertThat(far.thresholds(farBands(11.4)).limit().values()).hasSize(4);
    assertThat(far.thresholds(farBands(0)).limit().values()).hasSize(4);
  }

  @Test
  void observedFarFromTheBand_isDoubtedInProbitOfCls() throws IOException {
    // probits: 0.5 → 0, 0.8413 → 1, 1e-30 → −11.46
    String numbers = "\"exp\": 0.5, \"exp_p1\": 0.8413, \"exp_m1\": 0.1587}";
    assertThat(recast("{\"obs\": 1e-30, " + numbers, Quantity.CLS).diagnosis().message())
        .contains("lies 11 half-widths");
    assertThat(recast("{\"obs\": 1e-20, " + numbers, Quantity.CLS).limit().values()).hasSize(4);
    assertThat(recast("{\"obs\": 1, " + numbers, Quantity.CLS).limit().values()).hasSize(4);
  }

  @Test
  void fewEvents_areDiagnosedWhereTheyAreStated() throws IOException {
    FileThresholds many =
        new FileThresholds(Optional.empty(), OptionalDouble.of(50_000), FileThresholds.FAR_BANDS);

    assertThat(
            ForeignFile.of("neutral/limit.json", LimitFormat.NEUTRAL, Quantity.MU_LIMIT)
                .thresholds(many)
                .diagnosis()
                .message())
        .isEqualTo(
            "limit.json: 20000 simulated events, at least 50000 are wanted; simulate more events");
    assertThat(
            ForeignFile.of("checkmate/cls_results.txt", LimitFormat.CHECKMATE, Quantity.CLS)
                .thresholds(many)
                .diagnosis()
                .illness())
        .isEqualTo(Illness.TOO_FEW_EVENTS);
    assertThat(
            ForeignFile.of("text/limits.txt", LimitFormat.TEXT, Quantity.MU_LIMIT)
                .columns(Map.of("m", "mass", "observed", "mu_obs", "events", "ngen"))
                .at("m", 500)
                .thresholds(many)
                .diagnosis()
                .illness())
        .isEqualTo(Illness.TOO_FEW_EVENTS);
    assertThat(
            ForeignFile.of("pyhf/cls.json", LimitFormat.PYHF, Quantity.CLS)
                .thresholds(many)
                .limit()
                .values())
        .hasSize(6);
  }

  @Test
  void bandsOutOfOrderAndClsAboveOne_keepTheirKeys() throws IOException {
    assertThat(pyhf("{\"CLs_obs\": 0.2, \"CLs_exp\": [0.5, 0.4, 0.3, 0.2, 0.1]}").message())
        .startsWith("limit.json: CLs_exp[0]: expected-2s = 0.5 is above expected-1s = 0.4");
    assertThat(pyhf("{\"CLs_obs\": 1.2}").message())
        .startsWith("limit.json: CLs_obs: observed = 1.2 is no cls: expected in (0, 1]");
    assertThat(pyhf("{\"CLs_exp\": [0.1, 0.2]}").message())
        .startsWith("limit.json: CLs_exp: expected 5 values from −2σ to +2σ, found 2");
    assertThat(pyhf("{\"CLs_obs\": [0.1]}").message())
        .isEqualTo("limit.json: CLs_obs: expected a number, found a list");
    assertThat(pyhf("{\"CLs_obs\": 0.1, \"CLs_obs\": 0.2}").message())
        .startsWith("limit.json:1:27: not JSON: Duplicate field");
    assertThat(pyhf("{\"CLs\": 0.1}").illness()).isEqualTo(Illness.MISSING);
  }

  @Test
  void bracketUpsideDown_isRefused() {
    assertThatThrownBy(() -> new Bracket(2, 1)).isInstanceOf(RecastAlException.class);
    assertThatThrownBy(() -> farBands(-1)).isInstanceOf(RecastAlException.class);
  }

  private Diagnosis pyhf(String json) throws IOException {
    return ForeignFile.of(write(json), LimitFormat.PYHF, Quantity.CLS).diagnosis();
  }

  private ForeignFile recast(String json, Quantity quantity) throws IOException {
    return ForeignFile.of(write(json), LimitFormat.RECAST, quantity);
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("limit.json"), text);
  }

  private static FileThresholds failing(double low, double high) {
    return new FileThresholds(
        Optional.of(new Bracket(low, high, Edge.FAILED)), OptionalDouble.empty(), 0);
  }

  private static FileThresholds bracket(double low, double high) {
    return new FileThresholds(
        Optional.of(new Bracket(low, high)), OptionalDouble.empty(), FileThresholds.FAR_BANDS);
  }

  private static FileThresholds farBands(double far) {
    return new FileThresholds(Optional.empty(), OptionalDouble.empty(), far);
  }
}

package org.recastal.limits.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.recastal.RecastAlException;
import org.recastal.limits.Diagnosis;
import org.recastal.limits.Diagnosis.Illness;
import org.recastal.limits.LimitRecord;
import org.recastal.limits.Line;
import org.recastal.limits.Quantity;

class LimitReadersTest {

  // Values are copied from text or inverted once.
  private static final Offset<Double> ROUNDING = within(1e-12);

  @Test
  void pyhf_ofItsCommandLine_givesAllSixLines() {
    LimitRecord limit = ForeignFile.of("pyhf/cls.json", LimitFormat.PYHF, Quantity.CLS).limit();

    assertThat(limit.values())
        .containsEntry(Line.OBSERVED, 0.05251497050109067)
        .containsEntry(Line.EXPECTED_M2, 0.0026062599764869144)
        .containsEntry(Line.EXPECTED, 0.06445319214468996)
        .containsEntry(Line.EXPECTED_P2, 0.5730361689820568)
        .hasSize(6);
  }

  @Test
  void pyhf_bareNaN_isNotANumberAndNamesTheKey() {
    Diagnosis d = ForeignFile.of("pyhf/nan.json", LimitFormat.PYHF, Quantity.CLS).diagnosis();

    assertThat(d.illness()).isEqualTo(Illness.NOT_A_NUMBER);
    assertThat(d.message()).startsWith("nan.json: CLs_obs: observed = NaN").contains("log");
  }

  @Test
  void cabinetry_limitsAndClsAtMuOne() {
    ForeignFile limits =
        ForeignFile.of("cabinetry/limits.json", LimitFormat.CABINETRY, Quantity.MU_LIMIT);
    ForeignFile cls = ForeignFile.of("cabinetry/limits.json", LimitFormat.CABINETRY, Quantity.CLS);

    assertThat(limits.limit().values())
        .hasSize(6)
        .containsEntry(Line.OBSERVED, 1.0128132832832046)
        .containsEntry(Line.EXPECTED_M2, 0.5610150258728374);
    assertThat(cls.diagnosis().message()).contains("μ = 1 was not tested");
  }

  @Test
  void recast_sameKeys_areWhatIsDeclared() {
    LimitRecord mu =
        ForeignFile.of("recast/limit_data.json", LimitFormat.RECAST, Quantity.MU_LIMIT).limit();
    LimitRecord cls =
        ForeignFile.of("recast/limit_data_nomsignal.json", LimitFormat.RECAST, Quantity.CLS)
            .limit();

    assertThat(mu.quantity()).isEqualTo(Quantity.MU_LIMIT);
    assertThat(mu.values()).containsEntry(Line.EXPECTED_P2, 0.7985).hasSize(6);
    assertThat(cls.quantity()).isEqualTo(Quantity.CLS);
    assertThat(cls.values()).containsEntry(Line.OBSERVED, 0.0031).hasSize(6);
  }

  @Test
  void histFitter_severalRegions_thatOfTheSmallestExpectedClsSpeaks() {
    ForeignFile file = harvest().at("mg", 500).at("mlsp", 100);

    assertThat(file.limit().values())
        .containsEntry(Line.OBSERVED, 0.0412)
        .containsEntry(Line.EXPECTED, 0.0063)
        .containsEntry(Line.EXPECTED_M2, 0.0002)
        .containsEntry(Line.EXPECTED_P1, 0.0302);
    assertThat(file.examine().notes()).first().asString().contains("SRB").contains("of 2");
    assertThat(file.select("SRA").limit().values()).containsEntry(Line.OBSERVED, 0.0231);
  }

  @Test
  void histFitter_pointWithinTheTolerance_isFoundAndOthersAreNot() {
    assertThat(harvest().at("mg", 800.0004).at("mlsp", 200).limit().values())
        .containsEntry(Line.OBSERVED, 0.214);
    assertThat(harvest().at("mg", 801).at("mlsp", 200).diagnosis().message())
        .contains("no row at m0 = 801.0, m12 = 200.0");
    assertThat(harvest().diagnosis().message()).contains("different values of m0, m12");
  }

  @Test
  void histFitter_notComputedAndFailed_areDiagnosed() {
    assertThat(harvest().at("mg", 900).at("mlsp", 300).diagnosis().illness())
        .isEqualTo(Illness.SENTINEL);
    Diagnosis failed = harvest().at("mg", 950).at("mlsp", 300).diagnosis();
    assertThat(failed.illness()).isEqualTo(Illness.REPORTED_FAILURE);
    assertThat(failed.message()).contains("[5]: failedfit is set");
  }

  @Test
  void histFitter_upperLimits_haveTheirError() {
    LimitRecord limit =
        ForeignFile.of(
                "histfitter/upperlimit__1_harvest_list.json",
                LimitFormat.HISTFITTER,
                Quantity.MU_LIMIT)
            .at("m0", 800)
            .at("m12", 200)
            .limit();

    assertThat(limit.values())
        .containsEntry(Line.OBSERVED, 1.932)
        .containsEntry(Line.EXPECTED_M2, 0.943)
        .containsEntry(Line.EXPECTED_P2, 3.359);
    assertThat(limit.errors()).containsEntry(Line.OBSERVED, 0.01);
  }

  @Test
  void checkMate_result_strongestTestSpeaksAndColoursAreGone() {
    ForeignFile file =
        ForeignFile.of("checkmate/result.txt", LimitFormat.CHECKMATE, Quantity.MU_LIMIT);

    assertThat(file.limit().value(Line.OBSERVED).orElseThrow())
        .isCloseTo(1 / 1.37254901961, ROUNDING);
    assertThat(file.examine().notes())
        .contains(
            "analysis atlas_2101_01629, signal region 4Jlowx_btag",
            "CheckMATE warns: Error is dominated by Monte Carlo statistics!");
    assertThat(file.select("SF-0J").limit().value(Line.OBSERVED).orElseThrow())
        .isCloseTo(1 / 0.8, ROUNDING);
  }

  @Test
  void checkMate_resultOfCls_isNoLimitOnMu() {
    assertThat(
            ForeignFile.of("checkmate/result_cls.txt", LimitFormat.CHECKMATE, Quantity.CLS)
                .limit()
                .values())
        .containsEntry(Line.OBSERVED, 0.1342);
    assertThat(
            ForeignFile.of("checkmate/result_cls.txt", LimitFormat.CHECKMATE, Quantity.MU_LIMIT)
                .diagnosis()
                .message())
        .contains("it states Result for CLs");
  }

  @Test
  void checkMate_tables_largestExpectedRSpeaks() {
    ForeignFile table =
        ForeignFile.of("checkmate/total_results.txt", LimitFormat.CHECKMATE, Quantity.MU_LIMIT);

    assertThat(table.limit().value(Line.OBSERVED).orElseThrow()).isCloseTo(1 / 2.49625, ROUNDING);
    assertThat(table.limit().value(Line.EXPECTED).orElseThrow()).isCloseTo(1 / 1.96426, ROUNDING);
    assertThat(table.select("4Jhighx").diagnosis().illness()).isEqualTo(Illness.TOO_FEW_EVENTS);
    LimitRecord cls =
        ForeignFile.of("checkmate/cls_results.txt", LimitFormat.CHECKMATE, Quantity.CLS).limit();
    assertThat(cls.values())
        .containsEntry(Line.OBSERVED, 0.0342)
        .containsEntry(Line.EXPECTED, 0.0611);
    assertThat(cls.errors()).containsEntry(Line.OBSERVED, 0.0021);
  }

  @Test
  void checkMate_multibin_hasBands() {
    ForeignFile file =
        ForeignFile.of("checkmate/results.dat", LimitFormat.CHECKMATE, Quantity.MU_LIMIT);

    assertThat(file.limit().values())
        .containsEntry(Line.OBSERVED, 0.8213)
        .containsEntry(Line.EXPECTED_M2, 0.4821)
        .hasSize(6);
    assertThat(file.select("cms_sus_19_005").limit().values())
        .containsOnly(Map.entry(Line.OBSERVED, 1.5012), Map.entry(Line.EXPECTED, 1.4103));
    assertThat(
            ForeignFile.of("checkmate/results.dat", LimitFormat.CHECKMATE, Quantity.CLS)
                .select("AllBins")
                .limit()
                .values())
        .containsEntry(Line.OBSERVED, 0.1712)
        .containsEntry(Line.EXPECTED_P2, 0.7112);
  }

  @Test
  void madAnalysis_likelihoodsWinAndTheirClsIsFlipped() {
    ForeignFile file =
        ForeignFile.of("madanalysis/CLs_output.dat", LimitFormat.MADANALYSIS, Quantity.CLS);

    assertThat(file.limit().value(Line.OBSERVED).orElseThrow()).isCloseTo(1 - 0.9688, ROUNDING);
    assertThat(file.examine().notes())
        .contains("analysis atlas_susy_2018_31, signal region [SL]-SRA");
    assertThat(file.select("cms_sus_16_033").limit().value(Line.OBSERVED).orElseThrow())
        .isCloseTo(1 - 0.9731, ROUNDING);
    assertThat(file.select("SR 1: HT > 500, 2 jets").limit().value(Line.OBSERVED).orElseThrow())
        .isCloseTo(1 - 0.8123, ROUNDING);
  }

  @Test
  void madAnalysis_limitsAreInPbAndConverted() {
    LimitRecord limit =
        ForeignFile.of(
                "madanalysis/CLs_output_noxsec.dat", LimitFormat.MADANALYSIS, Quantity.XSEC_LIMIT)
            .limit();

    assertThat(limit.unit()).isEqualTo("fb");
    assertThat(limit.value(Line.OBSERVED).orElseThrow()).isCloseTo(440.125, within(1e-9));
    assertThat(limit.value(Line.EXPECTED).orElseThrow()).isCloseTo(512.812, within(1e-9));
    assertThat(
            ForeignFile.of(
                    "madanalysis/CLs_output_noxsec.dat", LimitFormat.MADANALYSIS, Quantity.CLS)
                .diagnosis()
                .message())
        .contains("no column 1-CLs");
  }

  @Test
  void madAnalysis_otherLuminosity_isExpected() {
    assertThat(
            ForeignFile.of(
                    "madanalysis/CLs_output_lumi_3000.000.dat",
                    LimitFormat.MADANALYSIS,
                    Quantity.CLS)
                .limit()
                .values())
        .containsOnlyKeys(Line.EXPECTED);
  }

  @Test
  void sModels_largestRSpeaksAndIsInverted() {
    ForeignFile file =
        ForeignFile.of("smodels/point.slha.smodelsslha", LimitFormat.SMODELS, Quantity.MU_LIMIT);

    assertThat(file.limit().value(Line.OBSERVED).orElseThrow()).isCloseTo(1 / 1.605, ROUNDING);
    assertThat(file.limit().value(Line.EXPECTED).orElseThrow()).isCloseTo(1 / 1.25, ROUNDING);
    assertThat(file.select("CMS-SUS-16-039-agg").limit().values())
        .containsOnly(Map.entry(Line.OBSERVED, 1.25));
    assertThat(file.select("combined").limit().value(Line.OBSERVED).orElseThrow())
        .isCloseTo(1 / 1.8, ROUNDING);
    assertThat(file.select("2j_Meff_1200").diagnosis().illness()).isEqualTo(Illness.NOT_A_NUMBER);
  }

  @Test
  void sModels_notTested_isASentinel() {
    Diagnosis d =
        ForeignFile.of("smodels/not-tested.smodelsslha", LimitFormat.SMODELS, Quantity.MU_LIMIT)
            .diagnosis();

    assertThat(d.illness()).isEqualTo(Illness.SENTINEL);
    assertThat(d.message()).contains("not tested").contains(":5:");
  }

  @Test
  void neutral_allQuantities() {
    assertThat(
            ForeignFile.of("neutral/limit.json", LimitFormat.NEUTRAL, Quantity.MU_LIMIT)
                .limit()
                .values())
        .containsEntry(Line.EXPECTED_P2, 2.23)
        .hasSize(6);
    assertThat(
            ForeignFile.of("neutral/xsec.json", LimitFormat.NEUTRAL, Quantity.XSEC_LIMIT)
                .limit()
                .value(Line.OBSERVED)
                .orElseThrow())
        .isCloseTo(52.1, within(1e-9));
    assertThat(
            ForeignFile.of("neutral/r.json", LimitFormat.NEUTRAL, Quantity.MU_LIMIT)
                .limit()
                .values())
        .containsEntry(Line.OBSERVED, 2.0)
        .containsEntry(Line.EXPECTED_M2, 0.5);
    assertThat(ForeignFile.of("neutral/failed.json", LimitFormat.NEUTRAL, Quantity.CLS).diagnosis())
        .isEqualTo(
            new Diagnosis(
                Illness.REPORTED_FAILURE,
                "failed.json: status = failed: the fit did not converge; look at the program's"
                    + " log"));
    assertThat(
            ForeignFile.of("neutral/limit.json", LimitFormat.NEUTRAL, Quantity.CLS)
                .diagnosis()
                .illness())
        .isEqualTo(Illness.OTHER_THAN_DECLARED);
  }

  @Test
  void csv_rowOfThePoint_withErrorAndUnit() {
    ForeignFile file =
        ForeignFile.of("csv/limits.csv", LimitFormat.CSV, Quantity.XSEC_LIMIT)
            .at("m_stop", 500)
            .at("m_chi", 100);

    assertThat(file.limit().values()).containsEntry(Line.OBSERVED, 12.1).hasSize(4);
    assertThat(file.limit().errors()).containsEntry(Line.OBSERVED, 0.3);
    assertThat(file.fileUnit("pb").diagnosis().illness()).isEqualTo(Illness.OTHER_THAN_DECLARED);
    assertThat(file.at("m_b", 3).diagnosis().message()).contains("no column for m_b");
  }

  @Test
  void csv_severalRows_needSelect() {
    ForeignFile file =
        ForeignFile.of("csv/limits.csv", LimitFormat.CSV, Quantity.XSEC_LIMIT)
            .at("m_stop", 500)
            .at("m_chi", 200);

    assertThat(file.diagnosis().message()).contains("2 rows could be meant");
    assertThat(file.select("region=SRB").limit().values()).containsEntry(Line.OBSERVED, 21.0);
    assertThatThrownBy(() -> file.select("SRB").read())
        .isInstanceOf(RecastAlException.class)
        .hasMessageContaining("column=value");
  }

  @Test
  void text_tablesKeysAndPositions() {
    assertThat(
            ForeignFile.of("text/limits.txt", LimitFormat.TEXT, Quantity.MU_LIMIT)
                .columns(Map.of("m", "mass", "observed", "mu_obs", "expected", "mu_exp"))
                .at("m", 600)
                .limit()
                .values())
        .containsOnly(Map.entry(Line.OBSERVED, 1.231), Map.entry(Line.EXPECTED, 1.192));
    assertThat(
            ForeignFile.of("text/log.txt", LimitFormat.TEXT, Quantity.MU_LIMIT)
                .columns(Map.of("observed", "observed limit", "expected", "median limit"))
                .limit()
                .values())
        .containsOnly(Map.entry(Line.OBSERVED, 1.31), Map.entry(Line.EXPECTED, 1.22));
    assertThat(
            ForeignFile.of("text/positions.txt", LimitFormat.TEXT, Quantity.CLS)
                .columns(Map.of("observed", "3", "expected", "4"))
                .limit()
                .values())
        .containsEntry(Line.OBSERVED, 0.0412);
  }

  @Test
  void regex_firstOrLastMatchOfEachGroup() {
    ForeignFile file =
        ForeignFile.of("regex/fit.log", LimitFormat.REGEX, Quantity.MU_LIMIT)
            .pattern(
                "step \\d+: mu_up = (?<observed>\\S+)|expected mu_up = (?<expected>\\S+)"
                    + " \\[(?<expectedM1>[^,]+), (?<expectedP1>[^]]+)");

    assertThat(file.limit().values())
        .containsEntry(Line.OBSERVED, 3.2)
        .containsEntry(Line.EXPECTED_M1, 1.09);
    assertThat(file.select("last").limit().values()).containsEntry(Line.OBSERVED, 1.71);
  }

  @Test
  void declarations_thatNoFileCanFollow_areRefused() {
    assertThatThrownBy(
            () -> ForeignFile.of("pyhf/cls.json", LimitFormat.PYHF, Quantity.MU_LIMIT).read())
        .hasMessage("format pyhf holds cls, not mu-limit; declare another quantity or format");
    ForeignFile regex = ForeignFile.of("regex/fit.log", LimitFormat.REGEX, Quantity.MU_LIMIT);
    assertThatThrownBy(() -> regex.read()).hasMessageContaining("needs one");
    assertThatThrownBy(() -> regex.pattern("(?<observed>").read())
        .isInstanceOf(RecastAlException.class);
    assertThatThrownBy(() -> regex.pattern("mu = (\\S+)").read())
        .hasMessageContaining("names no line");
    assertThatThrownBy(() -> regex.pattern("(?<observed>x)").fileUnit("fb").read())
        .hasMessageContaining("has none");
    assertThatThrownBy(
            () ->
                ForeignFile.of("csv/limits.csv", LimitFormat.CSV, Quantity.XSEC_LIMIT)
                    .fileUnit("events")
                    .read())
        .hasMessageContaining("cannot turn events into fb");
  }

  private static ForeignFile harvest() {
    return ForeignFile.of(
            "histfitter/cls__1_harvest_list.json", LimitFormat.HISTFITTER, Quantity.CLS)
        .columns(Map.of("mg", "m0", "mlsp", "m12"));
  }
}

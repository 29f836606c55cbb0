package org.recastal.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recastal.numerics.RandomStream;

class PointIdTest {

  private static final Pattern FILE_SAFE = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,119}");

  private static final SearchSpace DARK_Z =
      SearchSpace.box(
          Parameter.continuous("mZd", 15, 55, Scale.LINEAR),
          Parameter.continuous("epsilon", 1e-4, 1e-1, Scale.LOG));

  private static final SearchSpace SIX =
      SearchSpace.box(
          Parameter.continuous("a_long_parameter_name_that_goes_on", -1, 1, Scale.LINEAR),
          Parameter.continuous("a_long_parameter_name_that_goes_off", 1e-300, 1e300, Scale.LOG),
          Parameter.continuous("anotherLongParameterName", -1e300, 1e300, Scale.LINEAR),
          Parameter.continuous("x1", 0, 5000, Scale.LINEAR),
          Parameter.continuous("x_1", 1e5, 1e7, Scale.LINEAR),
          Parameter.continuous("tan_beta", 1, 60, Scale.LOG));

  private static String id(SearchSpace space, double... coordinates) {
    return space.point(coordinates).id().value();
  }

  @ParameterizedTest
  @CsvSource({
    "20.5, 1e-3, mZd020p5_eps1em3",
    "15, 0.1, mZd015_eps1em1",
    "20.1235, 0.00123457, mZd020p1235_eps1p23457em3",
    "55, 2.5e-4, mZd055_eps2p5em4"
  })
  void id_readsLikeTheNamesOfTheField(double mass, double mixing, String expected) {
    assertThat(id(DARK_Z, mass, mixing)).isEqualTo(expected);
  }

  @Test
  void id_masses_arePaddedToTheAxis() {
    SearchSpace stops =
        SearchSpace.box(
            Parameter.continuous("mStop", 200, 1500, Scale.LINEAR),
            Parameter.continuous("mN1", 0, 1000, Scale.LINEAR));
    assertThat(id(stops, 800, 150)).isEqualTo("mStop0800_mN10150");
    assertThat(id(stops, 800, -0.0)).isEqualTo("mStop0800_mN10000");
  }

  @Test
  void id_signsAndSmallNumbers_areSpelt() {
    SearchSpace couplings =
        SearchSpace.box(
            Parameter.continuous("g", -2, 2, Scale.LINEAR),
            Parameter.continuous("tanb", 1, 60, Scale.LOG));
    assertThat(id(couplings, -0.25, 10)).isEqualTo("gm0p25_tanb10");
    assertThat(id(couplings, 1e-7, 2.5)).isEqualTo("g1em7_tanb2p5");
  }

  @Test
  void id_whereTheLabelRounds_carriesAHash() {
    String one = id(DARK_Z, 20.12345678, 1e-3);
    String other = id(DARK_Z, 20.12345679, 1e-3);
    assertThat(one).startsWith("mZd020p1235_eps1em3-").isNotEqualTo(other);
  }

  @Test
  void id_namesThatShortenAlike_stayApart() {
    SearchSpace alike =
        SearchSpace.box(
            Parameter.continuous("coupling_a", 0, 1, Scale.LINEAR),
            Parameter.continuous("couplet_a", 0, 1, Scale.LINEAR));
    assertThat(id(alike, 0.5, 0.25)).isEqualTo("couplinga0p5_coupleta0p25");
  }

  @Test
  void id_ofTenThousandPoints_isInjectiveAndFileSafe() {
    RandomStream random = RandomStream.named(7, 0, "ids");
    for (SearchSpace space : List.of(DARK_Z, SIX)) {
      Map<String, List<Double>> seen = new HashMap<>();
      for (int i = 0; i < 10_000; i++) {
        Point point = space.point(coordinates(space, random, i));
        assertThat(point.id().value()).matches(FILE_SAFE);
        List<Double> before = seen.put(point.id().value(), point.coordinates());
        assertThat(before == null || before.equals(point.coordinates())).isTrue();
      }
    }
  }

  /** Snapped points, raw ones, and crowds that differ in the last bits only. */
  private static double[] coordinates(SearchSpace space, RandomStream random, int i) {
    double[] unit = random.doubles(space.dimension()).toArray();
    double[] anywhere = space.fromUnit(unit);
    double[] crowded = space.fromUnit(new double[space.dimension()]);
    crowded[i % crowded.length] += i * Math.ulp(crowded[i % crowded.length]);
    return switch (i % 3) {
      case 0 -> space.snap(anywhere);
      case 1 -> anywhere;
      default -> crowded;
    };
  }
}

package org.recastal.likelihood;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recastal.likelihood.ParameterSet.Constraint;

/** What a measurement overrides in the parameter sets of its model. */
final class ParameterSettings {

  private final Map<String, ParameterSetting> byName = new LinkedHashMap<>();

  ParameterSettings(List<ParameterSetting> settings) {
    for (ParameterSetting setting : settings) {
      if (byName.put(setting.name(), setting) != null) {
        throw setting
            .place()
            .failure("parameter \"" + setting.name() + "\" is set a second time; keep one entry");
      }
    }
  }

  /** The set as the measurement wants it; an entry for another name has no effect. */
  ParameterSet applyTo(ParameterSet set, JsonPlace measurement) {
    ParameterSetting setting = byName.get(set.name());
    if (set.inits().length == 0) {
      requireAll(setting, measurement);
    }
    return setting == null ? set : overridden(set, setting);
  }

  private static ParameterSet overridden(ParameterSet set, ParameterSetting given) {
    boolean normal = set.constraint() == Constraint.NORMAL;
    boolean poisson = set.constraint() == Constraint.POISSON;
    // The width of an interpolation parameter is 1 by definition of its variations.
    boolean hasWidth = normal && !(set.scalar() && set.inits().length == 1);
    refuse(given, "sigmas", given.sigmas().isPresent() && !hasWidth);
    refuse(given, "factors", given.factors().isPresent() && !poisson);
    refuse(given, "auxdata", given.auxdata().isPresent() && set.constraint() == Constraint.NONE);
    int n = Math.max(1, set.inits().length);
    double[] scales =
        poisson
            ? values(given, "factors", given.factors(), set.scales(), n)
            : values(given, "sigmas", given.sigmas(), set.scales(), n);
    boolean[] fixed = set.fixed();
    if (given.fixed().isPresent()) {
      fixed = new boolean[n];
      Arrays.fill(fixed, given.fixed().get());
    }
    ParameterSet result =
        new ParameterSet(
            set.name(),
            set.constraint(),
            set.scalar(),
            values(given, "inits", given.inits(), set.inits(), n),
            values(given, "bounds", given.lower(), set.lower(), n),
            values(given, "bounds", given.upper(), set.upper(), n),
            fixed,
            values(given, "auxdata", given.auxdata(), set.auxdata(), n),
            scales);
    check(result, given);
    return result;
  }

  private static double[] values(
      ParameterSetting given, String key, Optional<double[]> values, double[] otherwise, int n) {
    if (values.isPresent() && values.get().length != n) {
      throw at(given, key)
          .failure(
              "parameter \""
                  + given.name()
                  + "\" has "
                  + n
                  + (n == 1 ? " component" : " components")
                  + ", found "
                  + values.get().length);
    }
    return values.orElse(otherwise);
  }

  private static void check(ParameterSet set, ParameterSetting given) {
    for (int i = 0; i < set.size(); i++) {
      double init = set.inits()[i];
      if (init < set.lower()[i] || init > set.upper()[i]) {
        throw given
            .place()
            .failure(
                String.format(
                    "the start %s of parameter \"%s\" lies outside its bounds [%s, %s]",
                    init, set.name(), set.lower()[i], set.upper()[i]));
      }
    }
    for (double scale : set.scales()) {
      if (!(scale > 0)) {
        throw given
            .place()
            .failure("a width or factor of \"" + set.name() + "\" is " + scale + "; expected > 0");
      }
    }
  }

  private static void requireAll(ParameterSetting setting, JsonPlace measurement) {
    boolean complete =
        setting != null
            && setting.inits().isPresent()
            && setting.lower().isPresent()
            && setting.auxdata().isPresent()
            && setting.sigmas().isPresent();
    if (!complete) {
      JsonPlace place = setting == null ? measurement : setting.place();
      throw place.failure(
          "samples carry the modifier \"lumi\", so the measurement must set inits, bounds, auxdata"
              + " and sigmas of the parameter \"lumi\"");
    }
  }

  private static void refuse(ParameterSetting given, String key, boolean condition) {
    if (condition) {
      throw at(given, key)
          .failure("parameter \"" + given.name() + "\" has no " + key + "; remove this entry");
    }
  }

  private static JsonPlace at(ParameterSetting given, String key) {
    return given.place().member(key);
  }
}

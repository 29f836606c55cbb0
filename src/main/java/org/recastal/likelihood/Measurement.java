package org.recastal.likelihood;

import java.util.List;
import java.util.Optional;

/**
 * A measurement, as written.
 *
 * @param name its name
 * @param poi the name of its parameter of interest, empty for none
 * @param settings what it says about parameters, in file order
 * @param place where it stands
 */
record Measurement(
    String name, Optional<String> poi, List<ParameterSetting> settings, JsonPlace place) {}

package org.recastal.likelihood.signal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * How yields become a sample: scaled by the parameter of interest, and by the luminosity where the
 * backgrounds are.
 *
 * <p>Statistical errors become a {@code shapesys}: simulated events are counted, so each bin is a
 * Poisson count of (yield / error)² effective events which only this sample feels. A {@code
 * staterror} under the backgrounds' name would change the fit of the background with the signal.
 *
 * @param poi the parameter of interest
 * @param lumi whether backgrounds carry the luminosity
 * @param taken names that samples and modifiers have already
 */
record SignalSample(String poi, boolean lumi, Set<String> taken) {

  SignalSample {
    taken = Set.copyOf(taken);
  }

  ObjectNode of(RegionYield yield) {
    ObjectNode sample = JsonNodeFactory.instance.objectNode().put("name", free("signal"));
    ArrayNode data = sample.putArray("data");
    for (double events : yield.yields()) {
      data.add(events);
    }
    ArrayNode modifiers = sample.putArray("modifiers");
    modifiers.addObject().put("name", poi).put("type", "normfactor").putNull("data");
    if (lumi) {
      modifiers.addObject().put("name", "lumi").put("type", "lumi").putNull("data");
    }
    if (yield.hasErrors()) {
      ObjectNode errors = modifiers.addObject();
      errors.put("name", free("signal_stat_" + yield.region())).put("type", "shapesys");
      ArrayNode numbers = errors.putArray("data");
      for (double error : yield.errors()) {
        numbers.add(error);
      }
    }
    return sample;
  }

  private String free(String name) {
    String free = name;
    while (taken.contains(free)) {
      free = free + "_";
    }
    return free;
  }
}

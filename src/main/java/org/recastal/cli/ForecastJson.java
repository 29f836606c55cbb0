package org.recastal.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.recastal.space.AxisLength;
import org.recastal.space.Parameter;
import org.recastal.space.Scale;
import org.recastal.study.simulate.AxisError;
import org.recastal.study.simulate.CampaignResult;
import org.recastal.study.simulate.Forecast;
import org.recastal.study.simulate.JobTimes;
import org.recastal.study.simulate.LandscapeKind;
import org.recastal.study.simulate.RoundResult;
import org.recastal.study.simulate.Simulation;
import org.recastal.study.spec.ScanSpec;

/** A forecast for programs: every campaign, with times in seconds; NaN is left out. */
final class ForecastJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ForecastJson() {}

  static String of(Forecast forecast) {
    Simulation simulation = forecast.simulation();
    ScanSpec spec = simulation.spec();
    ObjectNode root = JSON.createObjectNode();
    root.put("name", spec.name());
    root.put("madeUp", true);
    ObjectNode landscapes = root.putObject("landscapes");
    for (LandscapeKind kind : simulation.landscapes()) {
      landscapes.put(kind.word(), kind.meaning());
    }
    simulation.times().ifPresent(times -> put(root.putObject("jobTimes"), times));
    forecast.slots().ifPresent(slots -> root.put("slots", slots));
    var campaigns = root.putArray("campaigns");
    forecast.campaigns().forEach(c -> put(campaigns.addObject(), c, spec));
    return root.toPrettyString() + "\n";
  }

  private static void put(ObjectNode node, JobTimes times) {
    ObjectNode medians = node.putObject("seconds");
    times.medians().forEach((step, time) -> medians.put(step, time.toMillis() / 1000.0));
    var assumed = node.putArray("assumed");
    times.assumed().forEach(assumed::add);
    node.put("spread", times.spread());
    node.put("failure", times.failure());
  }

  private static void put(ObjectNode node, CampaignResult campaign, ScanSpec spec) {
    node.put("landscape", campaign.landscape().word());
    node.put("seed", campaign.seed());
    node.put("points", campaign.points());
    node.put("told", campaign.told());
    node.put("failedPoints", campaign.failedPoints());
    node.put("rule", campaign.end().rule());
    node.put("reason", campaign.end().reason());
    if (campaign.rounds().stream().anyMatch(r -> r.cost().isPresent())) {
      node.put("jobs", campaign.jobs());
      node.put("failedJobs", campaign.failedJobs());
      node.put("wallSeconds", campaign.wall().toMillis() / 1000.0);
      node.put("coreSeconds", campaign.busy().toMillis() / 1000.0);
      node.put("idle", campaign.idle());
    }
    putFinite(node, "error", campaign.error());
    ObjectNode axes = node.putObject("axes");
    for (Parameter axis : spec.space().parameters()) {
      campaign.axes().stream()
          .filter(a -> a.parameter().equals(axis.name()))
          .forEach(a -> put(axes.putObject(axis.name()), axis, a));
    }
    var rounds = node.putArray("rounds");
    campaign.rounds().forEach(r -> put(rounds.addObject(), r));
  }

  private static void put(ObjectNode node, Parameter axis, AxisError error) {
    node.put("unit", axis.scale() == Scale.LOG ? "factor" : axis.unit());
    putFinite(node, "median", AxisLength.value(axis, error.median()));
    putFinite(node, "upper", AxisLength.value(axis, error.upper()));
    node.put("missed", error.missed());
  }

  private static void put(ObjectNode node, RoundResult round) {
    node.put("round", round.round());
    node.put("points", round.points());
    round
        .cost()
        .ifPresent(
            c -> {
              node.put("jobs", c.jobs());
              node.put("failedJobs", c.failedJobs());
              node.put("wallSeconds", c.wall().toMillis() / 1000.0);
              node.put("idle", c.idle());
            });
    putFinite(node, "error", round.error());
  }

  private static void putFinite(ObjectNode node, String key, double value) {
    if (Double.isFinite(value)) {
      node.put(key, value);
    }
  }
}

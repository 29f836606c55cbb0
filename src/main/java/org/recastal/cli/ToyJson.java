package org.recastal.cli;

import com.fasterxml.jackson.databind.node.NullNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.recastal.likelihood.toys.ToyCls;
import org.recastal.likelihood.toys.ToyLimits;
import org.recastal.likelihood.toys.ToyTest;
import org.recastal.limits.Line;

/** What toys answer, for machines; numbers that are not known are null. */
final class ToyJson {

  private ToyJson() {}

  static Map<String, Object> of(LimitAnswer.Toys toys) {
    Map<String, Object> out = test(toys.test());
    out.put("count", toys.plan().count());
    out.put("seed", toys.plan().seed());
    toys.limits().ifPresent(l -> out.put("limits", limits(l)));
    return out;
  }

  private static Map<String, Object> test(ToyTest test) {
    Map<String, Object> out = new TreeMap<>();
    Function<Line, ToyCls> cls = test.cls()::get;
    out.put("CLs_obs", known(cls.apply(Line.OBSERVED).value()));
    out.put("CLs_obs_error", known(cls.apply(Line.OBSERVED).error()));
    out.put("CLs_exp", LimitJson.bands(line -> known(cls.apply(line).value())));
    out.put("CLs_exp_error", LimitJson.bands(line -> known(cls.apply(line).error())));
    out.put("CLsb_obs", known(test.clsb()));
    out.put("CLb_obs", known(test.clb()));
    out.put(
        "failed",
        new TreeMap<>(
            Map.of("background", test.failed().background(), "signal", test.failed().signal())));
    return out;
  }

  private static Map<String, Object> limits(ToyLimits limits) {
    Map<String, Object> out = new TreeMap<>();
    out.put("level", limits.level());
    out.put("mu", LimitJson.lines(line -> limit(limits, line).map(ToyLimits.Limit::value)));
    out.put("mu_error", LimitJson.lines(line -> limit(limits, line).map(ToyLimits.Limit::error)));
    out.put("tested", limits.grid().stream().map(ToyTest::strength).toList());
    return out;
  }

  private static Optional<ToyLimits.Limit> limit(ToyLimits limits, Line line) {
    return Optional.ofNullable(limits.values().get(line));
  }

  private static Object known(double value) {
    return Double.isFinite(value) ? value : NullNode.instance;
  }
}

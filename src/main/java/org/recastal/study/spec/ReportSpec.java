package org.recastal.study.spec;

import java.util.ArrayList;
import java.util.List;

/**
 * What a report shows beside the scan itself.
 *
 * @param overlays tables whose contours are drawn over the scan's, in this order
 */
public record ReportSpec(List<OverlaySpec> overlays) {

  /** Nothing but the scan. */
  public static final ReportSpec PLAIN = new ReportSpec(List.of());

  public ReportSpec {
    overlays = List.copyOf(overlays);
  }

  /** This with further overlays. */
  public ReportSpec with(List<OverlaySpec> more) {
    List<OverlaySpec> all = new ArrayList<>(overlays);
    all.addAll(more);
    return new ReportSpec(all);
  }
}
